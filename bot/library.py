"""The current store: opening it, leasing it to questions, replacing it without anybody waiting.

A question holds a lease for as long as it reads. A reload builds and opens the new store beside the old one, then swaps: new
leases get the new store, the old one is closed when its last lease ends.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.errors import BuildError, InvalidPackError
from bot.pack.files import read_files
from bot.pack.problems import Problem
from bot.store.digest import digest_of
from bot.store.folder import StoreFile, StoreFolder
from bot.store.store import Store, open_store

_BUILD_SECONDS = 600
_ROOT = Path(__file__).resolve().parents[1]
_CHILD = "import sys; sys.path.insert(0, sys.argv.pop(1)); from bot.store.builder import main; main()"


@dataclass(frozen=True, slots=True)
class Diff:
    """Ids of what a reload changes, each in order."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reloaded:
    """The pack is valid; unless it was a dry run, it is now answered from."""

    diff: Diff
    before: str
    after: str
    seconds: float
    dry_run: bool


@dataclass(frozen=True, slots=True)
class Rejected:
    """The pack has problems; the old store stays."""

    problems: tuple[Problem, ...]
    before: str


@dataclass(frozen=True, slots=True)
class Failed:
    """The pack is valid and could not be compiled; the old store stays. ``reason`` is a sentence."""

    reason: str
    before: str


@dataclass(frozen=True, slots=True)
class Busy:
    """Another reload is under way."""


ReloadOutcome = Reloaded | Rejected | Failed | Busy


class _Leased:
    """A store, its file, how many read it, and whether it has been replaced."""

    def __init__(self, store: Store, file: StoreFile, stack: AsyncExitStack) -> None:
        self.store = store
        self.file = file
        self._stack = stack
        self._leases = 0
        self._unused = asyncio.Event()
        self._unused.set()

    def take(self) -> None:
        self._leases += 1
        self._unused.clear()

    def give_back(self) -> None:
        self._leases -= 1
        if not self._leases:
            self._unused.set()

    async def close(self) -> None:
        """Waits for the last lease to end, then closes."""
        await self._unused.wait()
        await self._stack.aclose()


class Library:
    """Hands out the current store. Made by ``open_library``."""

    def __init__(self, *, pack: Path, folder: StoreFolder, current: _Leased) -> None:
        self._pack = pack
        self._folder = folder
        self._current = current
        self._reloading = False
        self._closing: set[asyncio.Task[None]] = set()
        self.loaded_at = datetime.now(UTC)

    @asynccontextmanager
    async def lease(self) -> AsyncIterator[Store]:
        """The current store, which stays open, and the same, until the block is left."""
        leased = self._current
        leased.take()
        try:
            yield leased.store
        finally:
            leased.give_back()

    async def reload(self, *, dry_run: bool = False) -> ReloadOutcome:
        """Checks and builds the pack beside the current store, then swaps; nothing changes unless all of it worked."""
        if self._reloading:
            return Busy()
        self._reloading = True
        try:
            return await self._reload(dry_run=dry_run)
        finally:
            self._reloading = False

    async def _reload(self, *, dry_run: bool) -> ReloadOutcome:
        started = time.perf_counter()
        async with self.lease() as old:
            before = old.summary.digest
            try:
                fresh = await _open_current(self._pack, self._folder)
            except InvalidPackError as error:
                return Rejected(error.problems, before)
            except BuildError as error:
                return Failed(str(error), before)
            diff = await asyncio.to_thread(_compare, await old.documents(), await fresh.store.documents())
        if dry_run or fresh.store.summary.digest == before:
            await fresh.close()
        else:
            replaced, self._current = self._current, fresh
            self.loaded_at = datetime.now(UTC)
            self._close_later(replaced)
            await asyncio.to_thread(self._folder.prune, fresh.store.summary.digest)
        after = fresh.store.summary.digest
        return Reloaded(diff, before, after, time.perf_counter() - started, dry_run)

    def _close_later(self, leased: _Leased) -> None:
        task = asyncio.create_task(leased.close())
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)

    async def close(self) -> None:
        """Waits for every lease to end and closes all that is open."""
        await asyncio.gather(*self._closing, self._current.close())


@asynccontextmanager
async def open_library(*, pack: Path, data: Path) -> AsyncIterator[Library]:
    """The library of ``pack``, its stores kept below ``data``; compiles only where no valid store is there.

    Raises InvalidPackError where the pack has problems, BuildError where it cannot be compiled, OSError where ``data`` cannot
    be written.
    """
    folder = StoreFolder(data / "stores")
    await asyncio.to_thread(folder.prepare)
    current = await _open_current(pack, folder)
    await asyncio.to_thread(folder.prune, current.store.summary.digest)
    library = Library(pack=pack, folder=folder, current=current)
    try:
        yield library
    finally:
        await library.close()


async def _open_current(pack: Path, folder: StoreFolder) -> _Leased:
    """The store of the pack as its files are now, compiled if need be."""
    file = await asyncio.to_thread(lambda: folder.find(digest_of(read_files(pack))))
    # A store can be pruned by another process between being built and being held; then it is built once more.
    for _ in range(3):
        if file is not None:
            break
        digest = await _build(pack, folder)
        file = await asyncio.to_thread(folder.find, digest)
    else:
        if file is None:
            raise BuildError("the compiled store vanished or changed at once; is another program writing in BOT_DATA?")
    async with AsyncExitStack() as stack:
        stack.callback(file.release)
        store = await stack.enter_async_context(open_store(file.path))
        return _Leased(store, file, stack.pop_all())
    raise AssertionError("unreachable")


async def _build(pack: Path, folder: StoreFolder) -> str:
    """The digest of the store that a child process compiled."""
    # -P and the path: never another package called bot from the folder that the process was started in. An empty
    # environment: the token is none of the child's business.
    child = await asyncio.to_thread(
        subprocess.Popen,
        [sys.executable, "-P", "-c", _CHILD, str(_ROOT), str(pack), str(folder.path)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={},
    )
    try:
        output, errors = await asyncio.to_thread(child.communicate, timeout=_BUILD_SECONDS)
    except subprocess.TimeoutExpired:
        raise BuildError(f"compiling took longer than {_BUILD_SECONDS} seconds and was stopped") from None
    finally:
        if child.poll() is None:  # too long, or nobody waits for it any more
            child.kill()
            child.wait()
    try:
        result = json.loads(output)
    except ValueError:
        last = errors.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise BuildError(f"the compiler ended with {child.returncode} and no result: {last or 'it said nothing'}") from None
    if "problems" in result:
        raise InvalidPackError([Problem(**problem) for problem in result["problems"]])
    if "failure" in result:
        raise BuildError(result["failure"])
    return str(result["digest"])


def _compare(old: Mapping[str, str], new: Mapping[str, str]) -> Diff:
    return Diff(
        added=tuple(sorted(new.keys() - old.keys())),
        changed=tuple(sorted(id for id in new.keys() & old.keys() if new[id] != old[id])),
        removed=tuple(sorted(old.keys() - new.keys())),
    )
