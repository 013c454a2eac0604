"""The pack's schema: what each key may hold. The values of a corpus are these models, frozen.

Rules that need more than one value (references, languages, publishers) are in ``bot.pack.rules``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

from bot.pack import dates
from bot.pack.dates import FuzzyDate, Point
from bot.pack.text import LANGUAGE_TAG, Text, TextRules

ID_FORMAT = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
MAX_ID = 48
ANONYMOUS = "anonymous"
UNKNOWN = "unknown"
RESERVED_IDS = frozenset({ANONYMOUS, UNKNOWN})


def _check_id(value: str) -> str:
    if value in RESERVED_IDS:
        raise PydanticCustomError("id_format", '"{id}" is a reserved word; choose another id', {"id": value})
    if len(value) > MAX_ID:
        raise PydanticCustomError(
            "id_format", "this id has {length} characters, the limit is 48; shorten it", {"length": len(value)}
        )
    if not ID_FORMAT.match(value):
        raise PydanticCustomError(
            "id_format",
            '"{id}" is not an id; use lower-case letters a-z, digits and single hyphens, as in llama-2-licence',
            {"id": value},
        )
    return value


def _check_url(value: str) -> str:
    try:
        parts = urlsplit(value)
        host = parts.hostname
    except ValueError:
        parts, host = urlsplit(""), None
    if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc or re.search(r'[\s<>"`\\^{}|]', value):
        raise PydanticCustomError("url_format", "this is not a web address; write it whole, as in https://example.org/a")
    return value


def _check_language(value: str) -> str:
    if not LANGUAGE_TAG.match(value):
        raise PydanticCustomError(
            "language_tag", '"{tag}" is not a language; write a BCP 47 tag such as en, zh-Hans or pt-BR', {"tag": value}
        )
    return value


def _date(parse: Callable[[str], object]) -> Callable[[object], object]:
    def validate(value: object) -> object:
        if not isinstance(value, str):
            return value
        try:
            return parse(value.strip())
        except ValueError as error:
            code = "date_order" if "before it begins" in str(error) else "date_format"
            raise PydanticCustomError(code, "{reason}", {"reason": str(error)}) from None

    return validate


def _parse_day(text: str) -> Point:
    point = dates.parse_point(text)
    if point.day is None or point.qualifier:
        raise ValueError(f'"{text}" is not a whole day; write it as 2025-11-05')
    return point


def _to_bool(value: object) -> object:
    if isinstance(value, str):
        if value in ("true", "false"):
            return value == "true"
        raise PydanticCustomError("value_choice", '"{value}" is neither true nor false', {"value": value})
    return value


def _unique(values: tuple[Any, ...]) -> tuple[Any, ...]:
    seen: set[Any] = set()
    for value in values:
        if value in seen:
            raise PydanticCustomError("value_repeated", '"{value}" stands in this list twice', {"value": str(value)})
        seen.add(value)
    return values


_DATE_NOTE = "2025, 2025-11 or 2025-11-05, with ~ (about) or ? (uncertain) after it"
_PointSchema = WithJsonSchema({"type": "string", "description": f"A date: {_DATE_NOTE}."})

Id = Annotated[str, AfterValidator(_check_id), Field(description="Kebab-case ASCII, unique in the pack, permanent.")]
Reference = Annotated[str, Field(min_length=1, description="The id of another item of the pack.")]
Url = Annotated[str, Field(max_length=500), AfterValidator(_check_url)]
Language = Annotated[str, AfterValidator(_check_language)]
Line = Annotated[str, Field(min_length=1, max_length=80, pattern=r"^[^\n]*$")]
Date = Annotated[
    FuzzyDate,
    BeforeValidator(_date(dates.parse)),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "description": f"{_DATE_NOTE}; 2024-04/2024-09; open: 2025-05/.."}),
]
SingleDate = Annotated[Point, BeforeValidator(_date(dates.parse_point)), PlainSerializer(str, return_type=str), _PointSchema]
Day = Annotated[
    Point,
    BeforeValidator(_date(_parse_day)),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}),
]
Name = Annotated[Text, TextRules(80, one_line=True)]
Title = Annotated[Text, TextRules(160, one_line=True)]
Passage = Annotated[Text, TextRules(1000)]
Remark = Annotated[Text, TextRules(600)]
Words = Annotated[Text, TextRules(300, one_line=True)]

Status = Literal["verified", "claimed", "disputed", "rumour", "opinion"]
SourceType = Literal["video", "post", "paper", "press", "documentation", "filing", "dataset"]
Locator = Literal["caption", "page", "section", "timestamp"]
TopicType = Literal[
    "person", "team", "company", "model", "product", "platform", "benchmark", "publication", "concept", "place", "event"
]
Attribution = Literal["stated", "inferred", "unknown"]
Modality = Annotated[str, Field(min_length=1, max_length=40)]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Citation(_Model):
    """A source, and where in it."""

    source: Reference
    at: Annotated[str, Field(min_length=1, max_length=80)] | None = Field(
        default=None, description="The place, counted as the source's locator says: 218 or 218-223."
    )


Citations = Annotated[tuple[Citation, ...], Field(max_length=20)]
Topics = Annotated[tuple[Reference, ...], Field(max_length=20), AfterValidator(_unique)]


class PackHeader(_Model):
    """What ``pack.yaml`` says of the whole."""

    title: Title
    about: Passage
    licence: Title
    as_of: Day = Field(description="The day up to which the pack is current.")
    languages: Annotated[tuple[Language, ...], Field(min_length=1, max_length=20), AfterValidator(_unique)] = Field(
        description="BCP 47; the first is the fallback."
    )
    report_url: Url | None = Field(default=None, description="Where a reader reports a mistake.")


class Source(_Model):
    """A work that is cited."""

    id: Id
    type: SourceType
    title: Annotated[Text, TextRules(200, one_line=True)]
    publisher: Title
    date: Date
    language: Language
    url: Url | None = None
    locator: Locator | None = Field(default=None, description="What `at` counts in this source.")


class Role(_Model):
    """What a person was in an organisation, from when to when, both inclusive."""

    title: Title
    organisation: Reference
    from_: SingleDate = Field(alias="from")
    to: SingleDate | None = None
    reports_to: Reference | None = None
    heads: Annotated[bool, BeforeValidator(_to_bool)] = False
    status: Status
    sources: Citations = ()


class Parent(_Model):
    """What a team was part of, from when to when, both inclusive."""

    of: Reference
    from_: SingleDate = Field(alias="from")
    to: SingleDate | None = None
    status: Status
    sources: Citations = ()


class Existence(_Model):
    """From when to when an organisation was there, both inclusive."""

    from_: SingleDate = Field(alias="from")
    to: SingleDate | None = None


class Topic(_Model):
    """What entries are about."""

    id: Id
    type: TopicType
    name: Name
    aliases: Annotated[tuple[Line, ...], Field(max_length=60), AfterValidator(_unique)] = ()
    summary: Passage | None = None
    sources: Citations = ()
    released: Date | None = Field(default=None, description="Models and products.")
    parameters: Annotated[tuple[Line, ...], Field(max_length=20)] | None = Field(default=None, description="Models.")
    licence: Title | None = Field(default=None, description="Models and products.")
    modalities: Annotated[tuple[Modality, ...], Field(max_length=10), AfterValidator(_unique)] | None = Field(
        default=None, description="Models and products."
    )
    roles: Annotated[tuple[Role, ...], Field(max_length=40)] | None = Field(default=None, description="Persons.")
    exists: Existence | None = Field(default=None, description="Teams and companies.")
    parents: Annotated[tuple[Parent, ...], Field(max_length=40)] | None = Field(
        default=None, description="Teams and companies."
    )


FIELDS_BY_TYPE: dict[str, frozenset[str]] = {
    "released": frozenset({"model", "product"}),
    "parameters": frozenset({"model", "product"}),
    "licence": frozenset({"model", "product"}),
    "modalities": frozenset({"model", "product"}),
    "roles": frozenset({"person"}),
    "exists": frozenset({"team", "company"}),
    "parents": frozenset({"team", "company"}),
}
"""Which types of topic may have a field; fields that are not here belong to all."""


class _Entry(_Model):
    id: Id
    topics: Topics = Field(description="At least one; the first is what the entry is mostly about.")
    text: Passage
    status: Status
    sources: Citations
    correction: Remark | None = Field(
        default=None, description="What a source got wrong and what the record says; shown beside the text."
    )
    checked: Day | None = Field(default=None, description="When a person last checked it against the record.")


class Fact(_Entry):
    """One statement."""


class Quote(_Entry):
    """What somebody said, word for word in ``original``, translated in the other languages."""

    text: Words
    speaker: Reference = Field(description="A topic's id, or anonymous, or unknown.")
    attribution: Attribution
    original: Language = Field(description="The language it was said in: that text is verbatim.")
    date: Date


class TimelineEntry(_Entry):
    """Something that happened."""

    date: Date
    title: Annotated[Text, TextRules(160, one_line=True)]


Entry = Fact | Quote | TimelineEntry
Item = Source | Topic | Fact | Quote | TimelineEntry

LISTS: dict[str, type[Source | Topic | Fact | Quote | TimelineEntry]] = {
    "sources": Source,
    "topics": Topic,
    "facts": Fact,
    "quotes": Quote,
    "timeline": TimelineEntry,
}
"""The top-level lists that every file may hold."""

KINDS: dict[str, str] = {
    "sources": "source",
    "topics": "topic",
    "facts": "fact",
    "quotes": "quote",
    "timeline": "timeline",
}
"""What one item of each list is called, in ``dump``, ``ask --json`` and messages."""


class PackFileModel(_Model):
    """A file of a pack; pack.yaml holds the header's keys as well. Made for editors: see ``json_schema``."""

    title: Title | None = None
    about: Passage | None = None
    licence: Title | None = None
    as_of: Day | None = None
    languages: tuple[Language, ...] | None = None
    report_url: Url | None = None
    sources: tuple[Source, ...] = ()
    topics: tuple[Topic, ...] = ()
    facts: tuple[Fact, ...] = ()
    quotes: tuple[Quote, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one file of a pack, for editors."""
    schema: dict[str, Any] = _as_editors_read(PackFileModel.model_json_schema())
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | schema | {"title": "Llamalore pack file"}


def _as_editors_read(schema: Any) -> Any:
    """To an editor, the plain scalars ``2025``, ``12`` and ``true`` are no strings; in a pack they are what they look like."""
    if isinstance(schema, list):
        return [_as_editors_read(inner) for inner in schema]
    if not isinstance(schema, dict):
        return schema
    schema = {key: _as_editors_read(inner) for key, inner in schema.items()}
    if schema.get("type") == "string" and "enum" not in schema and "const" not in schema:
        schema["type"] = ["string", "number", "boolean"]
    elif schema.get("type") == "boolean":
        schema = {"enum": [True, False, "true", "false"]} | {key: schema[key] for key in ("default", "title") if key in schema}
    return schema


def kind_of(item: Item) -> str:
    """``source``, ``topic``, ``fact``, ``quote`` or ``timeline``."""
    return next(KINDS[name] for name, model in LISTS.items() if isinstance(item, model))


def as_written(item: _Model) -> dict[str, Any]:
    """Every field that was given, named as in the YAML, dates as strings."""
    return item.model_dump(mode="json", by_alias=True, exclude_unset=True)


def texts_of(item: _Model) -> Iterator[tuple[tuple[str | int, ...], Text]]:
    """Every text of ``item``, with the path of keys and indexes that leads to it."""
    yield from _texts((), item)


def _texts(path: tuple[str | int, ...], value: object) -> Iterator[tuple[tuple[str | int, ...], Text]]:
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, BaseModel):
        for name, info in type(value).model_fields.items():
            yield from _texts((*path, info.alias or name), getattr(value, name))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _texts((*path, index), inner)
