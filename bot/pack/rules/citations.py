"""Each entry has a source, and the place in it is counted as the source says."""

import re
from collections.abc import Iterator

from bot.pack.draft import Draft
from bot.pack.problems import Problem
from bot.pack.schema import Citation, Fact, Quote, TimelineEntry, Topic

_NUMBERS = re.compile(r"[0-9]{1,6}(-[0-9]{1,6})?(, ?[0-9]{1,6}(-[0-9]{1,6})?)*\Z")
_TIMES = re.compile(r"([0-9]{1,2}:)?[0-9]{1,2}:[0-9]{2}(-([0-9]{1,2}:)?[0-9]{1,2}:[0-9]{2})?\Z")


def check(draft: Draft) -> Iterator[Problem]:
    """``source-missing`` at ``sources``, ``source-place`` at ``at``."""
    for item, value in draft.valid:
        lists: list[tuple[tuple[str | int, ...], tuple[Citation, ...], bool]] = []
        if isinstance(value, Fact | Quote | TimelineEntry):
            lists.append(((), value.sources, True))
        elif isinstance(value, Topic):
            lists.append(((), value.sources, False))
            lists += [(("roles", index), role.sources, True) for index, role in enumerate(value.roles or ())]
            lists += [(("parents", index), parent.sources, True) for index, parent in enumerate(value.parents or ())]
        for where, citations, needed in lists:
            if needed and not citations:
                message = "no source is named here; add sources: [{source: …, at: …}]"
                yield item.problem((*where, "sources"), "source-missing", message)
            for index, citation in enumerate(citations):
                reason = _place_problem(draft, citation)
                if reason:
                    yield item.problem((*where, "sources", index, "at"), "source-place", reason)


def _place_problem(draft: Draft, citation: Citation) -> str | None:
    source = draft.source(citation.source)
    if source is None or citation.at is None:
        return None
    if source.locator in ("caption", "page"):
        if not _NUMBERS.match(citation.at):
            return f'"{citation.at}" is not a {source.locator} of "{source.id}"; write 12, 12-14 or 12-14, 20'
        for numbers in citation.at.split(","):
            first, _, last = numbers.partition("-")
            if last and int(last) < int(first):
                return f'"{numbers.strip()}" ends before it begins'
    if source.locator == "timestamp" and not _TIMES.match(citation.at):
        return f'"{citation.at}" is not a time in "{source.id}"; write 4:05, 1:04:05 or 4:05-4:30'
    return None
