"""What the child process does that checks a pack and compiles its store.

A process of its own, because parsing would stall the event loop and a parser's crash must not take the bot along. It is given
the pack and the folder of the stores, and prints one JSON object: ``{"digest"}``, or ``{"problems"}``, or ``{"failure"}``, a
sentence for the operator.
"""

from __future__ import annotations

import errno
import json
import sqlite3
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bot.errors import StoreError
from bot.pack.checker import check_files
from bot.pack.files import read_files
from bot.store.compile import compile_store
from bot.store.digest import digest_of
from bot.store.folder import StoreFolder


def build(pack: Path, folder: StoreFolder) -> dict[str, Any]:
    """Checks, compiles, proves and puts in place; returns what is printed. What was there before stays on failure."""
    read = read_files(pack)
    checked = check_files(pack, read)
    if checked.corpus is None:
        return {"problems": [asdict(problem) for problem in checked.problems]}
    digest = digest_of(read)
    temporary: Path | None = None
    try:
        temporary, held = folder.temporary()
        with held:
            compile_store(checked.corpus, digest, temporary)
            folder.adopt(temporary, digest)
    except (OSError, sqlite3.Error, StoreError) as error:
        return {"failure": _explain(error)}
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
    return {"digest": digest}


def _explain(error: Exception) -> str:
    full = isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    if full or "disk is full" in str(error):
        return "there is no space left to compile the pack in; free some, or set BOT_DATA to another folder"
    if isinstance(error, OSError):
        return f"the store cannot be written: {(error.strerror or 'unknown reason').lower()}"
    return f"the store cannot be written: {error}"


def main() -> None:
    """Builds as the arguments say."""
    pack, folder = sys.argv[1:]
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr] # a text stream, as this is a program
    print(json.dumps(build(Path(pack), StoreFolder(Path(folder)))))
