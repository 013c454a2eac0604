"""Files in, a corpus or every problem out: the one path by which a pack is checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rapidfuzz import fuzz, process

from bot.pack.corpus import Corpus
from bot.pack.draft import Draft, DraftItem, locate_key
from bot.pack.files import HEADER, PackFiles, printable, read_files
from bot.pack.problems import Problem
from bot.pack.reader import Document, MappingNode, Scalar, SequenceNode, read_document
from bot.pack.rules import RULES
from bot.pack.schema import LISTS, Fact, Item, PackHeader, Quote, Source, TimelineEntry, Topic
from bot.pack.validate import validate


@dataclass(frozen=True, slots=True)
class Checked:
    """The result of a check: ``corpus`` is None exactly where there are problems; those are in order of place."""

    corpus: Corpus | None
    problems: tuple[Problem, ...]
    files: int


def check_pack(pack: Path) -> Checked:
    """Reads and checks the pack in the folder ``pack``. Raises nothing on any content."""
    return check_files(pack, read_files(pack))


def check_files(pack: Path, read: PackFiles) -> Checked:
    """Checks files that were read before, so that what was hashed is what is checked."""
    problems = list(read.problems)
    items: list[DraftItem] = []
    header: PackHeader | None = None
    header_raw: MappingNode | None = None
    header_path = printable(str(pack / HEADER))
    whole = not problems
    for file in read.files:
        document = read_document(file.shown, file.content)
        problems += document.problems
        if document.root is None:
            whole = False
            continue
        if file.name == HEADER:
            header_raw = _header_part(document.root)
            header, header_problems = validate(file.shown, "pack", PackHeader, header_raw)
            problems += header_problems
        found, list_problems = _items(document, header_too=file.name == HEADER)
        items += found
        problems += list_problems
    draft = Draft(tuple(items), header, header_path, header_raw, whole)
    for rule in RULES:
        problems += rule(draft)
    corpus = None if problems or header is None else _corpus(header, items)
    return Checked(corpus, tuple(sorted(set(problems))), len(read.files))


_HEADER_KEYS = tuple(PackHeader.model_fields)


def _header_part(root: MappingNode) -> MappingNode:
    part = MappingNode((key, value) for key, value in root.items() if key in _HEADER_KEYS)
    part.position = root.position
    return part


def _items(document: Document, *, header_too: bool) -> tuple[list[DraftItem], list[Problem]]:
    assert document.root is not None
    items: list[DraftItem] = []
    problems: list[Problem] = []
    for key, value in document.root.items():
        if header_too and key in _HEADER_KEYS:
            continue
        if key not in LISTS:
            problems.append(_unknown_list(document, key))
        elif isinstance(value, SequenceNode):
            for raw in value:
                if isinstance(raw, MappingNode):
                    model, found = validate(document.path, str(key), LISTS[key], raw)
                    items.append(DraftItem(document.path, str(key), raw, model))
                    problems += found
                elif not (isinstance(raw, Scalar) and raw.broken):
                    message = f"each item of {key} is a mapping that begins with - id: …"
                    problems.append(Problem(document.path, *raw.position, "value-type", message))
        elif not (isinstance(value, Scalar) and (value.broken or not value.strip())):
            message = f"{key} is a list; begin each item with - id: …"
            problems.append(Problem(document.path, *value.position, "value-type", message))
    return items, problems


def _unknown_list(document: Document, key: Scalar) -> Problem:
    assert document.root is not None
    position = locate_key(document.root, key)
    shown = key if len(key) <= 40 else key[:40] + "…"
    if key in _HEADER_KEYS:
        message = f'"{key}" belongs into pack.yaml at the top of the pack; move it there'
    else:
        near = process.extractOne(str(key), [*LISTS, *_HEADER_KEYS], scorer=fuzz.ratio, score_cutoff=60)
        guess = f'did you mean "{near[0]}"?' if near else f"known are {', '.join(LISTS)}"
        message = f'"{shown}" is not a key of a file; {guess}'
    return Problem(document.path, *position, "key-unknown", message)


def _corpus(header: PackHeader, items: list[DraftItem]) -> Corpus:
    values = sorted((item.value for item in items if item.value is not None), key=_order)
    return Corpus(
        header=header,
        sources=tuple(value for value in values if isinstance(value, Source)),
        topics=tuple(value for value in values if isinstance(value, Topic)),
        entries=tuple(value for value in values if isinstance(value, Fact | Quote | TimelineEntry)),
    )


def _order(item: Item) -> tuple[date, date, str]:
    if isinstance(item, Quote | TimelineEntry):
        return (*item.date.key, item.id)
    return date.min, date.min, item.id
