"""What can come of a question. A front handles each with ``match``."""

from __future__ import annotations

from dataclasses import dataclass

from bot.cards import Card, Line, Suggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A card; where it is one of several, ``index`` says which of ``total``."""

    card: Card
    index: int = 0
    total: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A page of a list, at least one line; ``page`` counts from 0."""

    title: str
    lines: tuple[Line, ...]
    page: int
    pages: int
    total: int
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFound:
    """Nothing, said in words; ``suggestions`` are near topics."""

    message: str
    language: str
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """The question cannot be understood as it stands; ``message`` says what to mend."""

    message: str
    language: str


Outcome = Found | Listed | NotFound | Refused
