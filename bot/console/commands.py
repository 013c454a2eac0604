"""The console's own grammar: ``/fact llama 4``, ``/timeline llama since:2024 until:2025-03``, or a plain question."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bot.answers.requests import (
    FactRequest,
    HelpRequest,
    PlainRequest,
    QuoteRequest,
    RandomRequest,
    Request,
    SearchRequest,
    ShowRequest,
    TimelineRequest,
    TopicRequest,
)

ENTRY_KINDS = ("fact", "quote", "timeline")
SEARCH_KINDS = (*ENTRY_KINDS, "topic")

_Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Command:
    """One slash command: the options it takes, the first of which free words fill; ``build`` makes the request."""

    options: tuple[str, ...]
    build: Callable[[_Values], Request]


COMMANDS: dict[str, Command] = {
    "fact": Command(("topic",), lambda values: FactRequest(topic=values.get("topic"))),
    "quote": Command(
        ("speaker", "topic"), lambda values: QuoteRequest(speaker=values.get("speaker"), topic=values.get("topic"))
    ),
    "timeline": Command(
        ("topic", "since", "until"),
        lambda values: TimelineRequest(topic=values.get("topic"), since=values.get("since"), until=values.get("until")),
    ),
    "search": Command(("query", "kind"), lambda values: SearchRequest(query=values.get("query", ""), kind=values.get("kind"))),
    "topic": Command(("name",), lambda values: TopicRequest(name=values.get("name", ""))),
    "random": Command(("kind",), lambda values: RandomRequest(kind=values.get("kind"))),
    "show": Command(("id",), lambda values: ShowRequest(id=values.get("id", ""))),
    "help": Command((), lambda _: HelpRequest()),
}
OWN_COMMANDS = ("next", "language", "quit")
"""What the console does itself, without asking."""


@dataclass(frozen=True, slots=True)
class Own:
    """One of ``OWN_COMMANDS`` with what follows it."""

    name: str
    argument: str


@dataclass(frozen=True, slots=True)
class Mistake:
    """A line that cannot be understood: the message's name in the localisation files, and its values."""

    message: str
    values: Mapping[str, str]


def parse_line(line: str) -> Request | Own | Mistake:
    """What one line asks for."""
    line = line.strip()
    if not line.startswith("/"):
        return PlainRequest(text=line)
    name, _, rest = line[1:].partition(" ")
    name = name.casefold()
    if name in OWN_COMMANDS:
        return Own(name, rest.strip())
    command = COMMANDS.get(name)
    if command is None:
        return Mistake("console-unknown-command", {"command": _shown(name)})
    values = _options(command, rest)
    if isinstance(values, str):
        if not command.options:
            return Mistake("console-no-options", {"command": name})
        options = ", ".join(f"{option}:" for option in command.options)
        return Mistake("console-unknown-option", {"command": name, "option": _shown(values), "options": options})
    kind = values.get("kind")
    kinds = SEARCH_KINDS if name == "search" else ENTRY_KINDS
    if kind is not None and kind not in kinds:
        return Mistake("console-bad-kind", {"kind": _shown(kind), "kinds": ", ".join(kinds)})
    return command.build(values)


def following(request: Request) -> Request | None:
    """The request for what comes after ``request``'s answer; None where there is nothing to page."""
    match request:
        case FactRequest(topic=str()) | QuoteRequest() | PlainRequest():
            return replace(request, index=request.index + 1)
        case TimelineRequest() | SearchRequest():
            return replace(request, page=request.page + 1)
        case _:
            return request if isinstance(request, FactRequest | RandomRequest) else None


def _options(command: Command, rest: str) -> dict[str, str] | str:
    """The options by name, or the one that isn't an option of ``command``."""
    if not command.options:
        return {} if not rest.strip() else rest.strip()
    known = "|".join(command.options)
    pieces = re.split(rf"(?:^|(?<=\s))({known})[:：]\s*", rest)
    values = {command.options[0]: pieces[0].strip()} if pieces[0].strip() else {}
    for option, value in zip(pieces[1::2], pieces[2::2], strict=True):
        if value.strip():
            values[option] = value.strip()
    return values


def _shown(text: str) -> str:
    return "".join(character for character in text[:40] if character.isprintable())
