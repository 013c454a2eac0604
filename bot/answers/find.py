"""From words to ids: what every question uses to find a topic or entries."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers.context import Context
from bot.cards import Suggestion
from bot.pack.schema import ID_FORMAT, MAX_ID, Topic, kind_of
from bot.search.normalise import name_key, normalise
from bot.search.query import Query, parse_query
from bot.search.ranking import Hit, rank, weights
from bot.store.store import Store

_EXACT = 2.0
_MEANT = 1.5
_ABOUT = 1.0


@dataclass(frozen=True, slots=True)
class Findings:
    """What a search gave: hits, best first, and near topics where there are none."""

    hits: tuple[Hit, ...]
    near: tuple[str, ...] = ()


async def find_topic(store: Store, text: str) -> str | None:
    """The id of the topic that ``text`` names: its id, a name or alias, or a misspelling that can mean nothing else."""
    names = store.summary.names
    query = parse_query(text)
    for key in dict.fromkeys((query.key, query.core)):
        if key and (topic := names.exact(key)):
            return topic
    return names.meant(query.key)


async def search(store: Store, text: str, *, kind: str | None = None) -> Findings:
    """Entries and topics that answer ``text``, of one ``kind`` or of all: an id, then exact names, then full text."""
    typed_id = normalise(text[: MAX_ID + 2]).strip()
    if ID_FORMAT.match(typed_id):
        item = (await store.get([typed_id])).get(typed_id)
        if item is not None and kind in (None, kind_of(item)) and kind_of(item) != "topic":
            return Findings((Hit(item.id, kind_of(item), _EXACT),))
    query = parse_query(text)
    names = store.summary.names
    hits: dict[str, Hit] = {}
    exact = names.exact(name_key(typed_id)) or names.exact(query.key) or names.exact(query.core)
    topic = exact or names.meant(query.core or query.key)
    if topic is not None:
        score = _EXACT if exact else _MEANT
        if kind in (None, "topic"):
            hits[topic] = Hit(topic, "topic", score)
        for entry_kind in ("fact", "timeline", "quote"):
            if kind in (None, entry_kind):
                for id in await store.entry_ids(entry_kind, topic=topic):
                    hits.setdefault(id, Hit(id, entry_kind, _ABOUT))
        if kind == "quote":
            spoken = {id: Hit(id, "quote", score) for id in await store.entry_ids("quote", speaker=topic)}
            hits = spoken | {id: hit for id, hit in hits.items() if id not in spoken}
    if topic is None or not hits:
        for hit in await _full_text(store, query, kind):
            hits.setdefault(hit.id, hit)
    if hits:
        return Findings(tuple(hits.values()))
    return Findings((), tuple(names.near(query.core or query.key, limit=3)))


async def _full_text(store: Store, query: Query, kind: str | None) -> list[Hit]:
    frequency = await store.frequencies(query.terms)
    terms: list[str] = []
    for term in query.terms:
        corrected = None if term in frequency else store.summary.names.correct(term)
        terms.append(corrected or term)
    if terms != list(query.terms):
        frequency |= await store.frequencies(terms)
    candidates = await store.candidates([term for term in terms if term in frequency], kind=kind)
    total = sum(store.summary.counts.values())
    return rank(candidates, weights(terms, frequency, total))


async def suggestions(context: Context, topics: tuple[str, ...]) -> tuple[Suggestion, ...]:
    """Topics by id as suggestions with their names."""
    items = await context.store.get(topics)
    return tuple(Suggestion(id=item.id, title=context.text(item.name)) for item in items.values() if isinstance(item, Topic))
