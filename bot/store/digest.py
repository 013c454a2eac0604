"""The digest that names a store: equal exactly where the pack and all that shapes a store are equal."""

from __future__ import annotations

import hashlib
import importlib.metadata
import sqlite3
import sys
import unicodedata
from functools import cache
from pathlib import Path

from bot.pack.files import PackFiles

_PACKAGE = Path(__file__).resolve().parents[1]
_LIBRARIES = ("opencc", "pydantic", "PyYAML", "snowballstemmer")


@cache
def _shape() -> bytes:
    versions = [f"{name}={importlib.metadata.version(name)}" for name in _LIBRARIES]
    runtime = [f"unicode={unicodedata.unidata_version}", f"sqlite={sqlite3.sqlite_version}", f"order={sys.byteorder}"]
    return "\n".join([f"compiler={_compiler()}", *versions, *runtime]).encode()


def _compiler() -> str:
    """The compiler's version: its source. A number that a person has to raise is forgotten once, and an old store stays."""
    whole = hashlib.sha256()
    for part in ("pack", "search", "store"):
        for path in sorted((_PACKAGE / part).rglob("*")):
            if path.suffix in (".py", ".sql"):
                whole.update(path.name.encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()


def digest_of(read: PackFiles) -> str:
    """SHA-256, 64 hexadecimal digits, over names and bytes of the files, the compiler's and the libraries' versions."""
    whole = hashlib.sha256(_shape())
    for file in read.files:
        name = file.name.encode("utf-8", "surrogateescape")
        whole.update(b"\0%d\0%d\0" % (len(name), len(file.content)))
        whole.update(name)
        whole.update(file.content)
    return whole.hexdigest()
