"""The names of topics, held in memory: exact look-up, near names for typos, completion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.search.normalise import name_key
from bot.search.tokenise import is_cjk

_NEAR = 78
_SUGGEST = 60


@dataclass(frozen=True, slots=True)
class Name:
    """One name or alias of a topic; ``key`` compares, ``shown`` is as the pack has it, place 0 is a name."""

    key: str
    shown: str
    topic: str
    place: int


class Names:
    """All names of a pack's topics, and the Latin words of its texts."""

    def __init__(self, names: Sequence[Name], words: Iterable[str]) -> None:
        self._by_key: dict[str, list[Name]] = defaultdict(list)
        for name in names:
            self._by_key[name.key].append(name)
        self._keys = list(self._by_key)
        self._topics: dict[str, str] = {}
        for name in names:
            self._topics.setdefault(name.topic, name.shown)
        self._words = [word for word in words if not is_cjk(word)]

    def exact(self, key: str) -> str | None:
        """The topic that has exactly this name, or whose id it is."""
        found = self._by_key.get(key)
        if found:
            return found[0].topic
        return next((topic for topic in self._topics if name_key(topic) == key), None) if key else None

    def near(self, key: str, *, limit: int = 5, cutoff: int = _SUGGEST) -> list[str]:
        """The topics whose names are spelled most like ``key``, best first."""
        if len(key) < 2:
            return []
        topics: dict[str, None] = {}
        for found, _, _ in process.extract(key, self._keys, scorer=fuzz.ratio, score_cutoff=cutoff, limit=limit * 4):
            for name in self._by_key[found]:
                topics[name.topic] = None
        return list(topics)[:limit]

    def meant(self, key: str) -> str | None:
        """The topic that a misspelled name surely means: one slip, or two in a long one; None where in doubt."""
        if len(key) < 4:
            return None
        allowed = 1 if len(key) < 8 else 2
        best = process.extract(key, self._keys, scorer=OSA.distance, score_cutoff=allowed, limit=3)
        # A digit is never a slip: llama 2 is not a misspelled llama 3.
        topics = {self._by_key[found][0].topic: distance for found, distance, _ in best if _digits(found) == _digits(key)}
        if not topics:
            return None
        nearest = min(topics.values())
        leaders = [topic for topic, distance in topics.items() if distance == nearest]
        return leaders[0] if len(leaders) == 1 else None

    def correct(self, term: str) -> str | None:
        """The word of the pack that a Latin ``term`` which the pack does not have is most like."""
        if len(term) < 4 or is_cjk(term) or any(character.isdigit() for character in term):
            return None
        found = process.extractOne(term, self._words, scorer=fuzz.ratio, score_cutoff=_NEAR)
        return str(found[0]) if found else None

    def complete(self, text: str, *, limit: int = 25) -> list[Name]:
        """Names that a person who typed ``text`` may be typing: those that begin with it, that hold it, that are near.

        One name for each topic, a proper name before an alias.
        """
        key = name_key(text)
        begins = [name for known in self._keys if known.startswith(key) for name in self._by_key[known]]
        holds = [name for known in self._keys if key in known for name in self._by_key[known]]
        best: dict[str, Name] = {}
        for name in sorted(begins, key=lambda name: (name.place > 0, name.key)) + holds:
            best.setdefault(name.topic, name)
            if len(best) >= limit:
                break
        for topic in self.near(key) if len(best) < 5 else ():
            best.setdefault(topic, Name(topic, self._topics[topic], topic, 0))
        return list(best.values())[:limit]


def _digits(key: str) -> str:
    return "".join(character for character in key if character.isdigit() or character == ".")
