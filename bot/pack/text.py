"""Text in several languages, as the schema has it: a mapping of language to text, or one text for all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?\Z")
"""The part of BCP 47 that content needs: language, script, region, in their canonical case (RFC 5646, 2.1.1)."""

ANY = "*"
"""Stands for the language of text that is the same in all."""

DERIVED = "+"
"""Marks, in the store alone, a language that was converted and not written by the curator."""


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text by language. ``derived`` is what the compiler converted; it doesn't count in comparisons."""

    written: tuple[tuple[str, str], ...]
    derived: tuple[tuple[str, str], ...] = field(default=(), compare=False)

    def in_language(self, language: str, fallbacks: Iterable[str] = ()) -> str:
        """The text in ``language``, else in the first of ``fallbacks`` that it is there in, else in any."""
        texts = dict((*self.derived, *self.written))
        for wanted in (language, ANY, *fallbacks):
            if wanted in texts:
                return texts[wanted]
        return next(iter(texts.values()))

    @property
    def texts(self) -> tuple[str, ...]:
        """What the curator wrote, in every language."""
        return tuple(text for _, text in self.written)

    def get(self, language: str) -> str | None:
        """The text that the curator wrote in ``language``, or for all."""
        return dict(self.written).get(language, dict(self.written).get(ANY))

    def as_written(self) -> str | dict[str, str]:
        """As the YAML has it."""
        return self.written[0][1] if self.written[0][0] == ANY else dict(self.written)


@dataclass(frozen=True, slots=True)
class TextRules:
    """Makes ``Annotated[Text, TextRules(...)]`` a field: how long each language's text may be, and on how many lines."""

    limit: int
    one_line: bool = False

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        value = core_schema.no_info_after_validator_function(
            self._check_text, core_schema.str_schema(strict=True, strip_whitespace=True, min_length=1)
        )
        key = core_schema.no_info_after_validator_function(_check_language, core_schema.str_schema())
        mapping = core_schema.dict_schema(key, value, min_length=1)
        validate = core_schema.chain_schema(
            [
                core_schema.no_info_plain_validator_function(_to_mapping),
                mapping,
                core_schema.no_info_plain_validator_function(_from_mapping),
            ]
        )
        return core_schema.no_info_wrap_validator_function(
            lambda raw, inner: raw if isinstance(raw, Text) else inner(raw),
            validate,
            serialization=core_schema.plain_serializer_function_ser_schema(_serialise),
        )

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        text = {"type": "string", "minLength": 1, "maxLength": self.limit}
        names = {"pattern": "^" + LANGUAGE_TAG.pattern.replace(r"\Z", "$")}
        return {
            "description": "Plain text: a mapping of language to text, or one text that is the same in all languages.",
            "anyOf": [text, {"type": "object", "minProperties": 1, "propertyNames": names, "additionalProperties": text}],
        }

    def _check_text(self, text: str) -> str:
        if len(text) > self.limit:
            raise PydanticCustomError(
                "text_length",
                "this text has {length} characters, the limit is {limit}; shorten it or make two entries",
                {"length": len(text), "limit": self.limit},
            )
        if self.one_line and "\n" in text:
            raise PydanticCustomError("text_line", "this text stands on several lines; write it on one (fold with >-)")
        return text


def _check_language(tag: str) -> str:
    if tag != ANY and not LANGUAGE_TAG.match(tag.removeprefix(DERIVED)):
        raise PydanticCustomError(
            "language_tag", '"{tag}" is not a language; write a BCP 47 tag such as en, zh-Hans or pt-BR', {"tag": tag}
        )
    return tag


def _to_mapping(raw: object) -> dict[str, object]:
    if isinstance(raw, str):
        return {ANY: raw}
    if isinstance(raw, Mapping):
        if ANY in raw:
            raise PydanticCustomError("language_tag", '"*" is not a language; write the text plain, without a mapping')
        return dict(raw)
    raise PydanticCustomError("value_type", "text is expected here, or a mapping of language to text, not a list")


def _from_mapping(texts: dict[str, str]) -> Text:
    written = tuple((language, text) for language, text in texts.items() if not language.startswith(DERIVED))
    derived = tuple((tag.removeprefix(DERIVED), text) for tag, text in texts.items() if tag.startswith(DERIVED))
    return Text(written, derived)


def _serialise(text: Text) -> str | dict[str, str]:
    if not text.derived:
        return text.as_written()
    return dict(text.written) | {DERIVED + language: value for language, value in text.derived}
