"""Which of the candidates answers best, and whether any does."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.search.tokenise import is_cjk

ENOUGH = 0.5
"""The part of a question's weight that an entry must cover to count as an answer."""

_NAME_BONUS = 0.35
_TOPIC_BONUS = 0.05
_RARE_SINGLE_CHARACTER = 0.5


@dataclass(frozen=True, slots=True)
class Candidate:
    """One document that shares a term with the question; the terms of its names apart from all its terms."""

    id: str
    kind: str
    names: frozenset[str]
    terms: frozenset[str]
    length: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A result; ``score`` is 1 and more for an exact name, else above ``ENOUGH``; it compares within one answer only."""

    id: str
    kind: str
    score: float


def weights(terms: Iterable[str], frequency: Mapping[str, int], total: int) -> dict[str, float]:
    """How much each term tells: the rarer, the more (inverse document frequency); an unknown term most of all."""
    return {
        term: math.log(1 + (total + 1) / (frequency.get(term, 0) + 0.5))
        * (_RARE_SINGLE_CHARACTER if len(term) == 1 and is_cjk(term) else 1.0)
        for term in terms
    }


def rank(candidates: Iterable[Candidate], weight: Mapping[str, float]) -> list[Hit]:
    """The candidates that cover enough of the question, best first; equal ones in the order of their ids."""
    whole = sum(weight.values())
    hits: list[Hit] = []
    for candidate in candidates:
        covered = sum(value for term, value in weight.items() if term in candidate.terms) / whole if whole else 0.0
        if covered < ENOUGH:
            continue
        named = sum(value for term, value in weight.items() if term in candidate.names) / whole
        brevity = 0.1 / (1 + candidate.length / 100)
        topic = _TOPIC_BONUS if candidate.kind == "topic" else 0.0
        hits.append(Hit(candidate.id, candidate.kind, round((covered + _NAME_BONUS * named + topic + brevity) / 1.5, 4)))
    return sorted(hits, key=lambda hit: (-hit.score, hit.id))
