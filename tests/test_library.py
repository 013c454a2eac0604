"""Leases and the reload: nobody waits, nobody sees a half, nothing is lost."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bot.answers.answers import Answers
from bot.answers.context import Asker
from bot.answers.outcomes import Found
from bot.answers.requests import FactRequest
from bot.library import Busy, Diff, Rejected, Reloaded, open_library
from tests.conftest import MakePack

FACT = """facts:
  - {id: one, topics: [alpha], text: {en: Version A., zh-Hans: 版本A。}, status: claimed, sources: [{source: video}]}
  - {id: two, topics: [alpha], text: {en: This one stays as it is., zh-Hans: 这一条不变。}, status: claimed, sources: [{source: video}]}
"""
CHANGED = FACT.replace("Version A", "Version B").replace("id: two", "id: three")


def test_reload_swaps_and_tells_what_changed(make_pack: MakePack, tmp_path: Path) -> None:
    """Added, changed and removed ids, both digests, the time; a lease taken before keeps the old store to its end."""

    async def run() -> None:
        async with open_library(pack=make_pack(chapter=FACT), data=tmp_path / "data") as library:
            async with library.lease() as old:
                make_pack(chapter=CHANGED)
                outcome = await library.reload()
                assert isinstance(outcome, Reloaded)
                assert outcome.diff == Diff(added=("three",), changed=("one",), removed=("two",))
                assert outcome.before == old.summary.digest != outcome.after
                assert outcome.seconds > 0
                async with library.lease() as new:
                    assert new.summary.digest == outcome.after
                    assert list(await new.get(["two", "three"])) == ["three"]
                assert list(await old.get(["two", "three"])) == ["two"]

    asyncio.run(run())


def test_dry_run_changes_nothing(make_pack: MakePack, tmp_path: Path) -> None:
    """It tells the same and the old store goes on answering."""

    async def run() -> None:
        async with open_library(pack=make_pack(chapter=FACT), data=tmp_path / "data") as library:
            make_pack(chapter=CHANGED)
            outcome = await library.reload(dry_run=True)
            assert isinstance(outcome, Reloaded)
            assert outcome.dry_run
            assert outcome.diff.added == ("three",)
            async with library.lease() as store:
                assert store.summary.digest == outcome.before

    asyncio.run(run())


def test_reload_of_nothing_new(make_pack: MakePack, tmp_path: Path) -> None:
    """Equal digests, an empty diff, the same store."""

    async def run() -> None:
        async with open_library(pack=make_pack(chapter=FACT), data=tmp_path / "data") as library:
            outcome = await library.reload()
            assert isinstance(outcome, Reloaded)
            assert outcome.before == outcome.after
            assert outcome.diff == Diff((), (), ())

    asyncio.run(run())


def test_bad_pack_keeps_the_old_store(make_pack: MakePack, tmp_path: Path) -> None:
    """Problems come back with their places, and answers go on."""

    async def run() -> None:
        async with open_library(pack=make_pack(chapter=FACT), data=tmp_path / "data") as library:
            pack = make_pack(chapter=FACT + "  - {id: Bad}\n")
            outcome = await library.reload()
            assert isinstance(outcome, Rejected)
            assert {(Path(problem.path), problem.line) for problem in outcome.problems} == {(pack / "chapter.yaml", 4)}
            async with library.lease() as store:
                assert "one" in await store.get(["one"])

    asyncio.run(run())


def test_second_reload_at_once_is_told(make_pack: MakePack, tmp_path: Path) -> None:
    """One works, the other is busy; after it the next works again."""

    async def run() -> None:
        async with open_library(pack=make_pack(chapter=FACT), data=tmp_path / "data") as library:
            make_pack(chapter=CHANGED)
            first, second = await asyncio.gather(library.reload(), library.reload())
            assert isinstance(first, Reloaded)
            assert isinstance(second, Busy)
            assert isinstance(await library.reload(), Reloaded)

    asyncio.run(run())


def test_answers_in_flight_during_reloads(make_pack: MakePack, tmp_path: Path) -> None:
    """Five hundred answers while the pack changes back and forth: none fails, none mixes two stores."""

    async def run() -> None:
        async with open_library(pack=make_pack(chapter=FACT), data=tmp_path / "data") as library:
            answers = Answers(library=library, language="en")
            reloading = True

            async def reload() -> None:
                nonlocal reloading
                for text in (CHANGED, FACT, CHANGED):
                    make_pack(chapter=text)
                    assert isinstance(await library.reload(), Reloaded)
                reloading = False

            async def ask() -> int:
                count = 0
                while reloading or count < 50:
                    outcome = await answers.answer(FactRequest(topic="alpha"), Asker())
                    assert isinstance(outcome, Found)
                    assert (outcome.card.text, outcome.total) in {("Version A.", 2), ("Version B.", 2)}
                    count += 1
                return count

            async with asyncio.TaskGroup() as group:  # one that fails ends the others
                group.create_task(reload())
                asking = [group.create_task(ask()) for _ in range(10)]
            assert sum(task.result() for task in asking) >= 500

    asyncio.run(run())
