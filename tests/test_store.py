"""The compiled store: what goes in comes out, and no file is trusted that isn't what was built."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from bot import library as library_module
from bot.errors import BuildError
from bot.library import Library, open_library
from bot.pack.checker import check_pack
from bot.pack.files import read_files
from bot.pack.schema import Fact, Quote
from bot.store.compile import compile_store
from bot.store.digest import digest_of
from bot.store.folder import KEPT, StoreFolder
from bot.store.store import open_store
from tests.conftest import FACTS, ROOT, MakePack
from tests.corpora import as_yaml, packs

FACT = """facts:
  - {id: one, topics: [alpha], text: {en: A fact., zh-Hans: 软件质量。}, status: claimed, sources: [{source: video}]}
"""
QUOTE = """quotes:
  - {id: said, topics: [alpha], text: {en: Words., zh-Hans: 软件质量。}, speaker: beta, attribution: stated, original: zh-Hans,
     date: 2025, status: claimed, sources: [{source: video, at: 3}]}
"""


def stores(data: Path) -> list[Path]:
    """The store files below a data folder."""
    return sorted((data / "stores").glob("*.sqlite"))


def with_library(pack: Path, data: Path, look: Callable[[Library], object] = lambda _: None) -> None:
    """Opens the library, looks, closes."""

    async def run() -> None:
        async with open_library(pack=pack, data=data) as library:
            result = look(library)
            if asyncio.iscoroutine(result):
                await result

    asyncio.run(run())


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(packs())
def test_every_item_of_any_pack_comes_back_equal(pack: dict[str, object]) -> None:
    """What the schema allows compiles, and every item that is read is the item that the corpus has."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "pack.yaml").write_text(as_yaml(pack), "utf-8")
        checked = check_pack(Path(folder))
        assert checked.corpus is not None, checked.problems
        corpus = checked.corpus
        path = Path(folder) / "store.sqlite"
        compile_store(corpus, "0" * 64, path)

        async def read() -> None:
            async with open_store(path) as store:
                found = await store.get([item.id for item in corpus.items])
                assert tuple(found.values()) == corpus.items
                assert store.summary.header == corpus.header

        asyncio.run(read())


def test_traditional_chinese_comes_from_the_store(make_pack: MakePack, tmp_path: Path) -> None:
    """A fact is in Taiwan's words; a quote is in Traditional characters with its own words."""

    async def look(library: Library) -> None:
        async with library.lease() as store:
            items = await store.get(["one", "said"])
            fact, quote = items["one"], items["said"]
            assert isinstance(fact, Fact)
            assert isinstance(quote, Quote)
            assert fact.text.in_language("zh-Hant") == "軟體質量。"
            assert quote.text.in_language("zh-Hant") == "軟件質量。"

    with_library(make_pack(chapter=FACT, quotes=QUOTE), tmp_path / "data", look)


def test_restart_compiles_nothing(make_pack: MakePack, tmp_path: Path) -> None:
    """The same pack gives the same digest, and the same file is opened again."""
    pack = make_pack(chapter=FACT)
    with_library(pack, tmp_path / "data")
    (first,) = stores(tmp_path / "data")
    written = first.stat().st_ino
    with_library(pack, tmp_path / "data")
    (again,) = stores(tmp_path / "data")
    assert (again, again.stat().st_ino) == (first, written)


@pytest.mark.parametrize("damage", ["cut", "byte", "empty", "foreign", "garbage"])
def test_damaged_store_is_rebuilt(make_pack: MakePack, tmp_path: Path, damage: str) -> None:
    """A store that is short, changed in one byte or not ours is built anew, and answers."""
    pack = make_pack(chapter=FACT)
    data = tmp_path / "data"
    with_library(pack, data)
    (path,) = stores(data)
    content = path.read_bytes()
    whole = content
    match damage:
        case "cut":
            content = content[: len(content) // 2]
        case "byte":
            place = content.index("软件质量".encode())
            content = content[:place] + b"\xe8" + content[place + 1 :]
            content = content.replace("软件质量".encode(), "软件质亮".encode(), 1)
        case "empty":
            content = b""
        case "garbage":
            content = os.urandom(5000)
        case _:
            path.unlink()
            database = sqlite3.connect(path)
            database.execute("CREATE TABLE meta (key, value)")
            database.close()
            content = path.read_bytes()
    assert content != whole
    path.write_bytes(content)

    async def look(library: Library) -> None:
        async with library.lease() as store:
            fact = (await store.get(["one"]))["one"]
            assert isinstance(fact, Fact)
            assert fact.text.get("zh-Hans") == "软件质量。"

    with_library(pack, data, look)


def test_old_stores_are_pruned_but_never_one_in_use(make_pack: MakePack, tmp_path: Path) -> None:
    """The newest few stay; what a process has open stays however old it is."""
    data = tmp_path / "data"
    pack = make_pack(chapter=FACT)

    async def run() -> None:
        async with open_library(pack=pack, data=data) as library:
            (in_use,) = stores(data)
            for number in range(KEPT + 3):
                make_pack(chapter=FACT.replace("A fact", f"Fact {number}"))
                await asyncio.to_thread(with_library, pack, data)
                os.utime(in_use, (0, 0))
            assert in_use in stores(data)
            assert len(stores(data)) <= KEPT + 3
            async with library.lease() as store:
                assert "one" in await store.get(["one"])
        make_pack(chapter=FACT.replace("A fact", "The last"))
        await asyncio.to_thread(with_library, pack, data)
        assert len(stores(data)) == KEPT + 1

    asyncio.run(run())


def test_two_processes_at_once(tmp_path: Path) -> None:
    """Several that start on one empty data folder all answer, and one store is left."""
    command = [sys.executable, "-m", "bot", "ask", "--json", "llama 2"]
    environment = {"PYTHONPATH": str(ROOT), "BOT_DATA": str(tmp_path / "data")}
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, cwd=tmp_path, env=environment) for _ in range(4)]
    for process in running:
        output, _ = process.communicate(timeout=120)
        assert process.returncode == 0
        assert b'"found": true' in output
    assert list((tmp_path / "data" / "stores").glob("*.tmp")) == []
    with_library(FACTS, tmp_path / "data")


def test_kill_during_a_build(make_pack: MakePack, tmp_path: Path) -> None:
    """A kill -9 on a compiling child leaves nothing that is trusted, and the next start cleans up and answers."""
    many = "facts:\n" + "".join(
        f"  - {{id: f-{n}, topics: [alpha], text: {{en: Fact number {n}., zh-Hans: 第{n}条事实。}}, status: claimed,"
        " sources: [{source: video}]}\n"
        for n in range(4000)
    )
    pack = make_pack(many=many)
    data = tmp_path / "data"
    folder = StoreFolder(data / "stores")
    folder.prepare()
    code = "import sys; from bot.store.builder import main; main()"
    child = subprocess.Popen(
        [sys.executable, "-c", code, str(pack), str(folder.path)], env={"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE
    )
    deadline = time.monotonic() + 60
    while not any(path.stat().st_size > 0 for path in folder.path.glob("*.tmp")):
        assert time.monotonic() < deadline
        assert child.poll() is None
        time.sleep(0.002)
    child.send_signal(signal.SIGKILL)
    child.communicate()
    assert stores(data) == []
    assert list(folder.path.glob("*.tmp"))
    with_library(pack, data)
    assert len(stores(data)) == 1
    assert list(folder.path.glob("*.tmp")) == []


def test_full_disk_keeps_the_old_store(make_pack: MakePack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the new store cannot be written to its end, the reload says so and the old one answers on."""
    monkeypatch.setattr("bot.library._CHILD", _LIMITED + library_module._CHILD)
    data = tmp_path / "data"

    async def run() -> None:
        async with open_library(pack=make_pack(chapter=FACT), data=data) as library:
            before = stores(data)
            make_pack(chapter=FACT.replace("A fact", "x" * 900) + "# " + "y" * 200)
            (data / "limit").write_text("")
            outcome = await library.reload()
            assert type(outcome).__name__ == "Failed", outcome
            assert "BOT_DATA" in outcome.reason or "cannot be written" in outcome.reason  # type: ignore[union-attr]
            assert stores(data) == before
            async with library.lease() as store:
                assert "one" in await store.get(["one"])

    asyncio.run(run())


_LIMITED = (
    "import os, resource, sys; "
    "os.path.exists(os.path.join(os.path.dirname(sys.argv[3]), 'limit')) "
    "and resource.setrlimit(resource.RLIMIT_FSIZE, (40000, 40000)); "
)


def test_digest_is_of_names_and_bytes(make_pack: MakePack) -> None:
    """It changes with a byte, with a name, and with nothing else."""
    pack = make_pack(chapter=FACT)
    first = digest_of(read_files(pack))
    assert first == digest_of(read_files(pack))
    assert len(first) == 64
    (pack / "chapter.yaml").rename(pack / "other.yaml")
    second = digest_of(read_files(pack))
    (pack / "other.yaml").write_text(FACT + "\n")
    assert len({first, second, digest_of(read_files(pack))}) == 3


def test_data_folder_that_cannot_be_written(make_pack: MakePack, tmp_path: Path) -> None:
    """A file where the folder should be is an error with its reason, not a crash later."""
    (tmp_path / "data").write_text("")
    with pytest.raises((OSError, BuildError)):
        with_library(make_pack(), tmp_path / "data")
