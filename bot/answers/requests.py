"""What can be asked. A front turns its own input into one of these."""

from __future__ import annotations

from dataclasses import dataclass

PAGE = 8
"""Lines on a page of a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRequest:
    """A fact about ``topic`` (an id, a name, free text), the ``index``-th of all; None: one at random."""

    topic: str | None = None
    index: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRequest:
    """A quote by ``speaker`` or about ``topic``, or both; neither: one at random."""

    speaker: str | None = None
    topic: str | None = None
    index: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRequest:
    """What happened, about ``topic``, between ``since`` and ``until`` (dates as in the pack), both inclusive."""

    topic: str | None = None
    since: str | None = None
    until: str | None = None
    page: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRequest:
    """Everything that matches ``query``, of one ``kind`` or of all; the one card where the query is an id."""

    query: str
    kind: str | None = None
    page: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRequest:
    """One topic, by id, name or free text."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RandomRequest:
    """One entry at random, of a ``kind`` or of all."""

    kind: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpRequest:
    """What the bot can do, and what pack it answers from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowRequest:
    """The card of one id."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainRequest:
    """A question in plain words, as in a mention: a leading word may name the kind. The ``index``-th result."""

    text: str
    index: int = 0


Request = (
    FactRequest
    | QuoteRequest
    | TimelineRequest
    | SearchRequest
    | TopicRequest
    | RandomRequest
    | HelpRequest
    | ShowRequest
    | PlainRequest
)
