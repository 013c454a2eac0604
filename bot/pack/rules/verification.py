"""``verified`` says that a record which doesn't depend on the source agrees; so both have to be named."""

from collections.abc import Iterator

from bot.pack.draft import Draft
from bot.pack.problems import Problem
from bot.pack.schema import Citation, Fact, Parent, Quote, Role, TimelineEntry, Topic


def check(draft: Draft) -> Iterator[Problem]:
    """``verified-checked`` and ``verified-source``, both at the status."""
    for item, value in draft.valid:
        if isinstance(value, Fact | Quote | TimelineEntry) and value.status == "verified":
            if value.checked is None:
                message = "a verified entry says when it was checked; add checked: 2025-11-05, or set status: claimed"
                yield item.problem(("status",), "verified-checked", message)
            if not _two_publishers(draft, value.sources):
                yield item.problem(("status",), "verified-source", _MESSAGE)
        if isinstance(value, Topic):
            dated: list[tuple[str, int, Role | Parent]] = []
            dated += [("roles", index, role) for index, role in enumerate(value.roles or ())]
            dated += [("parents", index, parent) for index, parent in enumerate(value.parents or ())]
            for name, index, one in dated:
                if one.status == "verified" and not _two_publishers(draft, one.sources):
                    yield item.problem((name, index, "status"), "verified-source", _MESSAGE)


_MESSAGE = (
    "verified needs sources of two publishers: one that says it, one that doesn't depend on the first; "
    "cite the other, or set status: claimed"
)


def _two_publishers(draft: Draft, citations: tuple[Citation, ...]) -> bool:
    sources = [draft.source(citation.source) for citation in citations]
    if any(source is None for source in sources):
        return True  # reported as an unknown or invalid source
    return len({source.publisher.texts[0].casefold() for source in sources if source}) > 1
