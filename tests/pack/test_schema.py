"""What looks like another type in YAML is what it looks like to a person; the JSON Schema agrees with the checker."""

from __future__ import annotations

import json

import jsonschema
import pytest
import yaml

from bot.pack.checker import check_pack
from bot.pack.report import FORMATS
from bot.pack.schema import Topic, as_written, json_schema
from tests.conftest import FACTS, MakePack


@pytest.mark.parametrize(
    "scalar", ["no", "on", "3.10", "012", "12:34", "null", "~", "1e3", "0x10", "true", "2025-01-01", "=", "y"]
)
def test_plain_scalars_are_strings(make_pack: MakePack, scalar: str) -> None:
    """An alias comes back as it was typed."""
    pack = make_pack(more=f"topics:\n  - id: gamma\n    type: concept\n    name: Gamma\n    aliases: [{scalar}]\n")
    checked = check_pack(pack)
    assert checked.corpus is not None, checked.problems
    topic = next(topic for topic in checked.corpus.topics if topic.id == "gamma")
    assert isinstance(topic, Topic)
    assert topic.aliases == (scalar,)
    assert as_written(topic)["aliases"] == [scalar]


def test_json_schema_accepts_the_shipped_pack() -> None:
    """Editors mark nothing in what ships."""
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for path in FACTS.rglob("*.yaml"):
        text = path.read_text("utf-8")
        as_the_pack = yaml.load(text, Loader=yaml.BaseLoader)  # every scalar a string
        as_an_editor = json.loads(json.dumps(yaml.safe_load(text), default=str))
        for document in (as_the_pack, as_an_editor):
            assert [error.message for error in validator.iter_errors(document)] == [], path.name


def test_json_schema_refuses_what_the_checker_refuses() -> None:
    """Unknown keys and wrong words are marked in the editor already."""
    validator = jsonschema.Draft202012Validator(json_schema())
    fact = {"id": "a", "topics": ["b"], "text": {"en": "x"}, "status": "claimed", "sources": [{"source": "s"}]}
    assert validator.is_valid({"facts": [fact]})
    assert not validator.is_valid({"facts": [fact | {"status": "sure"}]})
    assert not validator.is_valid({"facts": [fact | {"colour": "red"}]})
    assert not validator.is_valid({"facts": [fact | {"text": {"english": "x"}}]})


def test_three_reports_say_the_same(make_pack: MakePack) -> None:
    """Text, JSON and GitHub's annotations name the same problem at the same place."""
    checked = check_pack(make_pack(bad="facts:\n  - id: 100%\n"))
    (first, *_) = checked.problems
    assert f"{first.path}:{first.line}:{first.column}: {first.code}: {first.message}" in FORMATS["text"](checked)
    parsed = json.loads(FORMATS["json"](checked))
    assert parsed["ok"] is False
    assert parsed["problems"][0]["message"] == first.message
    annotation = FORMATS["github"](checked).splitlines()[0]
    assert annotation.startswith("::error file=")
    assert f",line={first.line},col={first.column},title={first.code}::" in annotation
    assert "100%25" in FORMATS["github"](checked)
