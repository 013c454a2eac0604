"""Each rule with a good and a bad example; the examples are the documentation of the rules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.pack.checker import check_pack
from bot.pack.problems import CODES
from tests.conftest import BASE, ROOT, MakePack

EXAMPLES = BASE.parent
CODES_WITH_EXAMPLES = sorted(folder.name for folder in EXAMPLES.iterdir() if folder != BASE)
CODES_OF_FILES = {code for code in CODES if code.startswith(("pack-", "file-"))} | {"yaml-encoding"}
"""What no YAML text can show: test_files.py has their examples."""


@pytest.mark.parametrize("code", CODES_WITH_EXAMPLES)
def test_bad_example_is_found_at_its_place(code: str, make_pack: MakePack) -> None:
    """The bad example of a rule gives its code at the line and column that its first line says, and nothing else."""
    text = (EXAMPLES / code / "bad.yaml").read_text("utf-8")
    expected = re.match(r"# expect (\d+):(\d+)\n", text)
    assert expected is not None
    problems = check_pack(make_pack(chapter=text)).problems
    assert [(problem.code, problem.line, problem.column) for problem in problems] == [
        (code, int(expected[1]), int(expected[2]))
    ]
    assert Path(problems[0].path).name == "chapter.yaml"


@pytest.mark.parametrize("code", CODES_WITH_EXAMPLES)
def test_good_example_is_valid(code: str, make_pack: MakePack) -> None:
    """The good example of a rule passes."""
    checked = check_pack(make_pack(chapter=(EXAMPLES / code / "good.yaml").read_text("utf-8")))
    assert checked.problems == ()
    assert checked.corpus is not None


def test_every_code_has_an_example() -> None:
    """No rule is without examples, and no example without a rule."""
    assert set(CODES_WITH_EXAMPLES) | CODES_OF_FILES == set(CODES)


def test_every_code_is_used_by_the_checker() -> None:
    """Each documented code stands in the checker's own source, outside of its table."""
    source = "".join(path.read_text("utf-8") for path in (ROOT / "bot" / "pack").rglob("*.py") if path.name != "problems.py")
    for code in CODES:
        assert code in source or code.replace("-", "_") in source, code
