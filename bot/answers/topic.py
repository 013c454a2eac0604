"""``/topic``: all that the pack says of one person, team, model or idea."""

from __future__ import annotations

from bot.answers.compose import card_of
from bot.answers.context import Context
from bot.answers.find import find_topic, search
from bot.answers.nothing import nothing_on
from bot.answers.outcomes import Found, Outcome
from bot.answers.requests import TopicRequest


async def answer_topic(context: Context, request: TopicRequest) -> Outcome:
    """The topic's card; free text finds the topic that matches it best."""
    topic = await find_topic(context.store, request.name)
    if topic is None:
        findings = await search(context.store, request.name, kind="topic")
        if not findings.hits:
            return await nothing_on(context, request.name, findings.near)
        topic = findings.hits[0].id
    items = await context.store.get([topic])
    return Found(card=await card_of(context, items[topic]))
