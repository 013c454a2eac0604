"""A topic has the fields of its type, an entry has a topic, and nothing ends before it begins."""

from collections.abc import Iterator

from bot.pack.dates import Point
from bot.pack.draft import Draft, DraftItem
from bot.pack.problems import Problem
from bot.pack.schema import FIELDS_BY_TYPE, Fact, Quote, TimelineEntry, Topic


def check(draft: Draft) -> Iterator[Problem]:
    """``topic-field`` at the key, ``topic-missing`` at ``topics``, ``date-order`` at ``to``."""
    for item, value in draft.valid:
        if isinstance(value, Fact | Quote | TimelineEntry) and not value.topics:
            yield item.problem(("topics",), "topic-missing", "an entry names at least one topic")
        if not isinstance(value, Topic):
            continue
        for field, types in FIELDS_BY_TYPE.items():
            if getattr(value, field) is not None and value.type not in types:
                message = f'a {value.type} has no "{field}"; it belongs to {", ".join(sorted(types))}'
                yield item.key_problem(field, "topic-field", message)
        for index, role in enumerate(value.roles or ()):
            yield from _ends(item, ("roles", index), role.from_, role.to)
        for index, parent in enumerate(value.parents or ()):
            yield from _ends(item, ("parents", index), parent.from_, parent.to)
        if value.exists:
            yield from _ends(item, ("exists",), value.exists.from_, value.exists.to)


def _ends(item: DraftItem, where: tuple[str | int, ...], begin: Point, end: Point | None) -> Iterator[Problem]:
    if end is not None and end.latest < begin.earliest:
        yield item.problem((*where, "to"), "date-order", f'"to: {end}" is before "from: {begin}"')
