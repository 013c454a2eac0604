"""How "nothing found" is said: in words, with the nearest topics."""

from __future__ import annotations

from bot.answers.context import Context
from bot.answers.echo import echo
from bot.answers.find import suggestions
from bot.answers.outcomes import NotFound


async def nothing_on(context: Context, query: str, near: tuple[str, ...]) -> NotFound:
    """There is nothing on ``query``; ``near`` are the ids of topics that may be meant."""
    if not query.strip():
        return nothing_at_all(context)
    shown = echo(query)
    offered = await suggestions(context, near)
    if not offered:
        return NotFound(message=context.say("nothing", query=shown), language=context.language)
    topics = context.say.join([suggestion.title for suggestion in offered])
    message = context.say("nothing-near", query=shown, topics=topics)
    return NotFound(message=message, language=context.language, suggestions=offered)


def nothing_at_all(context: Context) -> NotFound:
    """The pack has nothing of the kind that was asked for."""
    return NotFound(message=context.say("nothing-at-all"), language=context.language)
