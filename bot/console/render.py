"""Outcomes as text for a terminal or a pipe; colour is added by whoever prints, by the style of each piece."""

from __future__ import annotations

from rich.text import Text

from bot.answers.outcomes import Found, Listed, NotFound, Outcome, Refused
from bot.cards import Card, Line, SourceLine
from bot.wording import Wording, wording_for

_STATUS_STYLES = {
    "verified": "bold green",
    "claimed": "bold yellow",
    "disputed": "bold red",
    "rumour": "bold magenta",
    "opinion": "bold cyan",
}


def render(outcome: Outcome) -> Text:
    """The outcome as styled text; ``.plain`` is the same without style."""
    match outcome:
        case Found(card=card, index=index, total=total):
            text = _card(card)
            if total > index + 1:
                more = wording_for(card.language)("console-more", count=total - index - 1)
                text.append(f"\n{more}", "dim")
            return text
        case Listed():
            return _list(outcome)
        case NotFound(message=message):
            return Text(message, "yellow")
        case Refused(message=message):
            return Text(message, "red")


def one_line(outcome: Outcome) -> str:
    """The outcome on exactly one line."""
    if isinstance(outcome, Found):
        card = outcome.card
        status = f"[{card.status.text}] " if card.status else ""
        say = wording_for(card.language)
        sources = "; ".join(source_text(say, source) for source in card.sources)
        text = f"{status}{card.title}: {card.text}" + (f" ({sources})" if sources else "") + f" #{card.id}"
    elif isinstance(outcome, Listed):
        items = (f"{line.date} {line.title} #{line.id}".strip() for line in outcome.lines)
        text = f"{outcome.title}: " + "; ".join(items)
    else:
        text = outcome.message
    return " ".join(text.split())


def _card(card: Card) -> Text:
    say = wording_for(card.language)
    text = Text()
    text.append(card.title, "bold")
    details = [part for part in (card.kind_label, card.date) if part]
    if details:
        text.append("  " + " · ".join(details), "dim")
    if card.text:
        text.append(f"\n{card.text}")
    if card.status:
        text.append("\n" + _labelled(say, say("label-status"), ""), "dim")
        text.append(card.status.text, _STATUS_STYLES[card.status.code])
    if card.correction:
        text.append("\n" + _labelled(say, card.correction.label, " ".join(card.correction.lines)), "italic")
    for field in card.fields:
        if len(field.lines) == 1:
            text.append("\n" + _labelled(say, field.label, ""), "dim")
            text.append(field.lines[0])
        else:
            text.append("\n" + _labelled(say, field.label, "").rstrip(), "dim")
            for line in field.lines:
                text.append(f"\n  {line}")
    if card.sources:
        text.append("\n" + _labelled(say, card.sources_label, "").rstrip(), "dim")
        for source in card.sources:
            text.append("\n  - " + source_text(say, source))
            if source.url and source.url != source.text:
                text.append(f"\n    {source.url}", "dim")
    if card.kind != "help":
        text.append("\n" + _labelled(say, say("label-id"), card.id), "dim")
    if card.report:
        text.append("\n" + _labelled(say, *card.report), "dim")
    return text


def _list(listed: Listed) -> Text:
    say = wording_for(listed.language)
    text = Text()
    text.append(listed.title, "bold")
    text.append("  " + say("page", page=listed.page + 1, pages=listed.pages), "dim")
    for line in listed.lines:
        text.append("\n")
        _line(text, line)
    if listed.page + 1 < listed.pages:
        shown = listed.page * len(listed.lines) + len(listed.lines)
        text.append("\n" + say("console-more", count=listed.total - shown), "dim")
    return text


def _line(text: Text, line: Line) -> None:
    text.append(f"{line.date or line.kind_label}  ", "dim")
    text.append(line.title, "bold")
    if line.text and line.text != line.title:
        text.append(f" {_shortened(line.text)}")
    if line.status:
        text.append(f" [{line.status.text}]", _STATUS_STYLES[line.status.code])
    text.append(f" #{line.id}", "dim")


def _labelled(say: Wording, label: str, value: str) -> str:
    return say("label-value", label=label, value=value)


def _shortened(text: str, limit: int = 100) -> str:
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1] + "…"


def source_text(say: Wording, source: SourceLine) -> str:
    """A cited work and the place in it."""
    return say("source-with-place", source=source.text, place=source.place) if source.place else source.text
