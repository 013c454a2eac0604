### 给人看的文字。{$…} 的值已可直接显示。

status-verified = 已核实
status-claimed = 来源所述，未经核实
status-disputed = 说法不一
status-rumour = 传闻
status-opinion = 观点

kind-fact = 事实
kind-quote = 语录
kind-timeline = 时间线
kind-topic = 主题
kind-source = 来源

type-person = 人物
type-team = 团队
type-company = 公司
type-model = 模型
type-product = 产品
type-platform = 平台
type-benchmark = 评测
type-publication = 媒体
type-concept = 概念
type-place = 地点
type-event = 事件

work-video = 视频
work-post = 帖文
work-paper = 论文
work-press = 报道
work-documentation = 文档
work-filing = 法律或监管文件
work-dataset = 数据集

label-status = 状态
label-correction = 更正
label-sources = 来源
label-original = 原话
label-checked = 核对日期
label-type = 类型
label-aliases = 又称
label-released = 发布日期
label-parameters = 参数规模
label-licence = 许可证
label-modalities = 模态
label-roles = 职务
label-exists = 存续时间
label-parents = 隶属
label-entries = 本库收录
label-publisher = 发布者
label-report = 报告错误
label-id = 编号
label-about = 关于

speaker-anonymous = 匿名人士
speaker-unknown = 说话人不明
attribution-inferred = { $speaker }（据上下文推断）

quotation = “{ $words }”

date-about = 约{ $date }
date-uncertain = { $date }（不确定）
date-interval = { $start }至{ $end }
date-since = { $start }至今

place-caption = 第{ $at }条字幕
place-page = 第{ $at }页
place-section = { $at }
place-timestamp = { $at }处
place-other = { $at }

role = { $organisation }{ $title }
role-dated = { $role }：{ $dates }（{ $status }）
role-reports-to = 向{ $person }汇报

entries-facts = { $count }条事实
entries-quotes = { $count }条语录
entries-timeline = { $count }条时间线

source-line = 《{ $title }》，{ $publisher }，{ $date }
source-with-place = { $source }，{ $place }

list-separator = 、
label-value = { $label }：{ $value }

search-title = “{ $query }”的搜索结果
timeline-title = 时间线
timeline-title-of = 时间线：{ $topic }
page = 第{ $page }页，共{ $pages }页

nothing = 本库中没有关于“{ $query }”的内容。
nothing-at-all = 本库中没有这类内容。
nothing-near = 本库中没有关于“{ $query }”的内容。相近的主题：{ $topics }。
nothing-in-range = 这段时间内没有时间线条目。
nothing-exhausted = 这一页已不存在，列表变短了。
bad-date = “{ $text }”不是日期。请写成2025、2025-11或2025-11-05。
bad-range = 时间范围的结束早于开始：从{ $since }到{ $until }。

help-title = { $title }
help-about = 从经过核对的资料库中回答事实、语录和时间线。每条回答都注明状态和来源，绝不编造。
help-commands = 命令
help-fact = 某个主题的一条事实；不填则随机
help-quote = 谁说过什么，可按说话人或主题查
help-timeline = 什么时候发生了什么
help-search = 搜索全部内容
help-topic = 人物、团队、模型或概念，以及本库中与之相关的一切
help-random = 随机一条
help-help = 显示本说明
help-mention = 也可以直接提问：“{ $example }”。开头加上“语录”或“时间线”可缩小范围。
help-example = 谁领导FAIR
help-pack = 资料库
help-licence = 许可证
help-as-of = 内容截至
help-counts = 收录
help-version = 版本
help-statuses = 状态说明
help-status-verified = 有不依赖该来源的公开记录相印证
help-status-claimed = 来源这样说，尚未核对或无从核对
help-status-disputed = 各方记录不一致
help-status-rumour = 来源本身也只当作传闻
help-status-opinion = 说话者个人的判断

console-welcome = { $title }。输入 /help 查看命令，按 Ctrl-D 退出。
console-unknown-command = 没有 /{ $command } 这个命令。输入 /help 查看全部命令。
console-unknown-option = /{ $command } 没有“{ $option }”这个选项。可用的有：{ $options }。
console-no-options = /{ $command } 不带选项。
console-more = 还有{ $count }条：/next
console-no-more = 没有更多内容了。
console-bad-language = 这里没有“{ $language }”这种语言。可用的有：{ $languages }。
console-bad-kind = 没有“{ $kind }”这一类。可用的有：{ $kinds }。
help-next = 下一条同类回答
help-language = 回答所用的语言：/language zh-Hans
help-quit = 退出
console-language-set = 以后用{ $language }回答。
