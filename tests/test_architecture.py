"""Imports point one way; what ought to be pure is."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.conftest import ROOT

ALLOWED = {
    "pack": {"pack", "search"},
    "search": {"search", "pack.dates"},
    "errors": {"pack"},
    "wording": {"pack.dates"},
    "store": {"store", "pack", "search", "errors"},
    "library": {"store", "pack", "errors"},
    "cards": set(),
    "answers": {"answers", "library", "store", "pack", "search", "cards", "wording", "errors"},
    "console": {"console", "answers", "cards", "wording", "search", "errors"},
    "config": {"errors", "pack"},
}
"""Layer by layer, from which others it may import."""

EVERYTHING = {"cli", "__main__", "__init__"}
PURE = {"pack", "search"}
IMPURE = {"asyncio", "aiosqlite", "sqlite3", "discord", "subprocess", "socket", "threading"}


def violations(layer: str, source: str) -> list[str]:
    """What a module of ``layer`` with this source imports and must not."""
    found: list[str] = []
    for node in ast.walk(ast.parse(source)):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            names = [node.module or ""]
        for name in names:
            top, _, inner = name.partition(".")
            if layer in PURE and top in IMPURE:
                found.append(name)
            if top == "discord" and layer != "discord_app":
                found.append(name)
            if top == "bot" and inner and layer not in EVERYTHING:
                allowed = ALLOWED[layer]
                if not any(inner == each or inner.startswith(each + ".") for each in allowed):
                    found.append(name)
    return sorted(set(found))


def layer_of(path: Path) -> str:
    """The folder of a module below ``bot``, or its own name."""
    parts = path.relative_to(ROOT / "bot").parts
    return parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", sorted((ROOT / "bot").rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_one_way(path: Path) -> None:
    """No module reaches up, and the pure ones touch neither loop nor database nor Discord."""
    assert violations(layer_of(path), path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("layer", "source", "found"),
    [
        ("pack", "import asyncio", ["asyncio"]),
        ("search", "import sqlite3 as s", ["sqlite3"]),
        ("search", "from bot.store.store import Store", ["bot.store.store"]),
        ("answers", "def f():\n    import discord.app_commands", ["discord.app_commands"]),
        ("store", "from bot.answers import fact", ["bot.answers"]),
        ("console", "from bot.answers.answers import Answers", []),
    ],
)
def test_a_wrong_import_is_found(layer: str, source: str, found: list[str]) -> None:
    """The rule can fail."""
    assert violations(layer, source) == found
