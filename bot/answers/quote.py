"""``/quote``: what somebody said, by speaker, by topic, or both."""

from __future__ import annotations

from bot.answers.context import Context
from bot.answers.find import find_topic, search
from bot.answers.listing import one_of
from bot.answers.nothing import nothing_on
from bot.answers.outcomes import Outcome
from bot.answers.requests import QuoteRequest
from bot.pack.schema import ANONYMOUS, UNKNOWN


async def answer_quote(context: Context, request: QuoteRequest) -> Outcome:
    """The quotes by the speaker, about the topic; with both given, those that are both."""
    lists: list[list[str]] = []
    for asked, as_speaker in ((request.speaker, True), (request.topic, False)):
        if not asked or not asked.strip():
            continue
        ids, near = await _quotes(context, asked, as_speaker=as_speaker)
        if not ids:
            return await nothing_on(context, asked, near)
        lists.append(ids)
    ids = [id for id in lists[0] if all(id in other for other in lists[1:])]
    if not ids:
        return await nothing_on(context, f"{request.speaker} {request.topic}", ())
    return await one_of(context, ids, request.index)


async def _quotes(context: Context, asked: str, *, as_speaker: bool) -> tuple[list[str], tuple[str, ...]]:
    store = context.store
    if as_speaker and asked.strip().casefold() in (ANONYMOUS, UNKNOWN):
        return await store.entry_ids("quote", speaker=asked.strip().casefold()), ()
    topic = await find_topic(store, asked)
    if topic is not None:
        ids = await store.entry_ids("quote", speaker=topic) if as_speaker else []
        return ids or await store.entry_ids("quote", topic=topic), (topic,)
    findings = await search(store, asked, kind="quote")
    return [hit.id for hit in findings.hits], findings.near
