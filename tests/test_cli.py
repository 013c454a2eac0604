"""The command line as a process: every row of the table, fixed forms, plain sentences, exit codes."""

from __future__ import annotations

import json
import os
import pty
import select
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from bot.pack.schema import KINDS
from tests.conftest import FACTS, ROOT, MakePack, Run

ANSWER_KEYS = {"query", "language", "found", "results", "suggestions", "ms"}
RESULT_KEYS = {"id", "kind", "title", "text", "status", "date", "topics", "sources", "score"}


def test_console_from_a_pipe(llamalore: Run) -> None:
    """Commands and plain questions, a line each; plain text, no colour."""
    done = llamalore(
        stdin="/fact llama 2\n谁领导FAIR\n/nonsense\n/timeline since:2024 until:2024-06\n/next\n/language zh-Hant\n/help\n/quit\nnever read\n"
    )
    assert done.returncode == 0, done.stderr
    assert "\x1b" not in done.stdout
    for expected in (
        "Llama 2",
        "Status: Verified",
        "Sources:",
        "There is no command /nonsense",
        "Meta releases Llama 3",
        "命令",
    ):
        assert expected in done.stdout
    assert "never read" not in done.stdout


def test_console_options_and_mistakes(llamalore: Run) -> None:
    """An unknown option, kind or language is named with those that there are."""
    done = llamalore(
        "console",
        stdin="/search kind:colour llama\n/random kind:quote\n/help now\n/language fr\n/next\n/topic\n/show llama-2-licence-x\n",
    )
    assert done.returncode == 0, done.stderr
    for expected in ("Use fact, quote, timeline, topic", "/help takes no options", "Use en, zh-Hans, zh-Hant", "Status:"):
        assert expected in done.stdout, expected


def test_bare_without_anything_says_what_is_missing(llamalore: Run) -> None:
    """Neither terminal nor pipe: a plain sentence and exit 2."""
    done = llamalore(stdin=None)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "neither a terminal nor a pipe" in done.stderr


def test_ask_json_has_the_fixed_form(llamalore: Run) -> None:
    """Every key, on one line, found or not; exit 0 both times."""
    found = llamalore("ask", "--json", "--limit", "2", "llama", "2")
    answer = json.loads(found.stdout)
    assert found.returncode == 0
    assert found.stdout.count("\n") == 1
    assert set(answer) == ANSWER_KEYS
    assert answer["found"] is True
    assert len(answer["results"]) == 2
    for result in answer["results"]:
        assert set(result) == RESULT_KEYS
        assert result["kind"] in KINDS.values()
        assert all(set(source) == {"source", "at"} for source in result["sources"])
    nothing = llamalore("ask", "--json", "bitcoin price")
    assert nothing.returncode == 0
    assert json.loads(nothing.stdout) | {"ms": 0} == {
        "query": "bitcoin price", "language": "en", "found": False, "results": [], "suggestions": [], "ms": 0,
    }  # fmt: skip


def test_ask_one_line_for_each_line(llamalore: Run) -> None:
    """Blank lines, invalid UTF-8, carriage returns and very long lines keep the lines in step."""
    lines = [b"llama 2", b"", b"\xff\xfe", b"x" * 10_000, "裁员".encode(), b"quote gavin wang", b"timeline 2024", b"  "]
    for options in ([], ["--json"]):
        done = llamalore("ask", *options, stdin=b"\r\n".join(lines) + b"\n")
        assert done.returncode == 0, done.stderr
        assert len(done.stdout.splitlines()) == done.stdout.count("\n") == len(lines)
        if options:
            answers = [json.loads(line) for line in done.stdout.splitlines()]
            assert [answer["found"] for answer in answers] == [True, False, False, False, True, True, True, False]
            assert answers[4]["language"] == "zh-Hans"


def test_ask_with_language(llamalore: Run) -> None:
    """The option decides over the script that was typed."""
    assert json.loads(llamalore("ask", "--json", "--language", "zh-Hant", "llama 2").stdout)["language"] == "zh-Hant"
    done = llamalore("ask", "--language", "zh-Hans", "timeline-llama-2-release")
    assert "已核实" in done.stdout
    assert "7月28日" in done.stdout


def test_show(llamalore: Run) -> None:
    """A card as text and as JSON; an unknown id is a sentence and exit 1."""
    text = llamalore("show", "timeline-llama-2-release")
    assert text.returncode == 0
    assert "Correction: The video says 28 July" in text.stdout
    card = json.loads(llamalore("show", "timeline-llama-2-release", "--format", "json", "--language", "zh-Hans").stdout)
    assert (card["id"], card["language"], card["status"]["code"]) == ("timeline-llama-2-release", "zh-Hans", "verified")
    unknown = llamalore("show", "no-such-id")
    assert (unknown.returncode, unknown.stdout) == (1, "")
    assert "no-such-id" in unknown.stderr


def test_dump_has_every_field_as_in_the_yaml(llamalore: Run, make_pack: MakePack) -> None:
    """One JSON object a line, dates as strings, with the kind."""
    text = """timeline:
  - {id: one, date: 2024-03~/.., title: T, topics: [alpha], text: {en: E, zh-Hans: 中}, status: claimed, sources: [{source: video, at: 3}]}
topics:
  - {id: gamma, type: person, name: G, roles: [{title: Head, organisation: delta, from: 2023-02, heads: true, status: claimed, sources: [{source: video}]}]}
  - {id: delta, type: team, name: D, exists: {from: 2013-12}}
"""
    done = llamalore("dump", pack=make_pack(chapter=text))
    items = {item["id"]: item for item in map(json.loads, done.stdout.splitlines())}
    assert items["one"] == {
        "kind": "timeline", "id": "one", "date": "2024-03~/..", "title": "T", "topics": ["alpha"],
        "text": {"en": "E", "zh-Hans": "中"}, "status": "claimed", "sources": [{"source": "video", "at": "3"}],
    }  # fmt: skip
    assert items["gamma"]["roles"] == [
        {"title": "Head", "organisation": "delta", "from": "2023-02", "heads": True, "status": "claimed",
         "sources": [{"source": "video"}]}
    ]  # fmt: skip
    assert {item["kind"] for item in items.values()} == {"source", "topic", "timeline"}


def test_check_exit_codes_and_formats(llamalore: Run, make_pack: MakePack) -> None:
    """0 for a valid pack, 1 for problems, in each format; the paths are as they were typed."""
    assert llamalore("check", str(FACTS)).returncode == 0
    assert llamalore("check").stdout.startswith("ok: ")
    pack = make_pack(bad="facts:\n  - id: B\n")
    done = llamalore("check", str(pack))
    assert done.returncode == 1
    assert f"{pack}/bad.yaml:2:9: id-format: " in done.stdout
    assert json.loads(llamalore("check", str(pack), "--format", "json").stdout)["ok"] is False
    assert llamalore("check", str(pack), "--format", "github").stdout.startswith("::error file=")
    assert llamalore("check", str(pack / "nowhere")).returncode == 1


def test_schema_is_json(llamalore: Run) -> None:
    """A JSON Schema with the lists of a file."""
    schema = json.loads(llamalore("schema").stdout)
    assert {"facts", "quotes", "timeline", "topics", "sources"} <= set(schema["properties"])


def test_invalid_pack_is_told_and_exits_2(llamalore: Run, make_pack: MakePack) -> None:
    """Asking a broken pack lists its problems with their places; no traceback."""
    for arguments in (("ask", "x"), ("show", "x"), ("dump",), ("console",)):
        done = llamalore(*arguments, pack=make_pack(bad="facts:\n  - id: B\n"))
        assert done.returncode == 2
        assert "bad.yaml:2:9: id-format" in done.stderr
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(("frobnicate",), "invalid choice"), (("ask", "--limit", "0", "x"), "1 to 100"), (("show",), "ID")],
)
def test_wrong_arguments_exit_2(llamalore: Run, arguments: tuple[str, ...], said: str) -> None:
    """The usage, a reason and exit 2."""
    done = llamalore(*arguments)
    assert done.returncode == 2
    assert said in done.stderr


def test_bad_setting_exits_2(llamalore: Run) -> None:
    """The setting is named with what it may be."""
    done = llamalore("ask", "x", BOT_LANGUAGE="english")
    assert (done.returncode, "BOT_LANGUAGE" in done.stderr) == (2, True)


def test_works_without_a_writable_data_folder(llamalore: Run, tmp_path: Path) -> None:
    """Questions are answered from a store that goes with the process."""
    blocked = tmp_path / "file"
    blocked.write_text("")
    done = llamalore("ask", "--json", "llama 2", data=blocked / "data")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["found"]
    assert llamalore("show", "timeline-llama-2-release", data=Path("/proc/nowhere")).returncode == 0


def test_reader_that_goes_away(tmp_path: Path) -> None:
    """``llamalore dump | head -1`` says nothing on standard error."""
    done = subprocess.run(
        f"{sys.executable} -m bot dump | head -1",
        shell=True, capture_output=True, text=True, check=False, cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"]},
    )  # fmt: skip
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_console_in_a_terminal(tmp_path: Path) -> None:
    """A prompt, colour, completion of commands and topics, Ctrl-D to leave, history on disk."""
    parent, child = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "bot"], stdin=child, stdout=child, stderr=child, cwd=tmp_path, close_fds=True,
        env={"PYTHONPATH": str(ROOT), "TERM": "xterm-256color", "BOT_DATA": str(tmp_path / "data")},
    )  # fmt: skip
    termios.tcsetwinsize(parent, (40, 120))
    os.close(child)
    seen = b""

    def until(*expected: bytes, seconds: float = 30) -> None:
        nonlocal seen
        deadline = time.monotonic() + seconds
        while not all(each in seen for each in expected):
            assert time.monotonic() < deadline, (expected, seen)
            if select.select([parent], [], [], 0.2)[0]:
                data = os.read(parent, 65536)
                seen += data
                if b"\x1b[6n" in data:  # the toolkit asks where the cursor is
                    os.write(parent, b"\x1b[1;1R")

    until(b"/help", b"\x1b[?25h")
    seen = b""
    for keys in (b"/top", b"\t", b" lecu", b"\t", b"\r"):  # a prompt shows only what changes, so each gets its time
        os.write(parent, keys)
        until(b"\x1b[?25h")
        time.sleep(0.3)
        seen = b"" if keys != b"\r" else seen
    until(b"\x1b[1mYann LeCun\x1b[0m", b"Turing")
    os.write(parent, b"\x04")
    assert process.wait(30) == 0
    os.close(parent)
    assert "/topic LeCun" in (tmp_path / "data" / "console_history").read_text("utf-8")
