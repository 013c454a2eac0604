"""In which language to answer: the first rule that applies."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.search.normalise import simplify

LANGUAGE_CHOICES = ("en", "zh-Hans", "zh-Hant")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")

_DISCORD_LOCALES = {"zh-CN": "zh-Hans", "zh-TW": "zh-Hant"}


def choose_language(
    *,
    option: str | None = None,
    server: str | None = None,
    typed: str | None = None,
    locale: str | None = None,
    setting: str | None = None,
    pack: Sequence[str],
) -> str:
    """The language of an answer.

    In this order: the ``option`` that the asker chose, the ``server``'s setting, the script of the words ``typed`` (a
    chosen id is not typed: pass None), the ``locale`` that Discord sends where the front may use it, BOT_LANGUAGE
    (``setting``), the first of the ``pack``'s languages.
    """
    for chosen in (option, server):
        if chosen:
            return chosen
    if typed and (script := script_language(typed)):
        return script
    if locale:
        return _DISCORD_LOCALES.get(locale, locale.partition("-")[0])
    return setting or pack[0]


def script_language(text: str) -> str | None:
    """Chinese for text with a Han character: Traditional where it has characters that only Traditional uses."""
    if not _HAN.search(text):
        return None
    return "zh-Hant" if simplify(text) != text else "zh-Hans"
