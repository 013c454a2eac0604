"""One form for all the ways in which the same text can be typed."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

import opencc

MAX_LENGTH = 1000
"""A question longer than this is cut: no entry is longer, and time is bounded."""

_MARKS = re.compile("[\u0300-\u036f]")
_NOT_IN_NAME = re.compile(r"[\W_]+")
_POINT_BETWEEN_DIGITS = re.compile(r"(?<=[0-9])\.(?=[0-9])")


def normalise(text: str) -> str:
    """``text`` folded for comparison: width and case, accents, Traditional characters to Simplified.

    Idempotent. OpenCC's ``t2s`` is a normal form; its other conversions change words and are not.
    """
    for _ in range(4):
        folded = _fold(text)
        if folded == text:
            break
        text = folded
    return text


def _fold(text: str) -> str:
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    text = _MARKS.sub("", unicodedata.normalize("NFD", text))
    return simplify(unicodedata.normalize("NFKC", text))


def simplify(text: str) -> str:
    """``text`` in Simplified characters; lone surrogates, which no conversion takes, become ``?``."""
    return str(_simplifier().convert(text.encode("utf-8", "replace").decode("utf-8")))


@cache
def _simplifier() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


@lru_cache(maxsize=4096)
def name_key(text: str) -> str:
    """What two spellings of one name share: ``Llama-2``, ``llama 2`` and ``LLAMA2`` are all ``llama2``.

    A point between digits stays, so that 3.1 is not 31. Empty for text without a letter or digit.
    """
    pieces = _POINT_BETWEEN_DIGITS.split(normalise(text[:MAX_LENGTH]))
    return ".".join(_NOT_IN_NAME.sub("", piece) for piece in pieces)
