"""``/search``: everything that matches, as a list; the one card where an id was asked for."""

from __future__ import annotations

from bot.answers.compose import card_of
from bot.answers.context import Context
from bot.answers.echo import echo
from bot.answers.find import search
from bot.answers.listing import page_of
from bot.answers.nothing import nothing_on
from bot.answers.outcomes import Found, Outcome
from bot.answers.requests import SearchRequest


async def answer_search(context: Context, request: SearchRequest) -> Outcome:
    """The results of all kinds, or of one."""
    query = request.query.strip()
    item = (await context.store.get([query.casefold()])).get(query.casefold()) if len(query) < 64 else None
    if item is not None:
        return Found(card=await card_of(context, item))
    findings = await search(context.store, query, kind=request.kind)
    if not findings.hits:
        return await nothing_on(context, query, findings.near)
    title = context.say("search-title", query=echo(query))
    return await page_of(context, title, [hit.id for hit in findings.hits], request.page)
