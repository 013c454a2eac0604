"""A name leads to one topic."""

from collections.abc import Iterator

from bot.pack.draft import Draft
from bot.pack.problems import Problem
from bot.pack.schema import Topic
from bot.search.normalise import name_key


def check(draft: Draft) -> Iterator[Problem]:
    """``alias-duplicate`` at the later topic's name or alias, compared as search compares them; names go before aliases."""
    owners: dict[str, str] = {}
    for names_of in (_names, _aliases):
        for item, topic in draft.valid:
            if not isinstance(topic, Topic) or draft.by_id.get(topic.id) is not item:
                continue
            for where, name in names_of(topic):
                key = name_key(name)
                owner = owners.setdefault(key, topic.id) if key else topic.id
                if owner != topic.id:
                    message = f'"{name}" already names the topic "{owner}"; a name or alias belongs to one topic'
                    yield item.problem(where, "alias-duplicate", message)


_Named = Iterator[tuple[tuple[str | int, ...], str]]


def _names(topic: Topic) -> _Named:
    for language, text in topic.name.written:
        yield ("name", language), text


def _aliases(topic: Topic) -> _Named:
    for index, alias in enumerate(topic.aliases):
        yield ("aliases", index), alias
