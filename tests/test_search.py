"""Normalising, tokenising, query parsing, ranking: pure parts, and what they find together."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.answers import Answers
from bot.answers.context import Asker
from bot.library import open_library
from bot.search.normalise import name_key, normalise
from bot.search.query import parse_query, split_kind
from bot.search.ranking import Candidate, rank, weights
from bot.search.tokenise import index_terms
from bot.search.when import find_date
from bot.store.store import match_any
from tests.conftest import FACTS

ANY_TEXT = st.text(st.characters(), max_size=200) | st.text("羊驼馬馬虎乾坤發髮裏里Llama 23.-ﬁÅé", max_size=30)


@given(ANY_TEXT)
def test_normalising_is_idempotent(text: str) -> None:
    """A normal form is its own normal form, for every string that Python has, lone surrogates too."""
    assert normalise(normalise(text)) == normalise(text)
    assert name_key(name_key(text)) == name_key(text)


@given(ANY_TEXT)
def test_no_question_raises_and_terms_are_plain(text: str) -> None:
    """Any text becomes terms without spaces and without what FTS5 reads as syntax."""
    parse_query(text)
    split_kind(text)
    find_date(text)
    for term in index_terms(text):
        assert term
        assert not set(term) & set(" \"'()*:^+-{}\n\t")


@pytest.mark.parametrize(
    ("one", "other"),
    [("Llama-2", "llama 2"), ("ＬＬＡＭＡ２", "llama2"), ("羊駝", "羊驼"), ("Émile", "emile"), ("臺灣", "台湾")],
)
def test_names_that_are_one(one: str, other: str) -> None:
    """Case, width, accents, hyphens, spaces and script make no difference."""
    assert name_key(one) == name_key(other)


def test_a_point_between_digits_counts() -> None:
    """3.1 is not 31."""
    assert name_key("Llama 3.1") != name_key("Llama 31")


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("FAIR实验室", ["fair", "实", "验", "室", "实验", "验室"]),
        ("llama3.1 405B", ["llama", "3.1", "405b"]),
        ("o1 and R1", ["o1", "and", "r1"]),
        ("裁", ["裁"]),
        ("models", ["model"]),
    ],
)
def test_terms(text: str, terms: list[str]) -> None:
    """Latin and Chinese glued together come apart; versions stay whole; Chinese is found by one character and by two."""
    assert index_terms(text) == terms


@pytest.mark.parametrize(
    ("text", "kind", "rest"),
    [
        ("quote lecun", "quote", "lecun"),
        ("语录 田渊栋", "quote", "田渊栋"),
        ("時間線 2024", "timeline", "2024"),
        ("Timeline: 2024", "timeline", "2024"),
        ("quotes", "quote", ""),
        ("quotation marks", None, "quotation marks"),
        ("", None, ""),
    ],
)
def test_leading_kind_word(text: str, kind: str | None, rest: str) -> None:
    """A first word names the kind, in both languages and scripts."""
    assert split_kind(text) == (kind, rest)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024-04-18", "2024-04-18"),
        ("what happened in April 2025", "2025-04"),
        ("5 April 2025", "2025-04-05"),
        ("April 5, 2025", "2025-04-05"),
        ("2024年9月12号", "2024-09-12"),
        ("2024年9月", "2024-09"),
        ("2023年底", "2023"),
        ("timeline 2024", "2024"),
        ("llama 2", None),
        ("2024-02-31 2023", "2023"),
    ],
)
def test_dates_as_people_type_them(text: str, date: str | None) -> None:
    """Usual forms of both languages."""
    found = find_date(text)
    assert (str(found.date) if found else None) == date


def test_ranking_prefers_names_and_refuses_half_matches() -> None:
    """A rare term in a name beats the same in a text; less than half of the question's weight is no answer."""
    named = Candidate("named", "fact", frozenset({"behemoth"}), frozenset({"behemoth", "late"}), 50)
    told = Candidate("told", "fact", frozenset({"scout"}), frozenset({"scout", "behemoth"}), 50)
    weight = weights(["behemoth"], {"behemoth": 2}, 100)
    assert [hit.id for hit in rank([told, named], weight)] == ["named", "told"]
    assert rank([told], weights(["behemoth", "bitcoin", "price"], {"behemoth": 2}, 100)) == []


def test_match_expression_is_only_strings() -> None:
    """Every term is quoted, quotes in it doubled."""
    assert match_any(['a"b', "NOT"]) == '"a""b" OR "NOT"'


Ask = Callable[[str], Awaitable[dict[str, Any]]]


def with_answers(look: Callable[[Ask], Awaitable[None]], data: Path) -> None:
    """Asks the shipped pack."""

    async def run() -> None:
        async with open_library(pack=FACTS, data=data) as library:
            answers = Answers(library=library, language=None)
            await look(lambda question: answers.results(question, Asker(), limit=5))

    asyncio.run(run())


def test_finds_what_people_type(tmp_path: Path) -> None:
    """Ids, names, aliases, typos, Chinese words of two characters, Traditional script: the right one is first."""
    expected = {
        "llama-2-released-18-july": "llama-2-released-18-july",
        "Llama-2": "llama-2",
        "小扎": "mark-zuckerberg",
        "lecunn": "yann-lecun",
        "zuckerburg": "mark-zuckerberg",
        "楊立昆": "yann-lecun",
        "who is Joelle Pineau": "joelle-pineau",
        "绩效": "quote-tbd-three-years-no-review",
        "timeline 2024-04-18": "timeline-llama-3-release",
        "quote gavin wang": "quote-ai-one-day-one-year",
        "2024年9月12号": "timeline-openai-o1",
    }

    async def look(ask: Ask) -> None:
        for question, id in expected.items():
            answer = await ask(question)
            assert [result["id"] for result in answer["results"][:1]] == [id], question

    with_answers(look, tmp_path)


def test_nothing_is_said_to_be_nothing(tmp_path: Path) -> None:
    """What the pack doesn't have is refused, with near topics where there are any."""

    async def look(ask: Ask) -> None:
        for question in ("bitcoin price", "asdfghjkl", "红烧肉怎么做", "?!…", "的", "🦙🦙"):
            answer = await ask(question)
            assert (answer["found"], answer["results"]) == (False, []), question
        near = await ask("deepsheek gizmo")
        assert near["results"] == []
        assert near["suggestions"]

    with_answers(look, tmp_path)


HOSTILE = [
    *('"', "'", "NOT", "a NOT b", "AND", "OR", "NEAR(a b)", "foo:bar", "names:llama", "*", "llama*", "^llama", "+", "-llama"),
    *(
        "(",
        ")",
        "{names}: x",
        "a AND (b OR",
        '"a" "b',
        "\\",
        ";DROP TABLE item",
        "%",
        "_",
        "--",
        "/* */",
        "\0",
        "\ud800",
        "\u202e",
    ),
    *("a" * 10_000, "羊" * 10_000, "llama " * 2000, '"' * 10_000, "<@1> @everyone", "NOT NOT NOT", "a.b.c...d", "1.2.3.4"),
]


def test_every_operator_as_a_question(tmp_path: Path) -> None:
    """Neither SQL nor FTS5 syntax nor length raises or stalls, in any kind of question."""

    async def look(ask: Ask) -> None:
        for question in HOSTILE:
            for kind in ("", "quote ", "timeline ", "fact ", "topic "):
                answer = await ask(kind + question)
                assert answer["ms"] < 2000, question[:20]

    with_answers(look, tmp_path)
