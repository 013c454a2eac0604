"""The whole pack, parsed and valid, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass

from bot.pack.schema import Entry, Item, PackHeader, Source, Topic


@dataclass(frozen=True, slots=True)
class Corpus:
    """A valid pack. Each tuple is in the order of ids, entries in that of (date where they have one, id)."""

    header: PackHeader
    sources: tuple[Source, ...]
    topics: tuple[Topic, ...]
    entries: tuple[Entry, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """Everything that has an id."""
        return (*self.sources, *self.topics, *self.entries)
