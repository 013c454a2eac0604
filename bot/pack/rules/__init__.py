"""Rules that need more than one value. Each is a generator of problems over a draft; ``RULES`` is all of them."""

from collections.abc import Callable, Iterator

from bot.pack.draft import Draft
from bot.pack.problems import Problem
from bot.pack.rules import aliases, citations, ids, languages, quotes, references, topics, verification

RULES: tuple[Callable[[Draft], Iterator[Problem]], ...] = (
    ids.check,
    references.check,
    aliases.check,
    languages.check,
    citations.check,
    topics.check,
    verification.check,
    quotes.check,
)
