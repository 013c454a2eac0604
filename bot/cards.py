"""A card: one answer, ready to show, in one language. It knows nothing of Discord, of terminals, or of Markdown.

Every text is plain: a front escapes it as its medium needs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["fact", "quote", "timeline", "topic", "source", "help"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A cited work: ``text`` has title, publisher and date, ``place`` where in it (may be empty)."""

    text: str
    place: str
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A status: its code for colours, its words for people."""

    code: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A labelled value; several lines where it is a list."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a front shows. ``fields`` come between the text and the sources, in order."""

    id: str
    kind: Kind
    language: str
    kind_label: str
    title: str
    text: str
    status: Mark | None = None
    date: str = ""
    correction: Field | None = None
    fields: tuple[Field, ...] = ()
    sources: tuple[SourceLine, ...] = ()
    sources_label: str = ""
    report: tuple[str, str] | None = None
    """Label and address of where a mistake is reported."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One result in a list."""

    id: str
    kind: Kind
    kind_label: str
    title: str
    text: str
    date: str
    status: Mark | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A topic near to what was asked."""

    id: str
    title: str
