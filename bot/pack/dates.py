"""Dates as the record knows them: a year, a month, a day, an interval, about, uncertain.

The notation is the part of EDTF (ISO 8601-2:2019, level 1) that the pack's schema allows and nothing else:
``2025``, ``2025-11``, ``2025-11-05``, ``2024-04/2024-09``, ``2025-05/..``, with ``~`` or ``?`` after a date.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

Qualifier = Literal["", "~", "?"]

_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?]?)\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One date at the precision that is known: ``month`` and ``day`` are None where they are not."""

    year: int
    month: int | None = None
    day: int | None = None
    qualifier: Qualifier = ""

    @property
    def earliest(self) -> date:
        """The first day that this date can mean."""
        return date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @property
    def latest(self) -> date:
        """The last day that this date can mean."""
        month = 12 if self.month is None else self.month
        return date(self.year, month, calendar.monthrange(self.year, month)[1] if self.day is None else self.day)

    def __str__(self) -> str:
        text = f"{self.year:04}"
        if self.month is not None:
            text += f"-{self.month:02}"
        if self.day is not None:
            text += f"-{self.day:02}"
        return text + self.qualifier


@dataclass(frozen=True, slots=True)
class FuzzyDate:
    """A point, or an interval of two; an interval without ``end`` is still open.

    Order is (earliest day, latest day), as the schema lays down; whoever sorts entries adds their id.
    """

    start: Point
    end: Point | None = None
    open: bool = False

    @property
    def earliest(self) -> date:
        """The first day that this date can mean."""
        return self.start.earliest

    @property
    def latest(self) -> date:
        """The last day that this date can mean; ``date.max`` while an interval is open."""
        if self.open:
            return date.max
        return (self.end or self.start).latest

    @property
    def key(self) -> tuple[date, date]:
        """What dates are ordered by."""
        return self.earliest, self.latest

    def __lt__(self, other: FuzzyDate) -> bool:
        return self.key < other.key

    def __str__(self) -> str:
        if self.open:
            return f"{self.start}/.."
        return f"{self.start}/{self.end}" if self.end else str(self.start)


def parse_point(text: str) -> Point:
    """The single date that ``text`` notes.

    Raises ValueError, its message made for a curator.
    """
    match = _POINT.match(text)
    if match is None:
        raise ValueError(_hint(text))
    year, month, day, qualifier = match.groups()
    point = Point(
        year=int(year),
        month=int(month) if month else None,
        day=int(day) if day else None,
        qualifier="~" if qualifier == "~" else "?" if qualifier == "?" else "",
    )
    try:
        point.earliest, point.latest  # noqa: B018 - the calendar decides whether the day exists
    except (ValueError, calendar.IllegalMonthError):
        raise ValueError(f'there is no day "{text}" in the calendar') from None
    return point


def parse(text: str) -> FuzzyDate:
    """The date or interval that ``text`` notes.

    Raises ValueError, its message made for a curator.
    """
    first, slash, second = text.partition("/")
    start = parse_point(first)
    if not slash:
        return FuzzyDate(start)
    if second == "..":
        return FuzzyDate(start, open=True)
    end = parse_point(second)
    if end.latest < start.earliest:
        raise ValueError(f'the interval "{text}" ends before it begins')
    return FuzzyDate(start, end)


def _hint(text: str) -> str:
    shown = text if len(text) <= 40 else text[:40] + "…"
    return (
        f'"{shown}" is not a date; write 2025, 2025-11 or 2025-11-05, an interval as 2024-04/2024-09 or '
        "2025-05/.., with ~ (about) or ? (uncertain) after a date"
    )
