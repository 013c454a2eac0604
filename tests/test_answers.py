"""From request to outcome: cards say status, sources with their place, corrections, dates; languages by the rules."""

from __future__ import annotations

import asyncio
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import opencc
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.answers.answers import Answers
from bot.answers.context import Asker
from bot.answers.draw import Deck
from bot.answers.language import choose_language
from bot.answers.outcomes import Found, Listed, NotFound, Outcome, Refused
from bot.answers.requests import (
    FactRequest,
    HelpRequest,
    PlainRequest,
    QuoteRequest,
    RandomRequest,
    Request,
    SearchRequest,
    ShowRequest,
    TimelineRequest,
    TopicRequest,
)
from bot.cards import Card
from bot.console.render import one_line, render
from bot.library import open_library
from bot.pack.checker import check_pack
from bot.wording import LANGUAGES, wording_for
from tests.conftest import FACTS, ROOT, MakePack
from tests.corpora import LINE, as_yaml, packs

PACK = """topics:
  - {id: gamma, type: team, name: {en: Gamma Lab, zh-Hans: 伽马实验室}, aliases: [G Lab]}
facts:
  - {id: one, topics: [alpha], text: {en: The fact., zh-Hans: 事实。}, status: disputed, correction: {en: Wrong year., zh-Hans: 年份有误。},
     sources: [{source: video, at: 12-14}, {source: record}]}
  - {id: two, topics: [beta, alpha], text: {en: Another., zh-Hans: 另一条。}, status: claimed, sources: [{source: video}]}
quotes:
  - {id: said, topics: [alpha], speaker: beta, attribution: inferred, original: zh-Hans, date: 2025-11, status: opinion,
     text: {en: I said., zh-Hans: 我说的。}, sources: [{source: video, at: 3}]}
  - {id: heard, topics: [alpha], speaker: unknown, attribution: unknown, original: zh-Hans, date: 2025-11, status: rumour,
     text: {en: One hears., zh-Hans: 听说。}, sources: [{source: video, at: 4}]}
timeline:
  - {id: began, topics: [alpha], date: 2024-03, title: {en: Beginning, zh-Hans: 开始}, text: {en: It began., zh-Hans: 开始了。},
     status: claimed, sources: [{source: record}]}
  - {id: went-on, topics: [gamma], date: 2024-05/2024-07, title: {en: Going on, zh-Hans: 继续}, text: {en: It went on., zh-Hans: 继续了。},
     status: claimed, sources: [{source: record}]}
  - {id: goes-on, topics: [gamma], date: 2025-02/.., title: {en: Still going, zh-Hans: 仍在继续}, text: {en: It goes., zh-Hans: 还在。},
     status: claimed, sources: [{source: record}]}
"""


@pytest.fixture
def ask(make_pack: MakePack, tmp_path: Path) -> Callable[..., Outcome]:
    """Asks the small pack above one request."""
    pack = make_pack(chapter=PACK)

    def asked(request: Request, **asker: Any) -> Outcome:
        async def run() -> Outcome:
            async with open_library(pack=pack, data=tmp_path / "data") as library:
                return await Answers(library=library, language=None).answer(request, Asker(**asker))

        return asyncio.run(run())

    return asked


Asking = Callable[..., Outcome]


def card_of(outcome: Outcome) -> Card:
    """The card of an outcome that has one."""
    assert isinstance(outcome, Found), outcome
    return outcome.card


def test_fact_card(ask: Asking) -> None:
    """Text, status, correction, sources with place and date, id."""
    outcome = ask(FactRequest(topic="Alpha"))
    assert isinstance(outcome, Found)
    assert (outcome.index, outcome.total) == (0, 2)
    card = outcome.card
    assert (card.id, card.kind, card.title, card.text) == ("one", "fact", "Alpha", "The fact.")
    assert card.status is not None
    assert (card.status.code, card.status.text) == ("disputed", "Disputed")
    assert card.correction is not None
    assert card.correction.lines == ("Wrong year.",)
    assert [(source.text, source.place) for source in card.sources] == [
        ("A video, A channel, November 2025", "caption 12-14"),
        ("A record, An office, May 2, 2024", ""),
    ]
    shown = render(outcome).plain
    for expected in ("The fact.", "Disputed", "Wrong year.", "caption 12-14", "May 2, 2024", "id: one", "1 more: /next"):
        assert expected in shown


def test_paging_through_facts(ask: Asking) -> None:
    """What is mostly about the topic comes first; beyond the end is said, not raised."""
    assert card_of(ask(FactRequest(topic="alpha", index=1))).id == "two"
    assert isinstance(ask(FactRequest(topic="alpha", index=2)), NotFound)


def test_quotes(ask: Asking) -> None:
    """By speaker, by topic, by both; an inferred or unknown speaker is said to be so; the original stands beside."""
    card = card_of(ask(QuoteRequest(speaker="Beta")))
    assert (card.id, card.title, card.text) == ("said", "Beta (inferred from context)", "“I said.”")
    assert ("Original words", ("“我说的。”",)) in [(field.label, field.lines) for field in card.fields]
    assert card_of(ask(QuoteRequest(speaker="unknown"))).title == "Speaker not known"
    assert card_of(ask(QuoteRequest(speaker="beta", topic="alpha"))).id == "said"
    assert isinstance(ask(QuoteRequest(speaker="beta", topic="gamma")), NotFound)
    chinese = card_of(ask(QuoteRequest(speaker="贝塔")))
    assert (chinese.language, chinese.text, chinese.title) == ("zh-Hans", "“我说的。”", "贝塔（据上下文推断）")


def ids(outcome: Outcome) -> list[str]:
    """The ids of a list."""
    assert isinstance(outcome, Listed), outcome
    return [line.id for line in outcome.lines]


def test_timeline_ranges(ask: Asking) -> None:
    """Both ends count; a month or an interval belongs to every range that it can touch; an open one never ends."""
    assert ids(ask(TimelineRequest())) == ["began", "went-on", "goes-on"]
    assert ids(ask(TimelineRequest(until="2024-03-01"))) == ["began"]
    assert ids(ask(TimelineRequest(since="2024-07", until="2024"))) == ["went-on"]
    assert ids(ask(TimelineRequest(since="2030"))) == ["goes-on"]
    assert ids(ask(TimelineRequest(topic="G Lab"))) == ["went-on", "goes-on"]
    assert ids(ask(PlainRequest(text="timeline March 2024"))) == ["began"]
    assert ids(ask(PlainRequest(text="时间线 2024"))) == ["began", "went-on"]
    assert isinstance(ask(TimelineRequest(since="yesterday")), Refused)
    assert isinstance(ask(TimelineRequest(since="2025", until="2024")), Refused)
    assert isinstance(ask(TimelineRequest(until="1999")), NotFound)


def test_search_topic_random_help_show(ask: Asking) -> None:
    """Each kind of question has its outcome."""
    assert card_of(ask(SearchRequest(query="said"))).id == "said"
    assert "one" in ids(ask(SearchRequest(query="阿尔法", kind="fact")))
    assert isinstance(ask(SearchRequest(query="nonsense")), NotFound)
    topic = card_of(ask(TopicRequest(name="g-lab")))
    assert (topic.id, topic.kind, topic.status) == ("gamma", "topic", None)
    assert ("In this pack", ("2 timeline entries",)) in [(field.label, field.lines) for field in topic.fields]
    assert card_of(ask(RandomRequest(kind="quote"))).kind == "quote"
    assert card_of(ask(FactRequest())).kind == "fact"
    assert card_of(ask(HelpRequest())).kind == "help"
    assert card_of(ask(PlainRequest(text="  "))).kind == "help"
    assert card_of(ask(ShowRequest(id="video"))).kind == "source"
    assert isinstance(ask(ShowRequest(id="nothing")), NotFound)


def test_not_found_offers_near_topics(ask: Asking) -> None:
    """A topic without facts is offered itself; a near name is offered in words."""
    outcome = ask(FactRequest(topic="gamma lab"))
    assert isinstance(outcome, NotFound)
    assert [(suggestion.id, suggestion.title) for suggestion in outcome.suggestions] == [("gamma", "Gamma Lab")]
    assert "Gamma Lab" in outcome.message


def test_typed_text_is_shown_without_tricks(ask: Asking) -> None:
    """Line breaks, control and bidirectional characters of a question don't reach the answer."""
    outcome = ask(PlainRequest(text="zzz\n\x1b[31m\u202eqqq" + "x" * 300))
    assert isinstance(outcome, NotFound)
    assert outcome.message.isprintable()
    assert len(outcome.message) < 200


def test_traditional_answers(ask: Asking) -> None:
    """A Traditional question gets a Traditional answer; wording, dates and content alike."""
    card = card_of(ask(TopicRequest(name="伽馬實驗室")))
    assert (card.language, card.title) == ("zh-Hant", "伽馬實驗室")
    assert card_of(ask(FactRequest(topic="alpha"), option="zh-Hant")).text == "事實。"


@pytest.mark.parametrize(
    ("given_", "language"),
    [
        ({"option": "en", "server": "zh-Hans", "typed": "羊驼"}, "en"),
        ({"server": "en", "typed": "羊驼"}, "en"),
        ({"typed": "羊驼", "locale": "en-US"}, "zh-Hans"),
        ({"typed": "羊駝", "locale": "en-US"}, "zh-Hant"),
        ({"typed": "llama", "locale": "zh-TW", "setting": "en"}, "zh-Hant"),
        ({"typed": "llama", "locale": "zh-CN"}, "zh-Hans"),
        ({"locale": "en-GB"}, "en"),
        ({"setting": "zh-Hans"}, "zh-Hans"),
        ({}, "fr"),
    ],
)
def test_language_rules(given_: dict[str, str], language: str) -> None:
    """The first rule that applies decides."""
    assert choose_language(**given_, pack=("fr", "en")) == language


def test_random_does_not_repeat_until_the_pack_is_through() -> None:
    """Each is drawn once before any comes again, channel by channel; what left the pack is not drawn."""
    deck = Deck()
    items = [f"i{number}" for number in range(20)]
    assert sorted(deck.draw("a", "", items) for _ in items) == sorted(items)
    assert deck.draw("a", "", items) in items
    assert sorted(deck.draw("b", "", items) for _ in items) == sorted(items)
    deck.draw("c", "", items)
    assert {deck.draw("c", "", items[:3]) for _ in range(3)} <= set(items[:3])


REQUESTS: list[Callable[[str], Request]] = [
    lambda text: FactRequest(topic=text),
    lambda text: QuoteRequest(speaker=text, topic=None),
    lambda text: QuoteRequest(topic=text),
    lambda text: TimelineRequest(topic=text),
    lambda text: TimelineRequest(since=text, until=text),
    lambda text: SearchRequest(query=text),
    lambda text: TopicRequest(name=text),
    lambda text: PlainRequest(text=text),
    lambda text: ShowRequest(id=text),
    lambda _: RandomRequest(),
    lambda _: HelpRequest(),
]


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate])
@given(packs(), st.lists(LINE | st.text(max_size=20), min_size=2, max_size=4))
def test_no_question_raises_on_any_pack(pack: dict[str, Any], words: list[str]) -> None:
    """Any question to any valid pack has an outcome that can be shown, in every language; each id gives its card."""

    async def run(folder: Path) -> None:
        async with open_library(pack=folder, data=folder / "data") as library:
            answers = Answers(library=library, language=None)
            for language in LANGUAGES:
                for word in words:
                    for make in REQUESTS:
                        outcome = await answers.answer(make(word), Asker(option=language))
                        assert render(outcome).plain
                        assert "\n" not in one_line(outcome)
                for kind in ("topics", "facts", "quotes", "timeline", "sources"):
                    for item in pack[kind]:
                        card = card_of(await answers.answer(ShowRequest(id=item["id"]), Asker(option=language)))
                        assert card.id == item["id"]
                        assert render(Found(card=card)).plain

    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "pack.yaml").write_text(as_yaml(pack), "utf-8")
        assert check_pack(Path(name)).problems == ()
        asyncio.run(run(Path(name)))


def test_every_card_of_the_shipped_pack(tmp_path: Path) -> None:
    """Every entry that ships has a card with status and sources in each language, without a gap in its wording."""

    async def run() -> None:
        async with open_library(pack=FACTS, data=tmp_path) as library:
            answers = Answers(library=library, language=None)
            async with library.lease() as store:
                everything = [id for kind in ("fact", "quote", "timeline") for id in await store.entry_ids(kind)]
            assert len(everything) >= 30
            for id in everything:
                for language in LANGUAGES:
                    card = card_of(await answers.answer(ShowRequest(id=id), Asker(option=language)))
                    assert card.status is not None
                    assert card.sources
                    assert card.title
                    assert card.text

    asyncio.run(run())


def test_localisation_files_have_the_same_messages() -> None:
    """No message is missing in a language, none is left over, and each takes the same values."""

    def messages(language: str) -> dict[str, set[str]]:
        text = (ROOT / "bot" / "locales" / f"{language}.ftl").read_text("utf-8")
        blocks = re.split(r"(?m)^(?=[a-z][a-z-]* =)", text)[1:]
        return {block.split(" =", 1)[0]: set(re.findall(r"\$(\w+)", block)) for block in blocks}

    english = messages("en")
    for language in LANGUAGES:
        assert messages(language) == english
    source = "".join(path.read_text("utf-8") for path in (ROOT / "bot").rglob("*.py"))
    stems = set(re.findall(r'"([a-z]+(?:-[a-z]+)*)"', source))
    prefixes = set(re.findall(r'f"([a-z-]+-)\{', source))
    for name in english:
        assert name in stems or any(name.startswith(prefix) for prefix in prefixes), name


def test_traditional_wording_has_no_simplified_characters() -> None:
    """The third file is Traditional throughout: converting it again from Simplified changes nothing."""
    text = (ROOT / "bot" / "locales" / "zh-Hant.ftl").read_text("utf-8")
    converter = opencc.OpenCC("s2t")
    changed = [line for line in text.splitlines() if converter.convert(line) != line]
    allowed = ("台", "布", "里")
    assert [line for line in changed if not any(character in line for character in allowed)] == []
    assert wording_for("zh-TW") is wording_for("zh-Hant")
    assert wording_for("de") is wording_for("en")
