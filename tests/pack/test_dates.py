"""Dates: what is accepted, how they print, how they order."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pack.dates import FuzzyDate, parse
from bot.wording import LANGUAGES, wording_for


@st.composite
def points(draw: st.DrawFn) -> str:
    """A year, a month or a day that is in the calendar."""
    day = draw(st.dates(min_value=date(1000, 1, 1)))
    text = draw(st.sampled_from([f"{day.year:04}", f"{day.year:04}-{day.month:02}", day.isoformat()]))
    return text + draw(st.sampled_from(["", "~", "?"]))


@st.composite
def notations(draw: st.DrawFn) -> str:
    """Any date or interval in the pack's notation."""
    first = draw(points())
    shape = draw(st.sampled_from(["point", "open", "interval"]))
    if shape == "point":
        return first
    if shape == "open":
        return first + "/.."
    second = draw(points())
    low, high = sorted((first, second), key=lambda text: parse(text).earliest)
    return f"{low}/{high}"


@given(notations())
def test_prints_as_it_was_written(text: str) -> None:
    """Parsing loses nothing."""
    assert str(parse(text)) == text


@given(notations(), notations())
def test_order_is_total_and_by_days(one: str, other: str) -> None:
    """Exactly one of before, after, same days holds."""
    first, second = parse(one), parse(other)
    assert (first < second) + (second < first) + (first.key == second.key) == 1
    assert first.earliest <= first.latest


@given(points())
def test_no_precision_is_invented(text: str) -> None:
    """A date is shown with no month and no day that it doesn't have, in every language."""
    point = parse(text).start
    for language in LANGUAGES:
        shown = wording_for(language).date(FuzzyDate(point))
        digits = "".join(character if character.isdigit() else " " for character in shown).split()
        named = language == "en" and point.month is not None
        assert len(digits) == 1 + (point.month is not None and not named) + (point.day is not None)
        assert str(point.year) in digits


@pytest.mark.parametrize(
    "text",
    ["", "24", "2024-1", "2024-13", "2024-00", "2024-02-30", "2024/", "/2024", "../2024", "2024/../2025", "2024~?", "2024%",
     "0000", "10000", "2024-01-01T00:00", "２０２４", "2024-05/2024-04", "2024 ", "-2024", "2024-04-31/..", "2024X"],
)  # fmt: skip
def test_anything_else_is_refused(text: str) -> None:
    """What the notation doesn't have raises, with words."""
    with pytest.raises(ValueError, match=r"date|calendar|begins"):
        parse(text)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02~", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-04/2024-09", date(2024, 4, 1), date(2024, 9, 30)),
        ("2025-05/..", date(2025, 5, 1), date.max),
    ],
)
def test_days(text: str, earliest: date, latest: date) -> None:
    """From the first day that a date can mean to the last."""
    assert parse(text).key == (earliest, latest)
