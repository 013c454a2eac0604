"""The pack that ships: every topic is reachable, nothing is said twice, quotes are word for word, citations are real."""

from __future__ import annotations

import asyncio
import re
from itertools import combinations
from pathlib import Path

import pytest
from rapidfuzz import fuzz

from bot.answers.answers import Answers
from bot.answers.context import Asker
from bot.library import open_library
from bot.pack.checker import check_pack
from bot.pack.schema import Citation, Quote
from bot.search.normalise import name_key
from tests.conftest import FACTS, ROOT

CHECKED = check_pack(FACTS)
assert CHECKED.corpus is not None, CHECKED.problems
CORPUS = CHECKED.corpus
TRANSCRIPT = ROOT.parent / "shared" / "source" / "transcript.txt"
VIDEO = "sv101-llama"
CAPTIONS = 829
needs_transcript = pytest.mark.skipif(not TRANSCRIPT.exists(), reason="the transcript is not beside this checkout")


def captions_of(citation: Citation) -> set[int]:
    """The caption numbers that a citation of the video names."""
    numbers: set[int] = set()
    for part in (citation.at or "").replace(" ", "").split(","):
        first, _, last = part.partition("-")
        numbers |= set(range(int(first), int(last or first) + 1))
    return numbers


def video_citations() -> list[tuple[str, Citation]]:
    """Every citation of the video, with the id of what cites it."""
    found = [(entry.id, citation) for entry in CORPUS.entries for citation in entry.sources]
    for topic in CORPUS.topics:
        found += [(topic.id, citation) for citation in topic.sources]
        found += [(topic.id, citation) for role in topic.roles or () for citation in role.sources]
        found += [(topic.id, citation) for parent in topic.parents or () for citation in parent.sources]
    return [(id, citation) for id, citation in found if citation.source == VIDEO]


def test_every_name_and_alias_reaches_its_topic(tmp_path: Path) -> None:
    """Typed as it stands, each name of each topic has that topic as the first result."""

    async def run() -> None:
        async with open_library(pack=FACTS, data=tmp_path) as library:
            answers = Answers(library=library, language=None)
            for topic in CORPUS.topics:
                for name in (topic.id, *topic.name.texts, *topic.aliases):
                    answer = await answers.results(name, Asker(), limit=1)
                    assert [result["id"] for result in answer["results"]] == [topic.id], name

    asyncio.run(run())


def test_no_two_entries_say_the_same() -> None:
    """No two facts, no two quotes and no two events share their words."""
    for one, other in combinations(CORPUS.entries, 2):
        if type(one) is not type(other):
            continue
        for language in ("en", "zh-Hans"):
            first, second = one.text.get(language) or "", other.text.get(language) or ""
            assert fuzz.ratio(first, second) < 90, (one.id, other.id)


def test_citations_of_the_video_are_captions() -> None:
    """Each has its captions, between 1 and 829."""
    for id, citation in video_citations():
        assert citation.at is not None, id
        assert captions_of(citation) <= set(range(1, CAPTIONS + 1)), id


def test_quotes_are_short() -> None:
    """At most 80 Chinese characters in the original."""
    for quote in (entry for entry in CORPUS.entries if isinstance(entry, Quote)):
        assert len(re.findall("[\u4e00-\u9fff]", quote.text.get("zh-Hans") or "")) <= 80, quote.id


def test_there_is_enough() -> None:
    """What the pack promises: quotes, events, topics of every type that it needs."""
    kinds = [type(entry).__name__ for entry in CORPUS.entries]
    assert kinds.count("Fact") >= 150
    assert kinds.count("Quote") >= 50
    assert kinds.count("TimelineEntry") >= 40
    assert len(CORPUS.topics) >= 70


@needs_transcript
def test_quotes_are_verbatim_at_the_captions_they_cite() -> None:
    """The original words stand in the cited captions, punctuation and spaces aside."""
    lines = TRANSCRIPT.read_text("utf-8").splitlines()
    assert len(lines) == CAPTIONS
    for quote in (entry for entry in CORPUS.entries if isinstance(entry, Quote)):
        spoken = [citation for citation in quote.sources if citation.source == VIDEO]
        if not spoken or quote.original != "zh-Hans":
            continue
        said = name_key("".join(lines[number - 1] for number in sorted(captions_of(spoken[0]))))
        words = name_key(quote.text.get("zh-Hans") or "")
        assert words in said, quote.id
