"""What is referred to exists and is of the right kind."""

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from bot.pack.draft import Draft, DraftItem
from bot.pack.problems import Problem
from bot.pack.reader import MappingNode, Node, Scalar
from bot.pack.schema import ANONYMOUS, UNKNOWN

_ORGANISATIONS = ("team", "company", "place", "publication", "platform")


@dataclass(frozen=True, slots=True)
class _Reference:
    where: tuple[str | int, ...]
    id: str
    kind: str
    types: tuple[str, ...] = ()


def check(draft: Draft) -> Iterator[Problem]:
    """``ref-unknown`` and ``ref-kind``; nothing is called unknown while a file could not be read."""
    ids: dict[str, list[str]] = {"source": [], "topic": []}
    for id, known in draft.by_id.items():
        if known.kind in ids:
            ids[known.kind].append(id)
    for item in draft.items:
        for reference in _references(item):
            target = draft.by_id.get(reference.id)
            if target is None:
                if draft.whole:
                    near = process.extractOne(reference.id, ids[reference.kind], scorer=fuzz.ratio, score_cutoff=70)
                    guess = f'did you mean "{near[0]}"?' if near else f"add it under {reference.kind}s:, or mend the id"
                    message = f'there is no {reference.kind} "{reference.id}"; {guess}'
                    yield item.problem(reference.where, "ref-unknown", message)
            elif target.kind != reference.kind:
                message = f'"{reference.id}" is a {target.kind}; a {reference.kind} is expected here'
                yield item.problem(reference.where, "ref-kind", message)
            elif reference.types:
                raw = target.raw.get("type")  # type: ignore[call-overload]
                if isinstance(raw, Scalar) and raw not in reference.types:
                    message = f'"{reference.id}" is a {raw}; one of {", ".join(reference.types)} is expected here'
                    yield item.problem(reference.where, "ref-kind", message)


def _references(item: DraftItem) -> Iterator[_Reference]:
    raw = item.raw
    yield from _listed(raw, ("sources",), "source", "source")
    if item.list_name == "topics":
        for name, key, types in (("roles", "organisation", _ORGANISATIONS), ("parents", "of", _ORGANISATIONS)):
            yield from _listed(raw, (name,), key, "topic", types)
            for index, inner in enumerate(_list(raw, name)):
                yield from _listed(inner, (name, index, "sources"), "source", "source")
        yield from _listed(raw, ("roles",), "reports_to", "topic", ("person",))
        return
    for index, topic in enumerate(_list(raw, "topics")):
        if _is_id(topic):
            yield _Reference(("topics", index), str(topic).strip(), "topic")
    speaker = raw.get("speaker")  # type: ignore[call-overload]
    if item.list_name == "quotes" and _is_id(speaker) and speaker.strip() not in (ANONYMOUS, UNKNOWN):
        yield _Reference(("speaker",), str(speaker).strip(), "topic")


def _listed(node: Node, where: tuple[str | int, ...], key: str, kind: str, types: tuple[str, ...] = ()) -> Iterator[_Reference]:
    for index, inner in enumerate(_list(node, str(where[-1]))):
        value = inner.get(key) if isinstance(inner, MappingNode) else None  # type: ignore[call-overload]
        if _is_id(value):
            yield _Reference((*where, index, key), str(value).strip(), kind, types)


def _list(node: Node, key: str) -> list[Node]:
    value = node.get(key) if isinstance(node, MappingNode) else None  # type: ignore[call-overload]
    return value if isinstance(value, list) else []


def _is_id(node: Node | None) -> bool:
    return isinstance(node, Scalar) and not node.broken and bool(node.strip())
