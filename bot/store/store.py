"""One compiled pack, read. What the questions need and nothing else; every method is a query or two."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from bot.errors import StoreError
from bot.pack.schema import KINDS, LISTS, Item, PackHeader
from bot.search.names import Name, Names
from bot.search.ranking import Candidate
from bot.store.pool import Pool, open_pool

EntryKind = Literal["fact", "quote", "timeline"]
MAX_CANDIDATES = 60

_MODELS = {KINDS[name]: model for name, model in LISTS.items()}


@dataclass(frozen=True, slots=True)
class Summary:
    """What is known of a store without asking it."""

    digest: str
    header: PackHeader
    counts: Mapping[str, int]
    names: Names


class Store:
    """Async reads from one store file. Entries come in the pack's order: (earliest day, latest day, id)."""

    def __init__(self, pool: Pool, summary: Summary) -> None:
        self._pool = pool
        self.summary = summary

    async def get(self, ids: Iterable[str]) -> dict[str, Item]:
        """The items with these ids, by id, in the order given; unknown ids are left out."""
        wanted = list(dict.fromkeys(ids))
        marks = ",".join("?" * len(wanted))
        rows = await self._pool.query(f"SELECT id, kind, document FROM item WHERE id IN ({marks})", wanted)
        found = {id: _read(kind, document) for id, kind, document in rows}
        return {id: found[id] for id in wanted if id in found}

    async def entry_ids(self, kind: EntryKind, *, topic: str | None = None, speaker: str | None = None) -> list[str]:
        """The ids of the entries of a kind: about a topic, by a speaker, or all.

        Of a topic those that are mostly about it come first, and of facts the one that says most about it in least.
        """
        if speaker is not None:
            sql = "SELECT id FROM item WHERE kind = ? AND speaker = ? ORDER BY number"
            parameters: tuple[str, ...] = (kind, speaker)
        elif topic is not None:
            sql = (
                "SELECT id FROM about JOIN item USING (number)"
                " WHERE topic = ? AND about.kind = ? ORDER BY place > 0, breadth, number"
            )
            parameters = (topic, kind)
        else:
            sql, parameters = "SELECT id FROM item WHERE kind = ? ORDER BY number", (kind,)
        return [id for (id,) in await self._pool.query(sql, parameters)]

    async def timeline_ids(
        self, *, topic: str | None = None, since: date | None = None, until: date | None = None, inside_first: bool = False
    ) -> list[str]:
        """The ids of the timeline entries that can lie, at least in part, in the range; both days count.

        In the order of time; with ``inside_first`` those that surely lie in the range come before those that only touch it.
        """
        about = "number IN (SELECT number FROM about WHERE topic = :topic AND about.kind = 'timeline') AND" if topic else ""
        order = "earliest < :since OR latest > :until, number" if inside_first else "number"
        rows = await self._pool.query(
            f"SELECT id FROM item WHERE {about} kind = 'timeline' AND latest >= :since AND earliest <= :until ORDER BY {order}",
            {"topic": topic, "since": (since or date.min).isoformat(), "until": (until or date.max).isoformat()},
        )
        return [id for (id,) in rows]

    async def count_about(self, topic: str) -> dict[str, int]:
        """How many entries of each kind are about a topic, quotes by it included."""
        rows = await self._pool.query(
            "SELECT kind, count(DISTINCT number) FROM ("
            " SELECT kind, number FROM about WHERE topic = :topic"
            " UNION ALL SELECT kind, number FROM item WHERE speaker = :topic) GROUP BY kind",
            {"topic": topic},
        )
        return dict(rows)

    async def frequencies(self, terms: Sequence[str]) -> dict[str, int]:
        """In how many documents each term occurs; terms that occur in none are left out."""
        marks = ",".join("?" * len(terms))
        return dict(await self._pool.query(f"SELECT term, doc FROM vocabulary WHERE term IN ({marks})", terms))

    async def candidates(self, terms: Sequence[str], *, kind: str | None = None) -> list[Candidate]:
        """The documents that share most with ``terms``, at most ``MAX_CANDIDATES``."""
        if not terms:
            return []
        only = "AND kind = ?" if kind else ""
        rows = await self._pool.query(
            "SELECT id, kind, terms.names, terms.words FROM full_text"
            " JOIN terms ON terms.number = full_text.rowid JOIN item ON item.number = full_text.rowid"
            f" WHERE full_text MATCH ? {only} ORDER BY bm25(full_text, 3.0, 1.0), id LIMIT {MAX_CANDIDATES}",
            (match_any(terms), *([kind] if kind else [])),
        )
        return [
            Candidate(id, kind, frozenset(names.split()), frozenset(f"{names} {words}".split()), len(words))
            for id, kind, names, words in rows
        ]

    async def documents(self) -> dict[str, str]:
        """Every item's document by id, for comparing two stores."""
        return dict(await self._pool.query("SELECT id, document FROM item"))


def match_any(terms: Iterable[str]) -> str:
    """An FTS5 query for any of ``terms``: each a string, so that none is read as an operator (sqlite.org/fts5, 3.1)."""
    return " OR ".join('"' + term.replace('"', '""') + '"' for term in terms)


def _read(kind: str, document: str) -> Item:
    return _MODELS[kind].model_validate_json(document)


@asynccontextmanager
async def open_store(path: Path) -> AsyncIterator[Store]:
    """The store in the file at ``path``; its connections are closed on leaving. Raises StoreError where it is none."""
    async with open_pool(path) as pool:
        meta: dict[str, str] = dict(await pool.query("SELECT key, value FROM meta"))
        counts: Counter[str] = Counter(dict(await pool.query("SELECT kind, count(*) FROM item GROUP BY kind")))
        names = await pool.query("SELECT key, shown, topic, place FROM name ORDER BY topic, place, key")
        terms = [term for (term,) in await pool.query("SELECT term FROM vocabulary WHERE length(term) > 3")]
        try:
            header = PackHeader.model_validate_json(meta["header"])
            summary = Summary(meta["digest"], header, counts, Names([Name(*row) for row in names], terms))
        except (KeyError, ValueError) as error:
            raise StoreError(f"{path.name} is not a store: {error}") from error
        yield Store(pool, summary)
