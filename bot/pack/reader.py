"""Strict YAML, with the place of everything.

Every plain scalar stays the string that it looks like: the schema converts it. Values are ordinary ``dict``, ``list``
and ``str``, each of a subclass that also knows its place, so that a rule can name line and column.

The document is built from libyaml's event stream and never by its composer, which overruns its stack on deep nesting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
)

from bot.pack.problems import START, Position, Problem

MAX_DEPTH = 20
MAX_PROBLEMS_A_FILE = 100


class Scalar(str):
    """A string that knows where it stands; ``broken`` marks one that was already reported."""

    __slots__ = ("broken", "position")

    position: Position
    broken: bool


class MappingNode(dict[Scalar, "Node"]):
    """A mapping that knows where it begins; its keys are scalars and know their own place."""

    __slots__ = ("position",)

    position: Position


class SequenceNode(list["Node"]):
    """A list that knows where it begins."""

    __slots__ = ("position",)

    position: Position


Node = Scalar | MappingNode | SequenceNode

# What a file must not hold in the raw. Bidirectional controls can make text read other than it is (CVE-2021-42574);
# the line separators would let a parser and an editor count lines differently.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_LINE_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Document:
    """One file, read: its top value where it could be built, and every problem that reading it showed."""

    path: str
    root: MappingNode | None
    problems: tuple[Problem, ...]


def read_document(path: str, content: bytes) -> Document:
    """The document in ``content``; ``path`` is what problems are reported under. Raises nothing."""
    try:
        text = content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        message = f"byte 0x{content[error.start]:02X} is not UTF-8; save the file as UTF-8"
        return Document(path, None, (Problem(path, *_position_at(before, len(before)), "yaml-encoding", message),))
    problems = list(_raw_problems(path, text))
    if problems:
        return Document(path, None, tuple(problems))
    builder = _Builder(path)
    try:
        for event in yaml.parse(text, Loader=yaml.CLoader):
            if not builder.take(event):
                break
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        position = Position(mark.line + 1, mark.column + 1) if mark else START
        builder.problem(position, "yaml-syntax", _explain(error))
        builder.complete = False
    except yaml.YAMLError as error:
        builder.problem(START, "yaml-syntax", f"this is not YAML: {str(error).splitlines()[0]}")
        builder.complete = False
    root = _top(builder) if builder.complete else None
    return Document(path, root, tuple(builder.problems))


def _top(builder: _Builder) -> MappingNode | None:
    """The mapping that a file is; an empty one for a file without content."""
    root = builder.root
    if isinstance(root, MappingNode):
        return root
    if root is None or root == "":
        empty = MappingNode()
        empty.position = START
        return empty
    message = "a file is a mapping with any of the keys sources, topics, facts, quotes, timeline"
    builder.problem(root.position, "value-type", message)
    return None


def _raw_problems(path: str, text: str) -> Iterator[Problem]:
    """Forbidden characters and tabs, the first of a line each, at most a hundred."""
    if "\t" not in text and not _FORBIDDEN.search(text):
        return
    count = 0
    for number, line in enumerate(_LINE_BREAK.split(text), start=1):
        found = _FORBIDDEN.search(line)
        if found:
            message = f"the invisible or control character U+{ord(found[0]):04X} is not allowed; delete it"
            yield Problem(path, number, found.start() + 1, "yaml-character", message)
        tab = line.find("\t")
        if tab >= 0:
            yield Problem(path, number, tab + 1, "yaml-tab", "a tab is not allowed; use spaces")
        count += bool(found) + (tab >= 0)
        if count >= MAX_PROBLEMS_A_FILE:
            return


def _position_at(text: str, index: int) -> Position:
    lines = _LINE_BREAK.split(text[:index])
    return Position(len(lines), len(lines[-1]) + 1)


class _Builder:
    """Takes events, builds values; a key that waits for its value is held beside its mapping."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.complete = True
        self._documents = 0
        self._open: list[MappingNode | SequenceNode] = []
        self._keys: list[Scalar | None] = []

    def problem(self, position: Position, code: str, message: str) -> None:
        if len(self.problems) < MAX_PROBLEMS_A_FILE:
            self.problems.append(Problem(self.path, *position, code, message))

    def take(self, event: Event) -> bool:
        """Builds on; False when reading this file any further makes no sense."""
        mark = event.start_mark
        position = Position(mark.line + 1, mark.column + 1) if mark else START
        if isinstance(event, ScalarEvent):
            self._properties(event, position)
            self._add(self._scalar(event, position))
        elif isinstance(event, CollectionStartEvent):
            self._properties(event, position)
            if len(self._open) >= MAX_DEPTH:
                self.problem(position, "yaml-depth", f"nested deeper than {MAX_DEPTH}; the pack's schema needs 6")
                self.complete = False
                return False
            node = MappingNode() if isinstance(event, MappingStartEvent) else SequenceNode()
            node.position = position
            self._add(node)
            self._open.append(node)
            self._keys.append(None)
        elif isinstance(event, CollectionEndEvent):
            self._open.pop()
            self._keys.pop()
        elif isinstance(event, AliasEvent):
            message = f"the alias *{event.anchor} is not allowed; write the value out"
            self.problem(position, "yaml-anchor", message)
            self._add(_scalar("", position, broken=True))
        elif isinstance(event, DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self.problem(position, "yaml-document", "a second document begins here; a file holds one, without ---")
                return False
            if event.version or event.tags:
                self.problem(position, "yaml-document", "directives such as %YAML or %TAG are not allowed; delete them")
        return len(self.problems) < MAX_PROBLEMS_A_FILE

    def _properties(self, event: ScalarEvent | CollectionStartEvent, position: Position) -> None:
        if event.anchor:
            self.problem(position, "yaml-anchor", f"the anchor &{event.anchor} is not allowed; delete it")
        if event.tag:
            self.problem(position, "yaml-tag", f"the tag {_short(event.tag)} is not allowed; delete it")

    def _scalar(self, event: ScalarEvent, position: Position) -> Scalar:
        found = _FORBIDDEN.search(event.value)
        if found:
            message = f"the escape of the invisible or control character U+{ord(found[0]):04X} is not allowed"
            self.problem(position, "yaml-character", message)
        return _scalar(event.value, position, broken=bool(found))

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent, SequenceNode):
            parent.append(node)
            return
        key = self._keys[-1]
        if key is None:
            self._keys[-1] = self._key(node)
            return
        self._keys[-1] = None
        first = next((known for known in parent if known == key), None) if key in parent else None
        if first is not None:
            message = f'the key "{key}" stands here a second time (first in line {first.position.line}); keep one'
            self.problem(key.position, "yaml-duplicate-key", message)
        elif not key.broken:
            parent[key] = node

    def _key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar):
            return node
        self.problem(node.position, "yaml-key", "a key is plain text, not a list or a mapping")
        return _scalar("", node.position, broken=True)


def _scalar(value: str, position: Position, *, broken: bool = False) -> Scalar:
    scalar = Scalar(value)
    scalar.position = position
    scalar.broken = broken
    return scalar


_EXPLANATIONS = {
    "mapping values are not allowed in this context": (
        "a colon followed by a space begins a mapping here; put the text in quotes, or mend the indentation"
    ),
    "did not find expected key": "a key was expected here; mend the indentation, or quote the text before this place",
    "did not find expected '-' indicator": "a list item was expected here; mend the indentation",
    "did not find expected ',' or ']'": "this list in [ ] is not closed, or a comma is missing",
    "did not find expected ',' or '}'": "this mapping in { } is not closed, or a comma is missing",
    "could not find expected ':'": "a colon is missing after a key, or text over several lines is not indented",
    "found unexpected end of stream": "a quote is not closed before the end of the file",
    "found character that cannot start any token": "this character cannot begin a value; put the text in quotes",
    "did not find expected node content": "a value was expected here; put text that begins with , [ ] { } in quotes",
    "block sequence entries are not allowed in this context": "a list item cannot begin here; put it on its own line",
    "found unknown escape character": 'this backslash escape is unknown; in "…" write \\\\ for a backslash',
}


def _explain(error: yaml.MarkedYAMLError) -> str:
    problem = error.problem or "it cannot be parsed"
    return _EXPLANATIONS.get(problem, f"this is not well-formed YAML: {problem}")


def _short(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")[:40]
