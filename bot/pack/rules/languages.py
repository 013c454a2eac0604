"""Text is there in each of the pack's languages, and in no other."""

from collections.abc import Iterator

from bot.pack.draft import Draft, locate, locate_key
from bot.pack.problems import Problem
from bot.pack.reader import MappingNode, Node
from bot.pack.schema import texts_of
from bot.pack.text import ANY, Text

TRADITIONAL = "zh-Hant"
"""May be given wherever zh-Hans is; where it isn't, it is converted when the store is compiled."""


def check(draft: Draft) -> Iterator[Problem]:
    """``language-missing`` at the text, ``language-unknown`` at the language's key."""
    if draft.header is None:
        return
    languages = draft.header.languages
    if draft.header_raw is not None:
        for where, text in texts_of(draft.header):
            yield from _check(draft.header_path, draft.header_raw, where, text, languages)
    for item, value in draft.valid:
        for where, text in texts_of(value):
            yield from _check(item.path, item.raw, where, text, languages)


def _check(path: str, raw: Node, where: tuple[str | int, ...], text: Text, languages: tuple[str, ...]) -> Iterator[Problem]:
    given = [language for language, _ in text.written]
    if ANY in given:
        return
    missing = [language for language in languages if language not in given]
    if missing:
        message = f'"{where[-1]}" is missing in {" and ".join(missing)}; write it, or one text that is the same in all'
        position = locate_key(_node(raw, where[:-1]), str(where[-1])) if isinstance(where[-1], str) else locate(raw, where)
        yield Problem(path, *position, "language-missing", message)
    for language in given:
        if language not in languages and not (language == TRADITIONAL and "zh-Hans" in languages):
            position = locate_key(_node(raw, where), language)
            message = f'"{language}" is not a language of this pack ({", ".join(languages)}; see pack.yaml); delete it'
            yield Problem(path, *position, "language-unknown", message)


def _node(root: Node, where: tuple[str | int, ...]) -> Node:
    node = root
    for step in where:
        if isinstance(node, MappingNode):
            node = node[step]  # type: ignore[index] # a str equal to a Scalar finds it
        elif isinstance(node, list) and isinstance(step, int):
            node = node[step]
    return node
