"""A name leads to one topic."""

from collections.abc import Iterator

from bot.pack.draft import Draft
from bot.pack.problems import Problem
from bot.pack.schema import Topic
from bot.search.normalise import name_key


def check(draft: Draft) -> Iterator[Problem]:
    """``alias-duplicate`` at the second topic's name or alias, compared as search compares them."""
    owners: dict[str, str] = {}
    for item, topic in draft.valid:
        if not isinstance(topic, Topic) or draft.by_id.get(topic.id) is not item:
            continue
        names: list[tuple[tuple[str | int, ...], str]] = [(("name", language), text) for language, text in topic.name.written]
        names += [(("aliases", index), alias) for index, alias in enumerate(topic.aliases)]
        for where, name in names:
            key = name_key(name)
            owner = owners.setdefault(key, topic.id) if key else topic.id
            if owner != topic.id:
                message = f'"{name}" already names the topic "{owner}"; a name or alias belongs to one topic'
                yield item.problem(where, "alias-duplicate", message)
