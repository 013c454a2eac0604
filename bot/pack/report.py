"""One result, three forms: for people, for programs, for GitHub's annotations."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict

from bot.pack.checker import Checked


def as_text(checked: Checked) -> str:
    """A line for each problem, then one that counts."""
    lines = [str(problem) for problem in checked.problems]
    if checked.corpus is not None:
        count = len(checked.corpus.entries)
        lines.append(f"ok: {checked.files} files, {len(checked.corpus.topics)} topics, {count} entries")
    else:
        files = len({problem.path for problem in checked.problems})
        count = len(checked.problems)
        lines.append(f"{count} problem{'s' * (count != 1)} in {files} file{'s' * (files != 1)}")
    return "\n".join(lines)


def as_json(checked: Checked) -> str:
    """One JSON object: ``ok``, ``files``, ``problems``."""
    return json.dumps(
        {
            "ok": checked.corpus is not None,
            "files": checked.files,
            "problems": [asdict(problem) for problem in checked.problems],
        },
        ensure_ascii=False,
        indent=1,
    )


def as_github(checked: Checked) -> str:
    """Workflow commands that GitHub shows at the line (docs.github.com, "Workflow commands": error)."""
    lines = [
        f"::error file={_property(problem.path)},line={problem.line},col={problem.column},"
        f"title={_property(problem.code)}::{_data(problem.message)}"
        for problem in checked.problems
    ]
    return "\n".join(lines or [as_text(checked)])


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: dict[str, Callable[[Checked], str]] = {"text": as_text, "json": as_json, "github": as_github}
