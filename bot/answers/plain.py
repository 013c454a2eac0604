"""A question in plain words: a mention, a line at the console, ``ask``."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers.context import Context
from bot.answers.find import Findings, search
from bot.answers.listing import one_of
from bot.answers.nothing import nothing_on
from bot.answers.outcomes import Outcome
from bot.answers.quote import answer_quote
from bot.answers.requests import PlainRequest, QuoteRequest, TimelineRequest
from bot.answers.timeline import answer_timeline
from bot.search.query import split_kind
from bot.search.ranking import Hit
from bot.search.when import find_date
from bot.store.store import Store


@dataclass(frozen=True, slots=True)
class PlainFindings:
    """What a plain question asks for, and what was found."""

    kind: str | None
    rest: str
    findings: Findings


async def find_plain(store: Store, text: str) -> PlainFindings:
    """All that a plain question finds, best first: of the kind that its first word names, else of all kinds.

    A date alone asks for what happened then.
    A first word that names a kind is read as one only where something follows it.
    """
    kind, rest = split_kind(text)
    if kind and not rest:
        kind, rest = None, text.strip()
    date = find_date(rest)
    if kind == "timeline" or (kind is None and date is not None and not date.rest):
        return PlainFindings(kind, rest, await _find_timeline(store, rest))
    return PlainFindings(kind, rest, await search(store, rest, kind=kind))


async def _find_timeline(store: Store, text: str) -> Findings:
    found = find_date(text)
    if found is None:
        return await search(store, text, kind="timeline")
    ids = await store.timeline_ids(since=found.date.earliest, until=found.date.latest, inside_first=True)
    if found.rest:
        about = {hit.id for hit in (await search(store, found.rest, kind="timeline")).hits}
        ids = [id for id in ids if id in about]
    return Findings(tuple(Hit(id, "timeline", 1.0) for id in ids))


async def answer_plain(context: Context, request: PlainRequest) -> Outcome:
    """The best card, with the rest behind it; a timeline as a list."""
    kind, rest = split_kind(request.text)
    if kind == "timeline":
        found = find_date(rest)
        if found is None:
            return await answer_timeline(context, TimelineRequest(topic=rest or None, page=request.index))
        day = str(found.date)
        asked = TimelineRequest(topic=found.rest or None, since=day, until=day, page=request.index)
        return await answer_timeline(context, asked)
    if kind == "quote" and rest:
        return await answer_quote(context, QuoteRequest(speaker=rest, index=request.index))
    plain = await find_plain(context.store, request.text)
    if not plain.findings.hits:
        return await nothing_on(context, plain.rest, plain.findings.near)
    return await one_of(context, [hit.id for hit in plain.findings.hits], request.index)
