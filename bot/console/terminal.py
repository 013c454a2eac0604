"""Where the lines come from and go to: a terminal with completion, history and colour, or a pipe."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Iterable
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from rich.console import Console
from rich.text import Text

from bot.console.commands import COMMANDS, OWN_COMMANDS
from bot.search.names import Names
from bot.wording import LANGUAGES


class PackCompleter(Completer):
    """Completes commands after ``/``, then topics; elsewhere the names of topics."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:  # noqa: ARG002 - the toolkit's signature
        """What may follow the text before the cursor."""
        text = document.text_before_cursor.lstrip()
        command, space, rest = text.partition(" ")
        if text.startswith("/") and not space:
            for name in (*COMMANDS, *OWN_COMMANDS):
                if name.startswith(command[1:]):
                    yield Completion(f"/{name}", start_position=-len(command))
            return
        if command == "/language":
            yield from (Completion(tag, start_position=-len(rest)) for tag in LANGUAGES if tag.startswith(rest))
            return
        typed = rest.rpartition(":")[2].lstrip() if text.startswith("/") else text
        if typed:
            for topic in self._names.complete(typed, limit=10):
                yield Completion(topic.shown, start_position=-len(typed))


async def terminal_lines(names: Names, history: Path | None) -> AsyncIterator[str]:
    """What a person types at the prompt, until Ctrl-D; ``history`` is kept where it can be written."""
    session: PromptSession[str] = PromptSession(
        completer=PackCompleter(names), history=_history(history), complete_while_typing=False
    )
    while True:
        try:
            yield await session.prompt_async("> ")
        except KeyboardInterrupt:
            continue
        except EOFError:
            return


def _history(path: Path | None) -> History:
    if path is not None:
        try:
            path.touch(mode=0o600)
            return FileHistory(str(path))
        except OSError:
            pass
    return InMemoryHistory()


async def piped_lines() -> AsyncIterator[str]:
    """The lines of standard input, read as UTF-8; what isn't UTF-8 becomes U+FFFD."""
    while line := await asyncio.to_thread(sys.stdin.buffer.readline):
        yield line.decode("utf-8", "replace").rstrip("\r\n")


def printer(*, terminal: bool) -> Console:
    """Where answers are printed: wrapped and coloured in a terminal, as they are in a pipe."""
    return Console(
        soft_wrap=not terminal, highlight=False, emoji=False, markup=False, color_system="auto" if terminal else None
    )


def show_on(console: Console, text: Text) -> None:
    """Prints one answer and an empty line after it."""
    console.print(text, soft_wrap=not console.is_terminal)
    console.print()
