"""The settings, from the environment: the only place that reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.errors import SettingError
from bot.pack.text import LANGUAGE_TAG

_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the operator sets. Paths may be relative to the folder that the program was started in."""

    facts: Path
    data: Path
    language: str | None


def read_settings(environment: Mapping[str, str]) -> Settings:
    """The settings in ``environment``; an empty variable counts as not set.

    Raises SettingError for a value that cannot be used.
    """
    facts = environment.get("BOT_FACTS")
    language = environment.get("BOT_LANGUAGE") or None
    if language is not None and not LANGUAGE_TAG.match(language):
        raise SettingError(f'BOT_LANGUAGE is "{language}"; set it to a language tag such as en, zh-Hans or zh-Hant')
    return Settings(
        facts=Path(facts) if facts else shipped_pack(),
        data=Path(environment.get("BOT_DATA") or "data"),
        language=language,
    )


def shipped_pack() -> Path:
    """The pack that ships: inside the package where it was installed from a wheel, beside it in a checkout."""
    inside = _PACKAGE / "facts"
    return inside if inside.is_dir() else _PACKAGE.parent / "facts"
