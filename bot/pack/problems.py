"""What is wrong with a pack, where, and what to do: values, collected and reported at the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Position(NamedTuple):
    """A place in a file; both count from 1, columns in characters."""

    line: int
    column: int


START = Position(1, 1)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake in one file; ordered by place, so that reports are stable."""

    path: str
    line: int
    column: int
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.code}: {self.message}"


CODES: dict[str, str] = {
    "pack-missing": "The pack is a folder that exists and can be read.",
    "pack-header": "The pack has a pack.yaml at its top.",
    "file-name": "YAML files end in .yaml, not .yml, and file names hold no control characters.",
    "file-type": "Each *.yaml is a regular file.",
    "file-size": "A file is at most 8 MiB.",
    "file-outside": "A symbolic link stays inside the pack.",
    "file-unreadable": "Each file can be read.",
    "yaml-encoding": "Files are UTF-8.",
    "yaml-character": "No control, bidirectional or invisible characters.",
    "yaml-tab": "No tabs: YAML is indented with spaces.",
    "yaml-syntax": "Each file is well-formed YAML.",
    "yaml-depth": "Nothing is nested deeper than 20.",
    "yaml-anchor": "No anchors (&name) and no aliases (*name).",
    "yaml-tag": "No tags (!name).",
    "yaml-document": "One document in a file, without directives.",
    "yaml-duplicate-key": "A key stands once in a mapping.",
    "yaml-key": "A key is plain text.",
    "key-unknown": "Only the schema's keys.",
    "key-missing": "Every required key is there.",
    "value-type": "A list where a list belongs, a mapping where a mapping belongs, text where text belongs.",
    "value-empty": "No empty values.",
    "value-choice": "A value from a fixed set is one of that set.",
    "value-repeated": "A list names nothing twice.",
    "id-format": "Ids are kebab-case ASCII of at most 48 characters, not a reserved word.",
    "id-duplicate": "An id is unique in the whole pack.",
    "date-format": "Dates are in the pack's notation and in the calendar.",
    "date-order": "Nothing ends before it begins.",
    "url-format": "A URL is an absolute http or https address.",
    "text-length": "Text fits on a card.",
    "text-line": "Names, titles, aliases and quotes stand on one line.",
    "language-tag": "Languages are BCP 47 tags.",
    "language-unknown": "Text is in the pack's languages.",
    "language-missing": "Text is there in each of the pack's languages.",
    "ref-unknown": "An id that is referred to exists.",
    "ref-kind": "A reference names the right kind of thing.",
    "alias-duplicate": "A name or alias belongs to one topic.",
    "source-missing": "Each entry names at least one source.",
    "source-place": "`at` counts what the source's locator says.",
    "topic-field": "A field belongs to the topic's type.",
    "topic-missing": "Each entry names at least one topic.",
    "verified-checked": "A verified entry says when it was checked.",
    "verified-source": "A verified statement has sources of two publishers.",
    "quote-original": "A quote's text is there in the language it was said in.",
    "quote-speaker": "Speaker and attribution agree.",
}
"""Every code that `check` can print, with the rule behind it. README lists the same table."""
