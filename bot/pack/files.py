"""Which files a pack has, and their bytes: nothing outside the folder, nothing that is not a plain file."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.pack.problems import START, Problem

MAX_FILE_BYTES = 8 * 1024 * 1024
HEADER = "pack.yaml"


@dataclass(frozen=True, slots=True)
class PackFile:
    """One file of the pack: ``name`` relative to the pack with ``/``, ``shown`` as a person would type it."""

    name: str
    shown: str
    content: bytes


@dataclass(frozen=True, slots=True)
class PackFiles:
    """All that could be read of a pack, in the order of the names, and what could not."""

    files: tuple[PackFile, ...]
    problems: tuple[Problem, ...]


def read_files(pack: Path) -> PackFiles:
    """Every ``*.yaml`` below ``pack``, hidden folders left out, each real file once.

    A symbolic link is followed while it stays inside the pack: Kubernetes mounts a config map as links into a
    hidden ``..data`` folder. Raises nothing: what cannot be read is a problem.
    """
    shown_root = printable(str(pack))
    try:
        root = pack.resolve(strict=True)
        found = sorted(_walk(root, root, "", {root}))
    except (OSError, RuntimeError) as error:
        reason = error.strerror or "it cannot be read" if isinstance(error, OSError) else "it is a loop of links"
        message = f"there is no pack here ({reason.lower()}); name a folder that holds pack.yaml"
        return PackFiles((), (Problem(shown_root, *START, "pack-missing", message),))
    files: dict[Path, PackFile] = {}
    problems: list[Problem] = []
    for name in sorted(found, key=lambda name: ((root / name).is_symlink(), name)):
        shown = printable(str(pack / name))
        outcome = _read(root, name, shown)
        if isinstance(outcome, Problem):
            problems.append(outcome)
        elif outcome is not None:
            files.setdefault((root / name).resolve(), outcome)
    if not any(name == HEADER for name in found):
        message = "a pack needs this file: title, about, licence, as_of, languages"
        problems.append(Problem(printable(str(pack / HEADER)), *START, "pack-header", message))
    return PackFiles(tuple(sorted(files.values(), key=lambda file: file.name)), tuple(problems))


def _walk(root: Path, folder: Path, prefix: str, seen: set[Path]) -> Iterator[str]:
    for item in os.scandir(folder):
        if item.name.startswith("."):
            continue
        name = prefix + item.name
        if item.is_dir():
            real = Path(item.path).resolve()
            if real in seen or not real.is_relative_to(root):
                if item.is_symlink() and not real.is_relative_to(root):
                    yield name
                continue
            yield from _walk(root, real, name + "/", seen | {real})
        elif item.name.endswith((".yaml", ".yml")):
            yield name


def _read(root: Path, name: str, shown: str) -> PackFile | Problem | None:
    def problem(code: str, message: str) -> Problem:
        return Problem(shown, *START, code, message)

    if name.endswith(".yml"):
        return problem("file-name", "rename this file to end in .yaml; .yml files are not read")
    if printable(name) != name:
        return problem("file-name", "the file's name holds characters that cannot be shown; rename it")
    path = root / name
    try:
        if not path.resolve(strict=True).is_relative_to(root):
            return problem("file-outside", "this link leads out of the pack; copy the file into the pack instead")
        # Without O_NONBLOCK, opening a FIFO waits for a writer that never comes.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as stream:
            status = os.fstat(stream.fileno())
            if not stat.S_ISREG(status.st_mode):
                return problem("file-type", "this is not a regular file; remove it or replace it with one")
            content = b"" if status.st_size > MAX_FILE_BYTES else stream.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        return problem("file-unreadable", f"this file cannot be read: {reason}")
    if status.st_size > MAX_FILE_BYTES or len(content) > MAX_FILE_BYTES:
        size = max(status.st_size, len(content)) / 1024 / 1024
        return problem("file-size", f"this file has {size:.0f} MiB, the limit is 8; split it into chapters")
    return PackFile(name, shown, content)


def printable(path: str) -> str:
    """``path`` with everything that a terminal, a log or a report could trip over escaped."""
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape", "surrogatepass").decode()
        for character in path
    )
