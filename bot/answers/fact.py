"""``/fact``: the best fact about a topic, and the rest behind it."""

from __future__ import annotations

from bot.answers.context import Context
from bot.answers.find import find_topic, search
from bot.answers.listing import one_of
from bot.answers.nothing import nothing_on
from bot.answers.outcomes import Outcome
from bot.answers.requests import FactRequest


async def answer_fact(context: Context, request: FactRequest) -> Outcome:
    """The facts about the topic that is named; for other words, the facts that match them."""
    asked = request.topic or ""
    topic = await find_topic(context.store, asked)
    ids = await context.store.entry_ids("fact", topic=topic) if topic else []
    if not ids:
        findings = await search(context.store, asked, kind="fact")
        ids = [hit.id for hit in findings.hits]
        if not ids:
            return await nothing_on(context, asked, (topic,) if topic else findings.near)
    return await one_of(context, ids, request.index)
