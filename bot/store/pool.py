"""A few read-only connections to one store file: a slow query does not hold up a quick one."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiosqlite

from bot.errors import StoreError

SIZE = 3

_Rows = list[tuple[Any, ...]]


class Pool:
    """Connections, each with its own thread, handed out one query at a time."""

    def __init__(self, connections: Sequence[aiosqlite.Connection]) -> None:
        # A semaphore is fair: who waits is served before who comes back for more. asyncio's queues are not, and starve.
        self._free = asyncio.Semaphore(len(connections))
        self._idle = list(connections)

    async def query(self, sql: str, parameters: Iterable[object] | Mapping[str, object] = ()) -> _Rows:
        """All rows. Raises StoreError where the file turns out to be damaged."""
        async with self._free:
            connection = self._idle.pop()  # the last given back: with little to do its cache stays warm
            try:
                return list(await connection.execute_fetchall(sql, parameters))  # type: ignore[arg-type] # rows are tuples
            except sqlite3.DatabaseError as error:
                raise StoreError(f"the store cannot be read: {error}") from error
            finally:
                self._idle.append(connection)


@asynccontextmanager
async def open_pool(path: Path) -> AsyncIterator[Pool]:
    """A pool over the file at ``path``, which nobody writes any more; closed on leaving."""
    # immutable: no locks and no checks for changes by others (sqlite.org/uri.html); a store is never written again.
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    connections: list[aiosqlite.Connection] = []
    try:
        for _ in range(SIZE):
            connection = await aiosqlite.connect(uri, uri=True, isolation_level=None)
            connections.append(connection)
            await connection.execute("PRAGMA query_only = ON")
        yield Pool(connections)
    finally:
        # Unclosed, its thread would keep the process from exiting.
        for connection in connections:
            await connection.close()
