"""Ids as a page of a list, or as the one card among them that is wanted."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.compose import card_of, lines_of
from bot.answers.context import Context
from bot.answers.outcomes import Found, Listed, NotFound
from bot.answers.requests import PAGE


async def page_of(context: Context, title: str, ids: Sequence[str], page: int) -> Listed | NotFound:
    """Page ``page``, from 0, of the list of ``ids``, which isn't empty."""
    pages = -(-len(ids) // PAGE)
    if not 0 <= page < pages:
        return NotFound(message=context.say("nothing-exhausted"), language=context.language)
    lines = await lines_of(context, ids[page * PAGE : (page + 1) * PAGE])
    return Listed(title=title, lines=lines, page=page, pages=pages, total=len(ids), language=context.language)


async def one_of(context: Context, ids: Sequence[str], index: int) -> Found | NotFound:
    """The card of the ``index``-th of ``ids``, which isn't empty."""
    if not 0 <= index < len(ids):
        return NotFound(message=context.say("nothing-exhausted"), language=context.language)
    items = await context.store.get([ids[index]])
    return Found(card=await card_of(context, items[ids[index]]), index=index, total=len(ids))
