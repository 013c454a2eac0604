"""The folder of compiled stores: finding one that can be trusted, putting a new one in place, pruning old ones.

A store is ``<digest>.<checksum>.sqlite``; the checksum is the SHA-256 of the file's own bytes, because SQLite's
``integrity_check`` passes on changed text. With both in the name, putting a store in place is one atomic rename, also where
two processes do it at once. Every process that uses a file holds a shared lock on it; what nobody holds may be deleted.
"""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from io import BufferedRandom, BufferedReader
from pathlib import Path

KEPT = 2
"""Stores that stay beside the one in use, so that going back to an old pack compiles nothing."""

if sys.platform == "win32":  # Windows refuses to delete an open file, which is what the locks are for

    def _lock(stream: BufferedReader | BufferedRandom, *, exclusive: bool) -> bool:
        return True

else:
    import fcntl

    def _lock(stream: BufferedReader | BufferedRandom, *, exclusive: bool) -> bool:
        try:
            fcntl.flock(stream, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


@dataclass(frozen=True, slots=True)
class StoreFile:
    """A store file that proved to be whole, held against deletion until ``release``."""

    digest: str
    path: Path
    _held: BufferedReader

    def release(self) -> None:
        """Lets others delete the file."""
        self._held.close()


class StoreFolder:
    """The stores below one folder."""

    def __init__(self, folder: Path) -> None:
        self.path = folder

    def prepare(self) -> None:
        """Makes the folder. Raises OSError where it cannot be written."""
        self.path.mkdir(parents=True, exist_ok=True)
        probe = self.path / f".probe-{os.getpid()}"
        probe.write_bytes(b"")
        probe.unlink()

    def find(self, digest: str) -> StoreFile | None:
        """The store with this digest, if it is there and is, byte for byte, what was built and proved."""
        for path in sorted(self.path.glob(f"{digest}.*.sqlite")):
            try:
                held = path.open("rb")
            except OSError:
                continue
            # The lock first, then the look: a pruner may have deleted the file in between.
            if _lock(held, exclusive=False) and _same_file(held, path) and _checksum(held) == path.stem.split(".")[1]:
                os.utime(path)  # when it was last used, for pruning
                return StoreFile(digest, path, held)
            held.close()
        return None

    def temporary(self) -> tuple[Path, BufferedRandom]:
        """A new, empty, locked file in the folder to build a store in; it goes when nobody holds it any more."""
        path = self.path / f"{os.getpid()}-{os.urandom(8).hex()}.tmp"
        held = path.open("x+b")
        _lock(held, exclusive=False)
        return path, held

    def adopt(self, temporary: Path, digest: str) -> None:
        """Makes a finished file the store with this digest, replacing what is there; survives a power cut."""
        with temporary.open("rb+") as stream:
            os.fsync(stream.fileno())
            checksum = _checksum(stream)
        temporary.replace(self.path / f"{digest}.{checksum}.sqlite")

    def prune(self, current: str) -> None:
        """Deletes old stores and what interrupted builds left, except what is in use; the newest ``KEPT`` stay."""
        stores = [path for path in self.path.glob("*.sqlite") if path.name.split(".")[0] != current]
        stores.sort(key=_last_used, reverse=True)
        for path in stores[KEPT:]:
            _delete_unused(path)
        for path in self.path.glob("*.tmp"):
            _delete_unused(path)


def _checksum(stream: BufferedReader | BufferedRandom) -> str:
    stream.seek(0)
    return hashlib.file_digest(stream, "sha256").hexdigest()


def _same_file(held: BufferedReader | BufferedRandom, path: Path) -> bool:
    """Whether the open file is still the one at ``path``."""
    try:
        return os.path.samestat(os.fstat(held.fileno()), path.stat())
    except OSError:
        return False


def _last_used(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _delete_unused(path: Path) -> None:
    with suppress(OSError), path.open("rb") as stream:
        if _lock(stream, exclusive=True):
            path.unlink()
