"""An id is unique in the whole pack, over all kinds: it is the permalink."""

from collections.abc import Iterator

from bot.pack.draft import Draft
from bot.pack.problems import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """``id-duplicate`` at every item but the first of its id."""
    for item in draft.items:
        if item.id is None:
            continue
        first = draft.by_id[item.id]
        if first is not item:
            line = first.raw["id"].position.line  # type: ignore[index]
            message = f'the id "{item.id}" is taken by the {first.kind} at {first.path}:{line}; choose another'
            yield item.problem(("id",), "id-duplicate", message)
