"""The README is part of the product: its commands are the ones that work, and nothing is missing from it."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

from bot import cli
from bot.console.commands import COMMANDS, OWN_COMMANDS
from bot.pack.checker import check_pack
from bot.pack.problems import CODES
from tests.conftest import ROOT, Run

README = (ROOT / "README.md").read_text("utf-8")


def test_every_command_and_option_stands_there() -> None:
    """Each command of the parser with each of its options, and each command of the console."""
    subparsers = next(action for action in cli._parser()._actions if isinstance(action, argparse._SubParsersAction))
    for name, parser in subparsers.choices.items():
        assert f"llamalore {name}" in README, name
        for action in parser._actions:
            for option in action.option_strings:
                assert option in README or option in ("-h", "--help"), (name, option)
    for name in (*COMMANDS, *OWN_COMMANDS):
        assert f"/{name}" in README, name


def test_every_setting_stands_there() -> None:
    """Each variable that the program reads."""
    settings = set(re.findall(r'"((?:BOT|DISCORD)_[A-Z_]+)"', (ROOT / "bot" / "config.py").read_text("utf-8")))
    assert settings
    for name in settings:
        assert f"`{name}`" in README, name
    for path in (ROOT / "bot").rglob("*.py"):
        if path.name not in ("config.py", "cli.py"):
            assert "os.environ" not in path.read_text("utf-8"), f"{path.name} reads the environment"


def test_every_code_stands_there() -> None:
    """Each rule of the checker with the words that the program has for it."""
    for code, rule in CODES.items():
        assert f"| `{code}` | {rule} |" in README, code


def test_example_pack_is_valid(tmp_path: Path) -> None:
    """What a curator copies from the README passes the check."""
    blocks = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    (tmp_path / "pack.yaml").write_text(next(block for block in blocks if block.startswith("title:")), "utf-8")
    (tmp_path / "chapter.yaml").write_text(next(block for block in blocks if block.startswith("sources:")), "utf-8")
    checked = check_pack(tmp_path)
    assert checked.problems == ()
    assert checked.corpus is not None
    assert len(checked.corpus.entries) == 3


def test_transcript_is_real(llamalore: Run) -> None:
    """The conversation that the README shows is what the program says."""
    transcript = re.search(r"```console\n\$ llamalore\n(.*?)```", README, re.DOTALL)
    assert transcript is not None
    questions = re.findall(r"^> (.*)$", transcript[1], re.MULTILINE)
    answers = [piece.strip() for piece in re.split(r"^> .*$", transcript[1], flags=re.MULTILINE)[1:]]
    shown = llamalore(stdin="\n".join(questions) + "\n").stdout
    for answer in answers:
        assert answer in shown


def test_wheel_away_from_the_checkout_finds_its_pack(tmp_path: Path) -> None:
    """The built wheel holds the pack, the words and the schema, and answers where there is no checkout."""
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(tmp_path), str(ROOT)], check=True, capture_output=True
    )
    (wheel,) = tmp_path.glob("*.whl")
    installed = tmp_path / "installed"
    subprocess.run([sys.executable, "-m", "zipfile", "-e", str(wheel), str(installed)], check=True)
    done = subprocess.run(
        [sys.executable, "-P", "-c", "import bot, sys; print(bot.__file__); from bot.cli import main; sys.exit(main())", "ask", "--json", "llama 2"],
        cwd=tmp_path, env={"PYTHONPATH": str(installed)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    where, answer = done.stdout.splitlines()
    assert Path(where).is_relative_to(installed)
    assert '"found": true' in answer
    assert (installed / "bot" / "facts" / "pack.yaml").is_file()
