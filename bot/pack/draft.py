"""A pack on its way to a corpus: every item with its place, valid or not, for the rules to look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.pack.problems import START, Position, Problem
from bot.pack.reader import MappingNode, Node, Scalar
from bot.pack.schema import KINDS, Item, PackHeader, Source, Topic

Path = Sequence[str | int]


def locate(root: Node, path: Path) -> Position:
    """Where the value at ``path`` stands, or the deepest thing on the way to it that is there."""
    node = root
    for step in path:
        if isinstance(node, MappingNode) and step in node:
            node = node[step]  # type: ignore[index] # a str equal to a Scalar finds it
        elif isinstance(node, list) and isinstance(step, int) and step < len(node):
            node = node[step]
        else:
            break
    return node.position


def locate_key(mapping: Node, key: str) -> Position:
    """Where ``key`` itself stands in ``mapping``."""
    if isinstance(mapping, Mapping):
        for known in mapping:
            if known == key:
                return known.position
    return mapping.position


@dataclass(frozen=True)
class DraftItem:
    """One item of a list: as written in ``raw``, and as a value where it is valid."""

    path: str
    list_name: str
    raw: MappingNode
    value: Item | None

    @property
    def kind(self) -> str:
        """``source``, ``topic``, ``fact``, ``quote`` or ``timeline``."""
        return KINDS[self.list_name]

    @property
    def id(self) -> str | None:
        """The id as written, where there is one."""
        raw = self.raw.get("id")  # type: ignore[call-overload]
        return str(raw).strip() if isinstance(raw, Scalar) and raw.strip() else None

    def problem(self, where: Path, code: str, message: str) -> Problem:
        """A problem at the value that ``where`` leads to."""
        return Problem(self.path, *locate(self.raw, where), code, message)

    def key_problem(self, key: str, code: str, message: str) -> Problem:
        """A problem at ``key`` itself."""
        return Problem(self.path, *locate_key(self.raw, key), code, message)


@dataclass(frozen=True)
class Draft:
    """Everything that could be read of a pack. ``whole`` is False when a file is missing from it."""

    items: tuple[DraftItem, ...]
    header: PackHeader | None
    header_path: str
    header_raw: MappingNode | None
    whole: bool

    @cached_property
    def by_id(self) -> dict[str, DraftItem]:
        """The first item of each id, valid or not."""
        found: dict[str, DraftItem] = {}
        for item in self.items:
            if item.id is not None:
                found.setdefault(item.id, item)
        return found

    @property
    def valid(self) -> Iterator[tuple[DraftItem, Item]]:
        """The items that are values, with the values."""
        for item in self.items:
            if item.value is not None:
                yield item, item.value

    def source(self, id: str) -> Source | None:
        """The valid source with this id."""
        item = self.by_id.get(id)
        return item.value if item and isinstance(item.value, Source) else None

    def topic(self, id: str) -> Topic | None:
        """The valid topic with this id."""
        item = self.by_id.get(id)
        return item.value if item and isinstance(item.value, Topic) else None

    def header_position(self) -> Position:
        """Where pack.yaml begins."""
        return self.header_raw.position if self.header_raw is not None else START
