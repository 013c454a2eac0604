"""Words of a question that say what is asked for, not what about."""

KIND_WORDS: dict[str, str] = {
    "fact": "fact",
    "facts": "fact",
    "quote": "quote",
    "quotes": "quote",
    "timeline": "timeline",
    "topic": "topic",
    "topics": "topic",
    "事实": "fact",
    "语录": "quote",
    "引语": "quote",
    "名言": "quote",
    "时间线": "timeline",
    "时间轴": "timeline",
    "大事记": "timeline",
    "话题": "topic",
    "主题": "topic",
}
"""A leading word that names the kind; compared normalised."""

STOP_WORDS: frozenset[str] = frozenset(
    """
    a an the of in on at by for from to with and or but is are was were be been being am do does did done has have had
    having it its this that these those there here i you he she we they me him her them my your his our their who whom
    whose what which when where why how can could will would shall should may might must tell show give find say said
    says about any some all please know get got many much more most long such than then so if as into over under
    between during after before while because just only also not no yes s t re ve ll d m
    """.split()
)
"""English words that don't count in a question."""

CJK_STOP_PHRASES: tuple[str, ...] = tuple(
    sorted(
        """
        是不是 有没有 能不能 为什么 什么时候 什么时间 哪一年 哪一天 有哪些 都有哪些 哪些 哪个 哪里 哪儿 哪家
        哪位 什么样 是什么 什么 怎么样 怎么 怎样 如何
        多少 为何 何时 几个 几时 是谁 谁是 谁
        吗 呢 吧 啊 呀 么 的 了 着 是 有 在 和 与 跟 或 被 把 给 到
        从 对 对于 关于 请问 告诉我 一下 介绍 说说 讲讲 讲 说 我 你 他 她 它 们 这 那 这个 那个
        之 都 也 就 很 还 又 会 要 能 可以 请
        """.split(),
        key=lambda phrase: (-len(phrase), phrase),
    )
)
"""Chinese words that don't count in a question, the longest first; Simplified, as normalised text is."""
