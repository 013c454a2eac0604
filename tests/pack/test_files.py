"""What can be wrong with files: each is a problem with its path, never a crash, a hang or a traceback."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from bot.pack.checker import Checked, check_pack
from tests.conftest import ROOT, MakePack

FACT = """facts:
  - {id: one, topics: [alpha], text: {en: A fact., zh-Hans: 一条事实。}, status: claimed, sources: [{source: video}]}
"""


def codes(checked: Checked) -> list[tuple[str, str]]:
    """Name of the file and code of each problem."""
    return [(Path(problem.path).name, problem.code) for problem in checked.problems]


def test_missing_folder(tmp_path: Path) -> None:
    """A pack that isn't there is named."""
    assert codes(check_pack(tmp_path / "nowhere")) == [("nowhere", "pack-missing")]


def test_pack_that_is_a_file(tmp_path: Path) -> None:
    """A file is no pack."""
    path = tmp_path / "file.yaml"
    path.write_text("")
    assert codes(check_pack(path)) == [("file.yaml", "pack-missing")]


def test_pack_without_header(tmp_path: Path) -> None:
    """A folder without pack.yaml says so at the file that is missing."""
    assert codes(check_pack(tmp_path)) == [("pack.yaml", "pack-header")]


def test_empty_pack_is_valid(tmp_path: Path) -> None:
    """A header alone is a pack; so are empty files and empty lists beside it."""
    header = "title: A\nabout: B\nlicence: C\nas_of: 2025-01-01\nlanguages: [en]\nfacts:\n"
    (tmp_path / "pack.yaml").write_text(header)
    (tmp_path / "empty.yaml").write_text("")
    (tmp_path / "comment.yaml").write_text("# nothing yet\n")
    checked = check_pack(tmp_path)
    assert checked.problems == ()
    assert checked.corpus is not None
    assert checked.corpus.items == ()


def test_yml_is_refused(make_pack: MakePack) -> None:
    """A .yml file would be passed over in silence elsewhere; here it is named."""
    pack = make_pack()
    (pack / "more.yml").write_text(FACT)
    assert codes(check_pack(pack)) == [("more.yml", "file-name")]


def test_name_that_cannot_be_shown(make_pack: MakePack) -> None:
    """A line break in a file's name cannot forge a line of the report."""
    pack = make_pack()
    (pack / "a\nb.yaml").write_text("")
    problem = check_pack(pack).problems[0]
    assert problem.code == "file-name"
    assert "\n" not in str(problem)


def test_huge_file_is_not_read(make_pack: MakePack) -> None:
    """80 MB are refused by their size."""
    pack = make_pack()
    with (pack / "huge.yaml").open("wb") as stream:
        stream.truncate(80_000_000)
    assert codes(check_pack(pack)) == [("huge.yaml", "file-size")]


def test_fifo_does_not_hang(make_pack: MakePack) -> None:
    """A FIFO with no writer is named, not waited for."""
    pack = make_pack()
    os.mkfifo(pack / "pipe.yaml")
    assert codes(check_pack(pack)) == [("pipe.yaml", "file-type")]


def test_link_out_of_the_pack(make_pack: MakePack, tmp_path: Path) -> None:
    """Links out of the pack, to a file or to a folder, are refused."""
    pack = make_pack()
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.yaml").write_text(FACT)
    (pack / "leak.yaml").symlink_to(outside / "secret.yaml")
    (pack / "folder").symlink_to(outside)
    assert codes(check_pack(pack)) == [("folder", "file-outside"), ("leak.yaml", "file-outside")]


def test_broken_link(make_pack: MakePack) -> None:
    """A link to nothing is a file that cannot be read."""
    pack = make_pack()
    (pack / "gone.yaml").symlink_to(pack / "nothing.yaml")
    assert codes(check_pack(pack)) == [("gone.yaml", "file-unreadable")]


def test_links_as_kubernetes_makes_them(make_pack: MakePack, tmp_path: Path) -> None:
    """A config map is mounted as links through ``..data`` into a dated hidden folder, sub-folders too."""
    base = make_pack(chapter=FACT)
    mount = tmp_path / "mount"
    dated = mount / "..2025_11_22"
    (dated / "more").mkdir(parents=True)
    for path in base.glob("*.yaml"):
        (dated / path.name).write_bytes(path.read_bytes())
        (mount / path.name).symlink_to(Path("..data") / path.name)
    (dated / "more" / "second.yaml").write_text(FACT.replace("one", "two"))
    (mount / "more").symlink_to(Path("..data") / "more")
    (mount / "..data").symlink_to("..2025_11_22")
    checked = check_pack(mount)
    assert checked.problems == ()
    assert checked.corpus is not None
    assert [entry.id for entry in checked.corpus.entries] == ["one", "two"]


def test_loop_of_folders(make_pack: MakePack) -> None:
    """A link to a folder above it ends, and each file is read once."""
    pack = make_pack(chapter=FACT)
    (pack / "again").symlink_to(pack)
    assert check_pack(pack).problems == ()


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [(b"facts: []\nname: \xff\n", 2, 7), (b"\xfe\xff\x00a", 1, 1), (b"a: \xed\xa0\x80", 1, 4)],
)
def test_not_utf8(make_pack: MakePack, content: bytes, line: int, column: int) -> None:
    """The first byte that is not UTF-8 is named by line and column."""
    pack = make_pack()
    (pack / "latin.yaml").write_bytes(content)
    (problem,) = check_pack(pack).problems
    assert (problem.code, problem.line, problem.column) == ("yaml-encoding", line, column)


def test_byte_order_mark_and_crlf(make_pack: MakePack) -> None:
    """What Windows editors add is accepted, and places stay right."""
    pack = make_pack()
    (pack / "windows.yaml").write_bytes(b"\xef\xbb\xbf" + FACT.replace("\n", "\r\n").encode())
    assert check_pack(pack).problems == ()
    (pack / "windows.yaml").write_bytes(b"\xef\xbb\xbffacts:\r\n  - id: Bad\r\n")
    assert ("id-format", 2, 9) in [(p.code, p.line, p.column) for p in check_pack(pack).problems]


def test_unreadable_file(make_pack: MakePack) -> None:
    """A file without permission is named; tried as a user that is not root, whom nothing is forbidden."""
    code = "from pathlib import Path; from bot.pack.checker import check_pack; print(*check_pack(Path('.')).problems)"
    if os.geteuid() == 0:
        code = "import os; import bot.pack.checker; os.setuid(65534); " + code
    with tempfile.TemporaryDirectory() as folder:  # not below pytest's own, which is closed to others
        Path(folder).chmod(0o755)
        pack = shutil.copytree(make_pack(chapter=FACT), Path(folder) / "pack")
        (pack / "chapter.yaml").chmod(0)
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=pack, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
        )
    assert "chapter.yaml:1:1: file-unreadable: this file cannot be read: permission denied" in done.stdout, done.stderr


@pytest.mark.parametrize(
    "content",
    [
        "[" * 100_000,
        "{a: " * 100_000,
        "- " * 100_000,
        "? " * 50_000,
        "facts: " + "[" * 100_000 + "]" * 100_000,
        "a: &a [x,x,x,x,x,x,x,x,x]\n"
        + "".join(f"{b}: &{b} [{','.join(['*' + a] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi")),
        "!!python/object/apply:os.system [true]",
        "<<: *nothing",
        "%YAML 9.9\n---\na: b",
        "facts: {" + ", ".join(f"k{i}: [" for i in range(3000)),
        '"' + "x" * 1_000_000,
        "facts:\n" + "  - {id: a}\n" * 20_000,
        "a" * 2_000_000 + ": b",
        "facts: [[[]]]\ntopics: {}\nsources: hello\nquotes: [1, [2], {}]\n",
    ],
)
def test_hostile_yaml_gives_problems(make_pack: MakePack, content: str) -> None:
    """Bombs and nests end soon, as problems with a line each."""
    problems = check_pack(make_pack(hostile=content)).problems
    assert problems
    assert all(problem.line >= 1 and problem.column >= 1 for problem in problems)
    assert all(len(str(problem)) < 1500 for problem in problems)


def test_all_problems_of_all_files_in_one_run(make_pack: MakePack) -> None:
    """A file that cannot be parsed hides nothing of the others, and what it would define is not called unknown."""
    pack = make_pack(
        broken="topics: [",
        first=FACT.replace("claimed", "clamed").replace("one", "A"),
        second=FACT.replace("alpha", "not-there").replace("video", "alpha"),
    )
    assert codes(check_pack(pack)) == [
        ("broken.yaml", "yaml-syntax"),
        ("first.yaml", "id-format"),
        ("first.yaml", "value-choice"),
        ("second.yaml", "ref-kind"),
    ]
