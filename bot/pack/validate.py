"""One mapping against its model: the value, or problems in a curator's words at the right place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import fuzz, process

from bot.pack.draft import locate, locate_key
from bot.pack.problems import Problem
from bot.pack.reader import MappingNode, Node, Scalar

M = TypeVar("M", bound=BaseModel)

_NOUNS = {
    "sources": "a source",
    "topics": "a topic",
    "facts": "a fact",
    "quotes": "a quote",
    "timeline": "a timeline entry",
    "pack": "pack.yaml",
    "roles": "a role",
    "parents": "a parent",
    "exists": "exists",
}


def validate(path: str, name: str, model: type[M], raw: MappingNode) -> tuple[M | None, list[Problem]]:
    """The value that ``raw`` describes, or None with at least one problem. ``name`` says what it should be."""
    empty = list(_empty_values(path, raw))
    try:
        value = model.model_validate(raw)
    except ValidationError as error:
        return None, empty + [
            problem
            for details in error.errors(include_url=False)
            if (problem := _explain(path, name, model, raw, details)) is not None
        ]
    return (None, empty) if empty else (value, [])


def _empty_values(path: str, node: Node, key: str = "") -> Iterator[Problem]:
    if isinstance(node, Scalar):
        if not node.strip() and not node.broken:
            what = f'"{key}" has no value' if key else "this list item is empty"
            yield Problem(path, *node.position, "value-empty", f"{what}; write one or delete it")
    elif isinstance(node, MappingNode):
        for inner_key, value in node.items():
            yield from _empty_values(path, value, inner_key)
    else:
        for value in node:
            yield from _empty_values(path, value)


def _explain(path: str, name: str, model: type[BaseModel], raw: MappingNode, details: ErrorDetails) -> Problem | None:
    location = [step for step in details["loc"] if step != "[key]"]
    is_key = "[key]" in details["loc"]
    node, parent = _walk(raw, location)
    if isinstance(node, Scalar) and (node.broken or not node.strip()):
        return None  # reported where it was read, or as an empty value
    kind, context = details["type"], details.get("ctx", {})
    position = locate(raw, location)
    if kind == "extra_forbidden" or is_key:
        position = locate_key(parent, str(location[-1]))
    code, message = "value-type", ""
    if kind == "extra_forbidden":
        code, message = "key-unknown", _unknown_key(name, model, location)
    elif kind == "missing":
        code, message = _missing(name, location)
    elif kind == "literal_error":
        code, message = "value-choice", _choice(node, str(context["expected"]))
    elif kind in ("string_too_long", "too_long"):
        code, limit = "text-length", context["max_length"]
        message = f"this is longer than {limit} {'characters' if kind == 'string_too_long' else 'items'}; shorten it"
    elif kind in ("string_too_short", "too_short"):
        code, message = "value-empty", "this is empty; write at least one"
    elif kind == "string_pattern_mismatch":
        code, message = "text-line", "this stands on several lines; write it on one"
    elif kind in ("tuple_type", "dict_type", "string_type", "model_type", "model_attributes_type"):
        message = _type(kind, node)
    else:
        code, message = kind.replace("_", "-"), details["msg"]
        if code not in _OWN_CODES:
            code = "value-type"
    return Problem(path, *position, code, message)


_OWN_CODES = frozenset(
    [
        "id-format",
        "url-format",
        "language-tag",
        "date-format",
        "date-order",
        "value-choice",
        "value-repeated",
        "text-length",
        "text-line",
        "value-type",
    ]
)


def _walk(root: Node, location: list[str | int]) -> tuple[Node, Node]:
    node: Node = root
    parent: Node = root
    for step in location:
        if isinstance(node, MappingNode) and step in node:
            parent, node = node, node[step]  # type: ignore[index] # a str equal to a Scalar finds it
        elif isinstance(node, list) and isinstance(step, int) and step < len(node):
            parent, node = node, node[step]
        else:
            break
    return node, parent


def _unknown_key(name: str, model: type[BaseModel], location: list[str | int]) -> str:
    key = str(location[-1])
    steps = [str(step) for step in location[:-1] if isinstance(step, str)]
    known = _known_keys(model, steps)
    noun = "a citation" if steps and steps[-1] == "sources" else _NOUNS.get(steps[-1] if steps else name, name)
    shown = key if len(key) <= 40 else key[:40] + "…"
    near = process.extractOne(key, known, scorer=fuzz.ratio, score_cutoff=60)
    guess = f'; did you mean "{near[0]}"?' if near else f"; known are {', '.join(known)}"
    return f'"{shown}" is not a key of {noun}{guess}'


def _known_keys(model: type[BaseModel], steps: list[str]) -> list[str]:
    for step in steps:
        info = next((i for n, i in model.model_fields.items() if (i.alias or n) == step), None)
        inner = next((m for m in _models_in(info.annotation if info else None)), None)
        if inner is None:
            return []
        model = inner
    return [info.alias or name for name, info in model.model_fields.items()]


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from _models_in(inner)
    origin = getattr(annotation, "__origin__", None)
    if origin is not None and origin is not annotation:
        yield from _models_in(origin)


def _missing(name: str, location: list[str | int]) -> tuple[str, str]:
    key = str(location[-1])
    steps = [str(step) for step in location[:-1] if isinstance(step, str)]
    noun = "citation" if steps and steps[-1] == "sources" else _NOUNS.get(steps[-1] if steps else name, name)
    noun = noun.removeprefix("a ")
    if key == "sources":
        return "source-missing", f"this {noun} names no source; add sources: [{{source: …}}]"
    if key == "topics":
        return "topic-missing", f"this {noun} names no topic; add topics: […]"
    return "key-missing", f'this {noun} lacks the key "{key}"' if noun != "pack.yaml" else f'pack.yaml lacks "{key}"'


def _choice(node: Node, expected: str) -> str:
    choices = [word.strip("' ") for word in expected.replace(" or ", ", ").split(",")]
    if not isinstance(node, Scalar):
        return f"one of {', '.join(choices)} is expected here"
    shown = node if len(node) <= 40 else node[:40] + "…"
    near = process.extractOne(str(node).casefold(), choices, scorer=fuzz.ratio, score_cutoff=60)
    guess = f'; did you mean "{near[0]}"?' if near else ""
    return f'"{shown}" is not one of {", ".join(choices)}{guess}'


def _type(kind: str, node: Node) -> str:
    found = "text" if isinstance(node, Scalar) else "a mapping" if isinstance(node, MappingNode) else "a list"
    wanted = {
        "tuple_type": "a list is expected here (- item, or [item, item])",
        "dict_type": "a mapping is expected here (key: value)",
        "model_type": "a mapping is expected here (key: value)",
        "model_attributes_type": "a mapping is expected here (key: value)",
        "string_type": "text is expected here",
    }[kind]
    return f"{wanted}, not {found}"
