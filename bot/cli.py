"""The command line, and the composition root: everything is built here and handed on by keyword."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import stat
import sys
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict
from functools import partial
from pathlib import Path

from bot import __version__
from bot.answers.answers import Answers
from bot.answers.context import Asker
from bot.answers.outcomes import Found
from bot.answers.requests import PlainRequest, ShowRequest
from bot.config import Settings, read_settings
from bot.console.commands import OWN_COMMANDS
from bot.console.render import one_line, render
from bot.console.session import converse
from bot.console.terminal import piped_lines, printer, show_on, terminal_lines
from bot.errors import BuildError, InvalidPackError, LlamaloreError, SettingError
from bot.library import Library, open_library
from bot.pack.checker import check_pack
from bot.pack.files import printable
from bot.pack.report import FORMATS
from bot.pack.schema import as_written, json_schema, kind_of
from bot.wording import LANGUAGES, wording_for

_USAGE_ERROR = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command that ``arguments`` name; the exit code. Faults are a plain sentence on standard error and 2."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr] # text streams
    options = _parser().parse_args(arguments)
    try:
        code = _run(options, read_settings(os.environ))
        sys.stdout.flush()
    except InvalidPackError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        print(f"llamalore: {error}; mend what is listed above", file=sys.stderr)
    except LlamaloreError as error:
        print(f"llamalore: {error}", file=sys.stderr)
    except BrokenPipeError:
        # Whoever read our output has gone; pointing it elsewhere keeps the interpreter's last flush quiet.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    else:
        return code
    return _USAGE_ERROR


def console_script() -> None:
    """The installed command."""
    sys.exit(main())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="llamalore", description="Answers from a checked, sourced pack of facts, quotes and timeline entries."
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    commands.add_parser("console", help="ask at a prompt, or a line each from a pipe")
    check = commands.add_parser("check", help="validate a pack; exit 0 or 1")
    check.add_argument("pack", nargs="?", type=Path, metavar="PACK", help="the folder (default: BOT_FACTS)")
    check.add_argument("--format", choices=tuple(FORMATS), default="text")
    ask = commands.add_parser("ask", help="answer a question, or one a line from standard input")
    ask.add_argument("question", nargs="*", metavar="QUESTION")
    ask.add_argument("--json", action="store_true", help="one JSON object a line")
    ask.add_argument("--language", choices=LANGUAGES)
    ask.add_argument("--limit", type=_positive, default=5, metavar="N", help="results at most, with --json (default 5)")
    show = commands.add_parser("show", help="one card as members see it")
    show.add_argument("id", metavar="ID")
    show.add_argument("--language", choices=LANGUAGES)
    show.add_argument("--format", choices=("text", "json"), default="text")
    commands.add_parser("dump", help="the corpus as JSON lines")
    commands.add_parser("schema", help="the pack's JSON Schema, for editors")
    return parser


def _positive(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() else 0
    if not 1 <= number <= 100:
        raise argparse.ArgumentTypeError("a number from 1 to 100 is expected")
    return number


def _run(options: argparse.Namespace, settings: Settings) -> int:
    match options.command:
        case "check":
            return _check(options.pack or settings.facts, options.format)
        case "dump":
            return _dump(settings)
        case "schema":
            print(json.dumps(json_schema(), ensure_ascii=False, indent=2))
            return 0
        case "ask":
            return asyncio.run(_ask(options, settings))
        case "show":
            return asyncio.run(_show(options, settings))
        case "console":
            return asyncio.run(_console(settings))
        case _:
            if not (sys.stdin and (sys.stdin.isatty() or _is_piped())):
                raise SettingError(
                    "there is nothing to do: standard input is neither a terminal nor a pipe; "
                    "type at a terminal, pipe questions in, or see llamalore --help"
                )
            return asyncio.run(_console(settings))


def _is_piped() -> bool:
    mode = os.fstat(sys.stdin.fileno()).st_mode
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode) or stat.S_ISSOCK(mode)


def _check(pack: Path, form: str) -> int:
    checked = check_pack(pack)
    print(FORMATS[form](checked))
    return 0 if checked.corpus is not None else 1


def _dump(settings: Settings) -> int:
    checked = check_pack(settings.facts)
    if checked.corpus is None:
        raise InvalidPackError(checked.problems)
    for item in checked.corpus.items:
        print(json.dumps({"kind": kind_of(item)} | as_written(item), ensure_ascii=False))
    return 0


@asynccontextmanager
async def _library(settings: Settings) -> AsyncIterator[Library]:
    """The library with its stores in BOT_DATA, or in a folder that goes with the process where that can't be written."""
    try:
        settings.data.joinpath("stores").mkdir(parents=True, exist_ok=True)
        writable = os.access(settings.data / "stores", os.W_OK | os.X_OK)
    except OSError:
        writable = False
    if writable:
        async with open_library(pack=settings.facts, data=settings.data) as library:
            yield library
        return
    try:
        folder = tempfile.TemporaryDirectory(prefix="llamalore-", ignore_cleanup_errors=True)
    except OSError as error:
        where = printable(str(settings.data))
        raise BuildError(f"neither {where} nor a temporary folder can be written; set BOT_DATA") from error
    with folder as temporary:
        async with open_library(pack=settings.facts, data=Path(temporary)) as library:
            yield library


async def _ask(options: argparse.Namespace, settings: Settings) -> int:
    asker = Asker(option=options.language, channel="ask")
    async with _library(settings) as library:
        answers = Answers(library=library, language=settings.language)

        async def line_for(question: str) -> str:
            if options.json:
                return json.dumps(await answers.results(question, asker, limit=options.limit), ensure_ascii=False)
            return one_line(await answers.answer(PlainRequest(text=question), asker)) if question.strip() else ""

        if options.question and options.json:
            print(await line_for(" ".join(options.question)))
        elif options.question:
            outcome = await answers.answer(PlainRequest(text=" ".join(options.question)), asker)
            show_on(printer(terminal=sys.stdout.isatty()), render(outcome))
        else:
            async for line in piped_lines():
                print(await line_for(line), flush=True)
    return 0


async def _show(options: argparse.Namespace, settings: Settings) -> int:
    async with _library(settings) as library:
        answers = Answers(library=library, language=settings.language)
        outcome = await answers.answer(ShowRequest(id=options.id), Asker(option=options.language))
    if not isinstance(outcome, Found):
        print(f'llamalore: there is no id "{printable(options.id[:60])}" in the pack', file=sys.stderr)
        return 1
    if options.format == "json":
        print(json.dumps(asdict(outcome.card), ensure_ascii=False, indent=2))
    else:
        show_on(printer(terminal=sys.stdout.isatty()), render(outcome))
    return 0


async def _console(settings: Settings) -> int:
    terminal = sys.stdin.isatty() and sys.stdout.isatty()
    console = printer(terminal=sys.stdout.isatty())
    async with _library(settings) as library:
        answers = Answers(library=library, language=settings.language, extra_help=OWN_COMMANDS)
        async with library.lease() as store:
            summary = store.summary
        language = settings.language or summary.header.languages[0]
        if terminal:
            title = summary.header.title.in_language(language, summary.header.languages)
            console.print(wording_for(language)("console-welcome", title=title), style="dim")
            lines = terminal_lines(summary.names, settings.data / "console_history")
        else:
            lines = piped_lines()
        await converse(answers, lines, partial(show_on, console), language=language)
    return 0
