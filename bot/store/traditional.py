"""Traditional Chinese as written in Taiwan, converted when the store is compiled."""

from __future__ import annotations

from functools import cache
from typing import TypeVar

import opencc
from pydantic import BaseModel

from bot.pack.rules.languages import TRADITIONAL
from bot.pack.schema import Quote
from bot.pack.text import Text

M = TypeVar("M", bound=BaseModel)

SIMPLIFIED = "zh-Hans"


def with_traditional(item: M) -> M:
    """``item`` with zh-Hant added to each text that has zh-Hans and no zh-Hant of its own.

    Words are adapted to Taiwan's usage (``s2twp``); a quote's own text keeps its words (``s2tw``).
    """
    changes: dict[str, object] = {}
    for name in type(item).model_fields:
        value = getattr(item, name)
        config = "s2tw" if name == "text" and isinstance(item, Quote) else "s2twp"
        converted = _convert(value, config)
        if converted is not value:
            changes[name] = converted
    return item.model_copy(update=changes) if changes else item


def _convert(value: object, config: str) -> object:
    if isinstance(value, Text):
        texts = dict(value.written)
        if SIMPLIFIED not in texts or TRADITIONAL in texts:
            return value
        return Text(value.written, ((TRADITIONAL, _converter(config).convert(texts[SIMPLIFIED])),))
    if isinstance(value, BaseModel):
        return with_traditional(value)
    if isinstance(value, tuple) and value:
        return tuple(_convert(inner, config) for inner in value)
    return value


@cache
def _converter(config: str) -> opencc.OpenCC:
    return opencc.OpenCC(config)
