"""Lists the captions of the transcript that no entry cites: ``python -m tests.uncited_captions``."""

from __future__ import annotations

from tests.test_shipped_pack import CORPUS, TRANSCRIPT, captions_of, video_citations


def main() -> None:
    """Prints each range of captions without an entry, with its words."""
    if not TRANSCRIPT.exists():
        print(f"skipped: {TRANSCRIPT.name} is not beside this checkout")
        return
    lines = TRANSCRIPT.read_text("utf-8").splitlines()
    entries = {entry.id for entry in CORPUS.entries}
    cited = {number for id, citation in video_citations() if id in entries for number in captions_of(citation)}
    for number, line in enumerate(lines, start=1):
        if number not in cited:
            print(f"{number}: {line}")
    print(f"{len(lines) - len(cited)} of {len(lines)} captions are cited by nothing")


if __name__ == "__main__":
    main()
