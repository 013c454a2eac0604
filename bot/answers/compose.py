"""Items of the store as cards and as lines of a list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from bot.answers.context import Context
from bot.cards import Card, Field, Kind, Line, Mark, SourceLine
from bot.pack.dates import FuzzyDate
from bot.pack.schema import (
    ANONYMOUS,
    UNKNOWN,
    Citation,
    Existence,
    Fact,
    Item,
    Parent,
    Quote,
    Role,
    Source,
    TimelineEntry,
    Topic,
    kind_of,
)
from bot.pack.text import Text

_Others = Mapping[str, Item]
_Dated = TypeVar("_Dated", Role, Parent)


async def card_of(context: Context, item: Item) -> Card:
    """The card of any item, with the names of all that it refers to."""
    others = await context.store.get(_references(item))
    match item:
        case Topic():
            return await _topic_card(context, item, others)
        case Source():
            return _source_card(context, item)
        case _:
            return _entry_card(context, item, others)


def _references(item: Item) -> list[str]:
    match item:
        case Source():
            return []
        case Topic():
            ids = [citation.source for citation in _citations(item)]
            ids += [role.organisation for role in item.roles or ()]
            ids += [role.reports_to for role in item.roles or () if role.reports_to]
            return ids + [parent.of for parent in item.parents or ()]
        case _:
            return [citation.source for citation in item.sources] + [item.topics[0]] + speaker_ids([item])


def _entry_card(context: Context, item: Fact | Quote | TimelineEntry, others: _Others) -> Card:
    say = context.say
    text = context.text(item.text)
    fields: list[Field] = []
    if isinstance(item, Quote):
        text = say("quotation", words=text)
        original = item.text.get(item.original)
        if original and original != context.text(item.text) and not _same_language(context.language, item.original):
            fields.append(Field(label=say("label-original"), lines=(say("quotation", words=original),)))
    if item.checked:
        fields.append(Field(label=say("label-checked"), lines=(say.point(item.checked),)))
    return replace(
        _frame(context, item),
        title=title_of(context, item, others),
        text=text,
        status=_mark(context, item.status),
        date=_date_of(context, item),
        correction=_correction(context, item.correction),
        fields=tuple(fields),
        sources=_source_lines(context, item.sources, others),
    )


async def _topic_card(context: Context, topic: Topic, others: _Others) -> Card:
    say = context.say
    counts = await context.store.count_about(topic.id)
    entries = [say(f"entries-{word}", count=counts[kind]) for kind, word in _COUNTED.items() if counts.get(kind)]
    fields = [
        ("label-type", [say(f"type-{topic.type}")]),
        ("label-aliases", [say.join(list(topic.aliases))] if topic.aliases else []),
        ("label-released", [say.date(topic.released)] if topic.released else []),
        ("label-parameters", [say.join(list(topic.parameters))] if topic.parameters else []),
        ("label-licence", [context.text(topic.licence)] if topic.licence else []),
        ("label-modalities", [say.join(list(topic.modalities))] if topic.modalities else []),
        ("label-roles", [_role_line(context, role, others) for role in _in_order(topic.roles)]),
        ("label-exists", [_span(context, topic.exists)] if topic.exists else []),
        ("label-parents", [_parent_line(context, parent, others) for parent in _in_order(topic.parents)]),
        ("label-entries", [say.join(entries)] if entries else []),
    ]
    return replace(
        _frame(context, topic),
        title=context.text(topic.name),
        text=context.text(topic.summary) if topic.summary else "",
        fields=tuple(Field(label=say(label), lines=tuple(lines)) for label, lines in fields if lines),
        sources=_source_lines(context, _citations(topic), others),
    )


_COUNTED = {"fact": "facts", "quote": "quotes", "timeline": "timeline"}


def _source_card(context: Context, source: Source) -> Card:
    say = context.say
    return replace(
        _frame(context, source),
        title=context.text(source.title),
        text="",
        date=say.date(source.date),
        fields=(
            Field(label=say("label-type"), lines=(say(f"work-{source.type}"),)),
            Field(label=say("label-publisher"), lines=(context.text(source.publisher),)),
        ),
        sources=(SourceLine(text=source.url, place="", url=source.url),) if source.url else (),
    )


def _frame(context: Context, item: Item) -> Card:
    """What the card of every kind of item has."""
    report_url = context.store.summary.header.report_url
    return Card(
        id=item.id,
        kind=_card_kind(item),
        language=context.language,
        kind_label=context.say(f"kind-{kind_of(item)}"),
        title="",
        text="",
        sources_label=context.say("label-sources"),
        report=(context.say("label-report"), report_url) if report_url else None,
    )


def _card_kind(item: Item) -> Kind:
    kind: Kind = kind_of(item)  # type: ignore[assignment] # each of KINDS is a card's kind
    return kind


def _citations(topic: Topic) -> list[Citation]:
    """The citations of a topic, its roles and its parents, each once."""
    every = list(topic.sources)
    for role in topic.roles or ():
        every += role.sources
    for parent in topic.parents or ():
        every += parent.sources
    return list(dict.fromkeys(every))


def _mark(context: Context, status: str) -> Mark:
    return Mark(code=status, text=context.say(f"status-{status}"))


def _correction(context: Context, correction: Text | None) -> Field | None:
    if correction is None:
        return None
    return Field(label=context.say("label-correction"), lines=(context.text(correction),))


def _date_of(context: Context, item: Item) -> str:
    return context.say.date(item.date) if isinstance(item, Quote | TimelineEntry | Source) else ""


def _same_language(one: str, other: str) -> bool:
    return one.partition("-")[0] == other.partition("-")[0]


def title_of(context: Context, item: Item, others: _Others) -> str:
    """A fact's first topic, a quote's speaker, anything else's own title or name."""
    match item:
        case Topic():
            return context.text(item.name)
        case Quote():
            speaker = _speaker(context, item, others)
            inferred = item.attribution == "inferred"
            return context.say("attribution-inferred", speaker=speaker) if inferred else speaker
        case TimelineEntry() | Source():
            return context.text(item.title)
        case Fact():
            return _name(context, item.topics[0], others)


def _speaker(context: Context, quote: Quote, others: _Others) -> str:
    if quote.speaker in (ANONYMOUS, UNKNOWN):
        return context.say(f"speaker-{quote.speaker}")
    return _name(context, quote.speaker, others)


def _name(context: Context, topic: str, others: _Others) -> str:
    item = others.get(topic)
    return context.text(item.name) if isinstance(item, Topic) else topic


def _source_lines(context: Context, citations: Iterable[Citation], others: _Others) -> tuple[SourceLine, ...]:
    say = context.say
    places: dict[str, list[str]] = {}
    for citation in citations:
        places.setdefault(citation.source, []).extend([citation.at] if citation.at else [])
    lines: list[SourceLine] = []
    for id, at in places.items():
        source = others[id]
        assert isinstance(source, Source)
        text = say(
            "source-line",
            title=context.text(source.title),
            publisher=context.text(source.publisher),
            date=say.date(source.date),
        )
        place = say(f"place-{source.locator or 'other'}", at=say.join(at)) if at else ""
        lines.append(SourceLine(text=text, place=place, url=source.url))
    return tuple(lines)


def _in_order(dated: tuple[_Dated, ...] | None) -> list[_Dated]:
    return sorted(dated or (), key=lambda one: (one.from_.earliest, one.from_.latest))


def _span(context: Context, dated: Role | Parent | Existence) -> str:
    return context.say.date(FuzzyDate(dated.from_, dated.to, open=dated.to is None))


def _role_line(context: Context, role: Role, others: _Others) -> str:
    say = context.say
    what = say("role", title=context.text(role.title), organisation=_name(context, role.organisation, others))
    dates = _span(context, role)
    if role.reports_to:
        dates = say.join([dates, say("role-reports-to", person=_name(context, role.reports_to, others))])
    return say("role-dated", role=what, dates=dates, status=_mark(context, role.status).text)


def _parent_line(context: Context, parent: Parent, others: _Others) -> str:
    say = context.say
    status = _mark(context, parent.status).text
    return say("role-dated", role=_name(context, parent.of, others), dates=_span(context, parent), status=status)


def speaker_ids(items: Iterable[Item]) -> list[str]:
    """The topics that are speakers of quotes among ``items``."""
    return [item.speaker for item in items if isinstance(item, Quote) and item.speaker not in (ANONYMOUS, UNKNOWN)]


async def lines_of(context: Context, ids: Iterable[str]) -> tuple[Line, ...]:
    """Items by id as lines of a list, in the order given."""
    items = await context.store.get(ids)
    first_topics = [item.topics[0] for item in items.values() if isinstance(item, Fact)]
    others = await context.store.get([*first_topics, *speaker_ids(items.values())])
    return tuple(_line(context, item, others) for item in items.values())


def _line(context: Context, item: Item, others: _Others) -> Line:
    text = item.summary if isinstance(item, Topic) else None if isinstance(item, Source) else item.text
    shown = context.text(text) if text else ""
    return Line(
        id=item.id,
        kind=_card_kind(item),
        kind_label=context.say(f"kind-{kind_of(item)}"),
        title=title_of(context, item, others),
        text=context.say("quotation", words=shown) if isinstance(item, Quote) else shown,
        date=_date_of(context, item),
        status=_mark(context, item.status) if isinstance(item, Fact | Quote | TimelineEntry) else None,
    )
