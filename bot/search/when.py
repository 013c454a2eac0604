"""Dates as people type them in a question."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.pack.dates import FuzzyDate, parse_point
from bot.search.normalise import normalise

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_YEAR}\s*年\s*(?P<month>[0-9]{{1,2}})\s*月份?\s*(?:(?P<day>[0-9]{{1,2}})\s*[日号])?",
        rf"\b{_YEAR}[-/.](?P<month>[0-9]{{1,2}})(?:[-/.](?P<day>[0-9]{{1,2}}))?(?![0-9])",
        rf"\b(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<name>{_MONTH})\.?,?\s+{_YEAR}\b",
        rf"\b(?P<name>{_MONTH})\.?\s+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}\b",
        rf"\b(?P<name>{_MONTH})\.?,?\s+(?:of\s+)?{_YEAR}\b",
        rf"{_YEAR}\s*年",
        rf"(?<![0-9a-z.-]){_YEAR}(?![0-9a-z.]|-[0-9])",
    )
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text, and the text without it (normalised)."""

    date: FuzzyDate
    rest: str


def find_date(text: str) -> FoundDate | None:
    """The first date in ``text``, in any usual form of English or Chinese; None where there is none."""
    folded = normalise(text)
    for pattern in _PATTERNS:
        match = pattern.search(folded)
        if match is None:
            continue
        groups = match.groupdict()
        month = _MONTHS[groups["name"]] if groups.get("name") else groups.get("month")
        notation = "-".join(part for part in (groups["year"], _two(month), _two(groups.get("day"))) if part is not None)
        try:
            date = FuzzyDate(parse_point(notation))
        except ValueError:
            continue
        return FoundDate(date, (folded[: match.start()] + " " + folded[match.end() :]).strip())
    return None


def _two(number: str | int | None) -> str | None:
    return f"{int(number):02}" if number else None
