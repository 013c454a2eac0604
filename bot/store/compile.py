"""A corpus into a fresh SQLite file, and the proof that the file holds it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any

from bot.errors import StoreError
from bot.pack.corpus import Corpus
from bot.pack.schema import Fact, Item, Quote, Source, TimelineEntry, Topic, kind_of
from bot.pack.text import Text
from bot.search.normalise import name_key
from bot.search.tokenise import index_terms
from bot.store.traditional import with_traditional

_Row = tuple[object, ...]


def compile_store(corpus: Corpus, digest: str, path: Path) -> None:
    """Writes the store of ``corpus`` to ``path``, which must not exist yet, and proves it.

    Raises sqlite3.Error where it cannot be written, StoreError where the proof fails.
    """
    database = sqlite3.connect(path, isolation_level=None)
    try:
        # Nobody reads the file before it is whole, so it needs no journal; it is synced once, when it is.
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        database.executescript(resources.files(__package__).joinpath("schema.sql").read_text("utf-8"))
        database.execute("BEGIN")
        _fill(database, corpus, digest)
        database.execute("COMMIT")
        database.execute("INSERT INTO full_text (full_text) VALUES ('optimize')")
        database.execute("ANALYZE")
        database.execute("INSERT INTO full_text (full_text, rank) VALUES ('integrity-check', 1)")
    finally:
        database.close()
    _prove(corpus, path)


def _fill(database: sqlite3.Connection, corpus: Corpus, digest: str) -> None:
    header = _document(with_traditional(corpus.header))
    counts = json.dumps(count_kinds(corpus))
    database.executemany("INSERT INTO meta VALUES (?, ?)", [("digest", digest), ("header", header), ("counts", counts)])
    numbered = list(enumerate(corpus.items, start=1))
    database.executemany("INSERT INTO item VALUES (?, ?, ?, ?, ?, ?, ?, ?)", map(_item_row, numbered))
    database.executemany("INSERT INTO about VALUES (?, ?, ?, ?)", _about_rows(numbered))
    database.executemany("INSERT OR IGNORE INTO name VALUES (?, ?, ?, ?)", _name_rows(corpus.topics))
    database.executemany("INSERT INTO terms VALUES (?, ?, ?)", _term_rows(numbered, corpus))
    database.execute("INSERT INTO full_text (full_text) VALUES ('rebuild')")


def count_kinds(corpus: Corpus) -> dict[str, int]:
    """How many items there are of each kind."""
    counts = dict.fromkeys(("source", "topic", "fact", "quote", "timeline"), 0)
    for item in corpus.items:
        counts[kind_of(item)] += 1
    return counts


def _document(item: Any) -> str:
    return str(item.model_dump_json(by_alias=True, exclude_unset=True))


def _item_row(numbered: tuple[int, Item]) -> _Row:
    number, item = numbered
    date = item.date if isinstance(item, Quote | TimelineEntry | Source) else None
    if isinstance(item, Topic):
        date = item.released
    return (
        number,
        item.id,
        kind_of(item),
        item.speaker if isinstance(item, Quote) else None,
        date.earliest.isoformat() if date else None,
        date.latest.isoformat() if date else None,
        _breadth(item) if isinstance(item, Fact) else 0,
        _document(with_traditional(item)),
    )


def _breadth(fact: Fact) -> int:
    """What orders the facts about one topic: verified ones, those about little else, short ones first."""
    return (fact.status != "verified") * 10_000_000 + len(fact.topics) * 100_000 + max(map(len, fact.text.texts))


def _about_rows(numbered: Iterable[tuple[int, Item]]) -> Iterator[_Row]:
    for number, item in numbered:
        if isinstance(item, Fact | Quote | TimelineEntry):
            for place, topic in enumerate(item.topics):
                yield topic, kind_of(item), place, number


def _name_rows(topics: Iterable[Topic]) -> Iterator[_Row]:
    for topic in topics:
        for name in topic.name.texts:
            if key := name_key(name):
                yield key, topic.id, name, 0
        for place, alias in enumerate(topic.aliases, start=1):
            if key := name_key(alias):
                yield key, topic.id, alias, place


def _term_rows(numbered: Iterable[tuple[int, Item]], corpus: Corpus) -> Iterator[_Row]:
    names_of = {topic.id: _terms([*topic.name.texts, *topic.aliases]) for topic in corpus.topics}
    for number, item in numbered:
        if isinstance(item, Source):
            continue
        names = _terms([item.id.replace("-", " ")])
        words: list[str] = []
        if isinstance(item, Topic):
            names += names_of[item.id]
            words += _terms([*_texts(item.summary), *(item.parameters or ()), *_texts(item.licence)])
            for role in item.roles or ():
                words += _terms(role.title.texts) + names_of.get(role.organisation, [])
        else:
            names += names_of.get(item.topics[0], [])
            for topic in item.topics[1:]:
                words += names_of.get(topic, [])
            words += _terms([*item.text.texts, *_texts(item.correction)])
            if isinstance(item, TimelineEntry):
                names += _terms(item.title.texts)
            if isinstance(item, Quote):
                names += names_of.get(item.speaker, [])
            if isinstance(item, Quote | TimelineEntry):
                words += _terms([str(item.date)])
        yield number, " ".join(names), " ".join(words)


def _terms(texts: Iterable[str]) -> list[str]:
    return [term for text in texts for term in index_terms(text)]


def _texts(text: Text | None) -> tuple[str, ...]:
    return text.texts if text else ()


def _prove(corpus: Corpus, path: Path) -> None:
    database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        verdict = database.execute("PRAGMA integrity_check").fetchone()
        if verdict != ("ok",):
            raise StoreError(f"the new store is damaged: {verdict[0]}")
        counts = dict(database.execute("SELECT kind, count(*) FROM item GROUP BY kind"))
        if counts != {kind: count for kind, count in count_kinds(corpus).items() if count}:
            raise StoreError("the new store has another number of items than the pack")
        for item in corpus.items:
            row = database.execute("SELECT document FROM item WHERE id = ?", (item.id,)).fetchone()
            if row is None or type(item).model_validate_json(row[0]) != item:
                raise StoreError(f'the new store does not give back "{item.id}" as the pack has it')
    finally:
        database.close()
