"""A question as typed, taken apart: the kind it asks for, the words that count."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.search.normalise import MAX_LENGTH, name_key, normalise
from bot.search.tokenise import pairs, runs, stem
from bot.search.words import CJK_STOP_PHRASES, KIND_WORDS, STOP_WORDS

_FIRST_WORD = re.compile(r"\s*(\S+)(?:[\s:：,，]+|\Z)")
_CJK_STOPS = re.compile("|".join(CJK_STOP_PHRASES))


@dataclass(frozen=True, slots=True)
class Query:
    """``key`` compares the whole with names, ``core`` what is left without question words; ``terms`` are looked for."""

    key: str
    core: str
    terms: tuple[str, ...]


def split_kind(text: str) -> tuple[str | None, str]:
    """The kind that a leading word names, and the rest: ``语录 田渊栋`` asks for quotes."""
    match = _FIRST_WORD.match(text)
    if match:
        kind = KIND_WORDS.get(normalise(match[1].rstrip(":：,，")))
        if kind:
            return kind, text[match.end() :].strip()
    return None, text.strip()


def parse_query(text: str) -> Query:
    """What to look for when somebody types ``text``; no text raises. Beyond ``MAX_LENGTH`` characters it is cut.

    Question words don't count; a question of nothing else has no terms.
    """
    text = text[:MAX_LENGTH]
    terms: list[str] = []
    core: list[str] = []
    for run, cjk in runs(text):
        if not cjk:
            if run not in STOP_WORDS:
                terms.append(stem(run))
                core.append(run)
            continue
        for piece in filter(None, _CJK_STOPS.split(run)):
            terms += pairs(piece) or [piece]
            core.append(piece)
    return Query(key=name_key(text), core=name_key("".join(core)), terms=tuple(dict.fromkeys(terms)))
