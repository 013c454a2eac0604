"""A quote is there in the words it was said in, and claims a speaker only as far as the source names one."""

from collections.abc import Iterator

from bot.pack.draft import Draft
from bot.pack.problems import Problem
from bot.pack.schema import UNKNOWN, Quote


def check(draft: Draft) -> Iterator[Problem]:
    """``quote-original`` at ``original``, ``quote-speaker`` at ``attribution``."""
    for item, quote in draft.valid:
        if not isinstance(quote, Quote):
            continue
        if quote.text.get(quote.original) is None:
            message = f'the text has no "{quote.original}"; add the words as they were said, or mend original'
            yield item.problem(("original",), "quote-original", message)
        if (quote.speaker == UNKNOWN) != (quote.attribution == "unknown"):
            message = "speaker: unknown and attribution: unknown go together; mend one of them"
            yield item.problem(("attribution",), "quote-speaker", message)
