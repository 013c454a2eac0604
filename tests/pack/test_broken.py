"""Broken files: whatever is wrong with them, there is a problem with a line, and never an exception."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.pack.checker import Checked, check_pack
from tests.conftest import BASE

GOOD = (BASE.parent / "quote-speaker" / "good.yaml").read_text("utf-8") + (BASE.parent / "date-order" / "good.yaml").read_text(
    "utf-8"
).replace("id: one", "id: two")


def check(content: bytes) -> Checked:
    """The result for the base pack with one more file."""
    with tempfile.TemporaryDirectory() as folder:
        pack = shutil.copytree(BASE, Path(folder) / "pack")
        (pack / "chapter.yaml").write_bytes(content)
        return check_pack(pack)


def parses(content: bytes) -> bool:
    """Whether PyYAML's own loader takes it as one mapping."""
    try:
        return isinstance(yaml.load(content, Loader=yaml.BaseLoader), dict)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError, ValueError):
        return False


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes(content: bytes) -> None:
    """Random bytes and text: a corpus or problems, and problems where no YAML parser would take it."""
    checked = check(content)
    assert (checked.corpus is None) == bool(checked.problems)
    assert all(problem.line >= 1 and problem.column >= 1 for problem in checked.problems)
    if (
        content.strip()
        and not parses(content)
        and not all(line.strip().startswith(b"#") for line in content.splitlines() if line.strip())
    ):
        assert checked.problems


@settings(max_examples=200, deadline=None)
@given(
    st.integers(0, len(GOOD) - 1),
    st.sampled_from(["", "\t", ":", "'", '"', "[", "}", "&a ", "*a", "!x ", "\n", "- ", "é", "\x07", "#", "? ", "x"]),
)
def test_one_character_wrong(place: int, replacement: str) -> None:
    """A valid file with one thing changed anywhere: it is still valid, or every problem is in that file with a line."""
    checked = check((GOOD[:place] + replacement + GOOD[place + 1 :]).encode())
    assert (checked.corpus is None) == bool(checked.problems)
    lines = GOOD.count("\n") + 3
    for problem in checked.problems:
        assert Path(problem.path).name == "chapter.yaml"
        assert 1 <= problem.line <= lines
        assert problem.message
        assert problem.message.isprintable()
