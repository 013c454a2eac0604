"""The words that people read, by language: Fluent files in ``locales/``, dates by Babel (CLDR)."""

from __future__ import annotations

from functools import cache
from importlib import resources

from babel import Locale
from babel.dates import format_date, format_skeleton
from fluent.runtime import FluentBundle, FluentResource

from bot.pack.dates import FuzzyDate, Point

LANGUAGES = ("en", "zh-Hans", "zh-Hant")
"""The languages that the program itself speaks."""


class Wording:
    """The program's words in one language. Made by ``wording_for``."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._locale = Locale.parse(language, sep="-")
        # Isolating marks (U+2068, U+2069) show as boxes in some fonts, and quotes around values do their work.
        self._bundle = FluentBundle([language], use_isolating=False)
        source = resources.files("bot").joinpath("locales", f"{language}.ftl").read_text("utf-8")
        self._bundle.add_resource(FluentResource(source))

    def __call__(self, message: str, **values: str | int) -> str:
        """The message with its values put in. Raises KeyError for a message that isn't there, ValueError for a bad one."""
        pattern = self._bundle.get_message(message).value
        if pattern is None:
            raise KeyError(message)
        text, errors = self._bundle.format_pattern(pattern, values)
        if errors:
            raise ValueError(f"{self.language} {message}: {errors[0]}")
        return str(text)

    def join(self, parts: list[str]) -> str:
        """Parts as a list in one line."""
        return self("list-separator").join(parts)

    def date(self, date: FuzzyDate) -> str:
        """A date at the precision that is known, never finer."""
        if date.open:
            return self("date-since", start=self.point(date.start))
        if date.end:
            return self("date-interval", start=self.point(date.start), end=self.point(date.end))
        return self.point(date.start)

    def span(self, start: Point, end: Point | None) -> str:
        """From when to when; without ``end`` it goes on."""
        return self.date(FuzzyDate(start, end, open=end is None))

    def point(self, point: Point) -> str:
        """One date, with "about" or "uncertain" where the pack says so."""
        if point.year < 1000:
            text = str(point).rstrip("~?")  # CLDR would print the year 33 as a bare 33
        elif point.day is not None:
            text = format_date(point.earliest, "long", locale=self._locale)
        else:
            text = format_skeleton("yMMMM" if point.month else "y", point.earliest, locale=self._locale)
        if point.qualifier == "~":
            return self("date-about", date=text)
        return self("date-uncertain", date=text) if point.qualifier == "?" else text


@cache
def wording_for(language: str) -> Wording:
    """The wording nearest to ``language``: itself, Simplified for other Chinese, else English."""
    if language in LANGUAGES:
        return Wording(language)
    if language.startswith("zh"):
        traditional = any(part in ("Hant", "TW", "HK", "MO") for part in language.split("-"))
        return wording_for("zh-Hant" if traditional else "zh-Hans")
    return wording_for("en")
