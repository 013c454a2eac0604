"""Random packs: any corpus that the schema allows, as the YAML that a curator would write."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from hypothesis import strategies as st

_CHARACTERS = st.characters(
    codec="utf-8",
    exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"),
    exclude_characters="\ufeff",
)
_WORDS = st.sampled_from(
    ["Llama 2", "羊驼", "发布", "裁员", "o1", "3.1", "*bold*", "<@123>", "@everyone", '"', "NOT", "foo:bar", "é", "ﬁ", "🦙", "`x`", "发", "臺灣"]
)  # fmt: skip
LINE = st.lists(st.one_of(_WORDS, st.text(_CHARACTERS, min_size=1, max_size=8)), min_size=1, max_size=5).map(
    lambda words: " ".join(words).strip()[:60].strip() or "x"
)


@st.composite
def texts(draw: st.DrawFn) -> Any:
    """One text for all languages, or one for each, now and then with a Traditional one."""
    if draw(st.booleans()):
        return draw(LINE)
    languages = {"en": draw(LINE), "zh-Hans": draw(LINE)}
    if draw(st.integers(0, 4)) == 0:
        languages["zh-Hant"] = draw(LINE)
    return languages


@st.composite
def dates(draw: st.DrawFn) -> str:
    """A year, month, day, interval or open interval."""
    day = draw(st.dates(min_value=date(1800, 1, 1), max_value=date(2100, 1, 1)))
    text = draw(st.sampled_from([f"{day.year:04}", f"{day.year:04}-{day.month:02}", day.isoformat()]))
    return text + draw(st.sampled_from(["", "~", "?", "/..", "/2101-05"]))


STATUSES = st.sampled_from(["claimed", "disputed", "rumour", "opinion"])


@st.composite
def packs(draw: st.DrawFn) -> dict[str, Any]:
    """A whole valid pack as one mapping: what would stand in ``pack.yaml``."""
    topics = [f"topic-{number}" for number in range(draw(st.integers(1, 4)))]
    citations = st.lists(
        st.fixed_dictionaries({"source": st.sampled_from(["film", "page"])}, optional={"at": st.just("3-4, 9")}),
        min_size=1,
        max_size=3,
    )

    def entry(number: int) -> dict[str, Any]:
        common = {
            "topics": draw(st.lists(st.sampled_from(topics), min_size=1, unique=True)),
            "text": draw(texts()),
            "status": draw(STATUSES),
            "sources": draw(citations),
        }
        if draw(st.booleans()):
            common["correction"] = draw(texts())
        if draw(st.booleans()):
            common |= {"checked": "2025-11-05", "status": "verified", "sources": [{"source": "film"}, {"source": "page"}]}
        return {"id": f"entry-{number}", **common}

    counts = [draw(st.integers(0, 3)) for _ in range(3)]
    facts = [entry(number) for number in range(counts[0])]
    quotes = [
        entry(10 + number)
        | {"speaker": draw(st.sampled_from([*topics, "anonymous"])), "attribution": "stated", "original": "zh-Hans"}
        | {"date": draw(dates())}
        for number in range(counts[1])
    ]
    timeline = [entry(20 + number) | {"date": draw(dates()), "title": draw(texts())} for number in range(counts[2])]
    named = st.sampled_from(["concept", "place", "event", "person"])
    return {
        "title": draw(texts()),
        "about": draw(texts()),
        "licence": draw(texts()),
        "as_of": "2025-11-30",
        "languages": ["en", "zh-Hans"],
        "sources": [
            {
                "id": "film",
                "type": "video",
                "title": draw(texts()),
                "publisher": "One",
                "date": draw(dates()),
                "language": "en",
            },
            {
                "id": "page",
                "type": "press",
                "title": draw(texts()),
                "publisher": "Two",
                "date": draw(dates()),
                "language": "en",
            },
        ],
        "topics": [
            {"id": topic, "type": draw(named), "name": f"{draw(LINE)[:40]} {number}x{number}", "summary": draw(texts())}
            for number, topic in enumerate(topics)
        ],
        "facts": facts,
        "quotes": quotes,
        "timeline": timeline,
    }


def as_yaml(pack: dict[str, Any]) -> str:
    """JSON is YAML, and its strings are quoted."""
    return json.dumps(pack, ensure_ascii=False)
