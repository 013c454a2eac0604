"""What many tests need: small packs on disk, and the program as a process."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
BASE = ROOT / "tests" / "pack" / "examples" / "base"
FACTS = ROOT / "facts"

MakePack = Callable[..., Path]
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def make_pack(tmp_path: Path) -> MakePack:
    """Makes a pack from the base of the examples and the files given as name=content (``_`` stands for a point)."""

    def make(**files: str) -> Path:
        pack = tmp_path / "pack"
        if not pack.exists():
            shutil.copytree(BASE, pack)
        for name, content in files.items():
            (pack / f"{name}.yaml").write_text(content, "utf-8")
        return pack

    return make


@pytest.fixture
def llamalore(tmp_path: Path) -> Run:
    """Runs the command line as a process of its own, in an empty folder, with only the environment that is given."""

    def run(
        *arguments: str, pack: Path = FACTS, data: Path | None = None, stdin: str | bytes | None = "", **extra: str
    ) -> subprocess.CompletedProcess[str]:
        cwd = tmp_path / "cwd"
        cwd.mkdir(exist_ok=True)
        environment = {"BOT_FACTS": str(pack), "BOT_DATA": str(data or tmp_path / "data"), **extra}
        source = stdin.encode() if isinstance(stdin, str) else stdin
        done = subprocess.run(
            [sys.executable, "-m", "bot", *arguments],
            input=source,
            stdin=subprocess.DEVNULL if source is None else None,
            capture_output=True,
            timeout=120,
            check=False,
            cwd=cwd,
            env=environment | {"PYTHONPATH": str(ROOT)},
        )
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return run
