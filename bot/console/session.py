"""One session at the console: lines in, answers out. The same for a terminal and for a pipe."""

from __future__ import annotations

from collections.abc import AsyncIterable, Callable

from rich.text import Text

from bot.answers.answers import Answers
from bot.answers.context import Asker
from bot.answers.outcomes import NotFound
from bot.answers.requests import Request
from bot.console.commands import Mistake, Own, following, parse_line
from bot.console.render import render
from bot.errors import StoreError
from bot.wording import LANGUAGES, wording_for


async def converse(answers: Answers, lines: AsyncIterable[str], show: Callable[[Text], None], *, language: str) -> None:
    """Answers each line until there are no more; ``language`` is that of the console's own messages."""
    chosen: str | None = None
    last: Request | None = None
    async for line in lines:
        if not line.strip():
            continue
        say = wording_for(chosen or language)
        asked = parse_line(line)
        if isinstance(asked, Mistake):
            show(Text(say(asked.message, **asked.values), "red"))
            continue
        if isinstance(asked, Own):
            if asked.name == "quit":
                return
            if asked.name == "language":
                chosen = asked.argument if asked.argument in LANGUAGES else chosen
                show(_language_answer(asked.argument, chosen or language))
                continue
            if last is None or (further := following(last)) is None:
                show(Text(say("console-no-more"), "yellow"))
                continue
            asked = further
        try:
            outcome = await answers.answer(asked, Asker(option=chosen, channel="console"))
        except StoreError as error:
            show(Text(str(error), "red"))
            continue
        if asked is not last and isinstance(outcome, NotFound) and not _is_first(asked):
            show(Text(say("console-no-more"), "yellow"))
            continue
        last = asked
        show(render(outcome))


def _is_first(request: Request) -> bool:
    return getattr(request, "index", 0) == 0 and getattr(request, "page", 0) == 0


def _language_answer(argument: str, language: str) -> Text:
    if argument in LANGUAGES:
        return Text(wording_for(argument)("console-language-set", language=argument))
    say = wording_for(language)
    return Text(say("console-bad-language", language=argument[:20], languages=", ".join(LANGUAGES)), "red")
