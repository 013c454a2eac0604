"""``/timeline``: what happened, in the order of time."""

from __future__ import annotations

from bot.answers.context import Context
from bot.answers.echo import echo
from bot.answers.find import find_topic, search
from bot.answers.listing import page_of
from bot.answers.nothing import nothing_on
from bot.answers.outcomes import NotFound, Outcome, Refused
from bot.answers.requests import TimelineRequest
from bot.pack import dates
from bot.pack.dates import FuzzyDate
from bot.pack.schema import Topic
from bot.search.when import find_date


async def answer_timeline(context: Context, request: TimelineRequest) -> Outcome:
    """The events about a topic in a range; every event that can lie in it, in part or whole."""
    say, store = context.say, context.store
    bounds: list[FuzzyDate | None] = []
    for text in (request.since, request.until):
        bound = _bound(text) if text else None
        if text and bound is None:
            return Refused(message=say("bad-date", text=echo(text)), language=context.language)
        bounds.append(bound)
    since, until = bounds[0].earliest if bounds[0] else None, bounds[1].latest if bounds[1] else None
    if since and until and until < since:
        message = say("bad-range", since=echo(request.since or ""), until=echo(request.until or ""))
        return Refused(message=message, language=context.language)
    asked = (request.topic or "").strip()
    if not asked:
        ids = await store.timeline_ids(since=since, until=until)
        return await _page(context, say("timeline-title"), ids, request.page)
    topic = await find_topic(store, asked)
    if topic is not None:
        item = (await store.get([topic]))[topic]
        assert isinstance(item, Topic)
        title = say("timeline-title-of", topic=context.text(item.name))
        ids = await store.timeline_ids(topic=topic, since=since, until=until)
        return await _page(context, title, ids, request.page)
    findings = await search(store, asked, kind="timeline")
    if not findings.hits:
        return await nothing_on(context, asked, findings.near)
    found = {hit.id for hit in findings.hits}
    ids = [id for id in await store.timeline_ids(since=since, until=until) if id in found]
    return await _page(context, say("timeline-title-of", topic=echo(asked)), ids, request.page)


async def _page(context: Context, title: str, ids: list[str], page: int) -> Outcome:
    if not ids:
        return NotFound(message=context.say("nothing-in-range"), language=context.language)
    return await page_of(context, title, ids, page)


def _bound(text: str) -> FuzzyDate | None:
    try:
        return dates.parse(text.strip())
    except ValueError:
        found = find_date(text)
        return found.date if found and not found.rest else None
