"""``/help``: what can be asked, and from what it is answered."""

from __future__ import annotations

from typing import get_args

from bot import __version__
from bot.answers.context import Context
from bot.answers.outcomes import Found
from bot.cards import Card, Field
from bot.pack.schema import Status

COMMANDS = ("fact", "quote", "timeline", "search", "topic", "random", "help")


def answer_help(context: Context, extra: tuple[str, ...] = ()) -> Found:
    """The help card; ``extra`` are commands that only this front has."""
    say, header = context.say, context.store.summary.header
    counts = context.store.summary.counts
    contents = [say(f"entries-{word}", count=counts.get(kind, 0)) for kind, word in _COUNTED.items()]

    def row(label: str, text: str) -> str:
        return say("label-value", label=label, value=text)

    fields = (
        Field(
            label=say("help-commands"),
            lines=tuple(row(f"/{name}", say(f"help-{name}")) for name in (*COMMANDS, *extra)),
        ),
        Field(
            label=say("help-statuses"),
            lines=tuple(row(say(f"status-{code}"), say(f"help-status-{code}")) for code in get_args(Status)),
        ),
        Field(
            label=say("help-pack"),
            lines=(
                row(say("label-about"), context.text(header.about)),
                row(say("help-licence"), context.text(header.licence)),
                row(say("help-as-of"), say.point(header.as_of)),
                row(say("help-counts"), say.join(contents)),
            ),
        ),
        Field(label=say("help-version"), lines=(__version__,)),
    )
    card = Card(
        id="help",
        kind="help",
        language=context.language,
        kind_label="",
        title=context.text(header.title),
        text="\n".join([say("help-about"), say("help-mention", example=say("help-example"))]),
        fields=fields,
        report=(say("label-report"), header.report_url) if header.report_url else None,
    )
    return Found(card=card)


_COUNTED = {"fact": "facts", "quote": "quotes", "timeline": "timeline"}
