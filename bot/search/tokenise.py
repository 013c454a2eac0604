"""Text to the terms that are indexed and looked for.

Latin words are stemmed; a run of Chinese, which has no spaces, becomes its characters and its pairs of neighbours,
so that words of one and of two characters are found (SQLite's own tokenisers find neither).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

import snowballstemmer

from bot.search.normalise import normalise

_CJK = "\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_RUN = re.compile(rf"(?P<cjk>[{_CJK}]+)|(?P<latin>(?:(?![{_CJK}])[^\W_])+(?:\.[0-9]+(?:(?![{_CJK}])[^\W_])*)*)")
_GLUED_NUMBER = re.compile(r"([^\W\d]{3,})([0-9][0-9.]*[^\W\d]?)\Z")
MAX_TERM = 64


def is_cjk(term: str) -> bool:
    """Whether ``term`` came out of a run of Chinese, Japanese or Korean characters."""
    return bool(re.match(f"[{_CJK}]", term))


def runs(text: str) -> Iterator[tuple[str, bool]]:
    """The runs of letters and digits in ``text``, normalised; each with whether it is CJK.

    ``FAIR实验室`` is two runs, ``llama3.1`` is ``llama`` and ``3.1``, ``o1`` and ``405b`` stay whole.
    """
    for match in _RUN.finditer(normalise(text)):
        if match["cjk"]:
            yield match["cjk"], True
            continue
        word = match["latin"]
        glued = _GLUED_NUMBER.match(word)
        for part in glued.groups() if glued else (word,):
            yield part[:MAX_TERM], False


def index_terms(text: str) -> list[str]:
    """The terms under which ``text`` is found: stems, and every character and pair of a CJK run."""
    terms: list[str] = []
    for run, cjk in runs(text):
        if cjk:
            terms += run
            terms += pairs(run)
        else:
            terms.append(stem(run))
    return terms


def pairs(run: str) -> list[str]:
    """Each two neighbouring characters of ``run``."""
    return [run[index : index + 2] for index in range(len(run) - 1)]


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The English stem of a Latin word; anything else unchanged."""
    return str(_stemmer().stemWord(word)) if word.isascii() and word.isalpha() and len(word) > 3 else word


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")
