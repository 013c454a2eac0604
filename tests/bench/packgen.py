"""A realistic bilingual pack of any size: ``python -m tests.bench.packgen N FOLDER``.

Sentences are drawn from the word statistics (pairs of neighbouring words) of the pack that ships, so that lengths, common
and rare words are as there; names of topics are made up and unique.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from bot.config import shipped_pack
from bot.pack.checker import check_pack
from bot.pack.schema import Source

_SYLLABLES = "ka lo mi ra te no vi su do pe ga li zu ma ro ne ti bo sa fu".split()
_CHARACTERS = "云山海林石星河火雷风木竹松梅兰泉湖川峰谷田原城桥塔楼"


class _Chain:
    """Which word follows which, with how often."""

    def __init__(self, sentences: list[list[str]]) -> None:
        self._next: dict[str, list[str]] = defaultdict(list)
        for words in sentences:
            for one, other in zip(["", *words], [*words, ""], strict=True):
                self._next[one].append(other)

    def sentence(self, draw: random.Random, joint: str) -> str:
        words: list[str] = []
        while len(words) < 40:
            word = draw.choice(self._next[words[-1] if words else ""])
            if not word:
                break
            words.append(word)
        return joint.join(words)[:600] or "x"


def generate(count: int, folder: Path, *, seed: int = 1) -> None:
    """Writes a valid pack with ``count`` entries into ``folder``: 6 in 10 facts, 2 quotes, 2 timeline entries."""
    draw = random.Random(seed)
    corpus = check_pack(shipped_pack()).corpus
    assert corpus is not None
    texts = [entry.text for entry in corpus.entries]
    english = _Chain([(text.get("en") or "").split() for text in texts])
    chinese = _Chain([re.findall(r"[A-Za-z0-9.]+|.", text.get("zh-Hans") or "") for text in texts])
    topics = [_topic(number, draw) for number in range(max(10, min(count // 10, 10_000)))]
    folder.mkdir(parents=True, exist_ok=True)
    sources = [source.model_dump(mode="json", by_alias=True, exclude_unset=True) for source in corpus.sources[:20]]
    header = {"title": "Generated", "about": "Made for measuring.", "licence": "CC0-1.0", "as_of": "2025-11-30"}
    _write(folder / "pack.yaml", header | {"languages": ["en", "zh-Hans"], "sources": sources, "topics": topics})
    ids = [source.id for source in corpus.sources[:20] if isinstance(source, Source) and source.locator is None]
    for begin in range(0, count, 500):
        chapter: dict[str, list[dict[str, object]]] = {"facts": [], "quotes": [], "timeline": []}
        for number in range(begin, min(begin + 500, count)):
            entry: dict[str, object] = {
                "id": f"entry-{number}",
                "topics": draw.sample([str(topic["id"]) for topic in topics], draw.choice([1, 1, 2, 3])),
                "text": {"en": english.sentence(draw, " "), "zh-Hans": chinese.sentence(draw, "")},
                "status": draw.choice(["claimed", "opinion", "rumour", "disputed"]),
                "sources": [{"source": draw.choice(ids)}],
            }
            date = f"{draw.randint(2013, 2025)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
            match number % 10:
                case 6 | 7:
                    entry |= {"speaker": "anonymous", "attribution": "stated", "original": "zh-Hans", "date": date}
                    entry["text"] = {language: text[:250] for language, text in dict(entry["text"]).items()}  # type: ignore[call-overload] # a mapping
                    chapter["quotes"].append(entry)
                case 8 | 9:
                    title = {"en": english.sentence(draw, " ")[:100], "zh-Hans": chinese.sentence(draw, "")[:60]}
                    chapter["timeline"].append(entry | {"date": date, "title": title})
                case _:
                    chapter["facts"].append(entry)
        _write(folder / f"chapter-{begin // 500:04}.yaml", chapter)


def _topic(number: int, draw: random.Random) -> dict[str, object]:
    latin = "".join(draw.choices(_SYLLABLES, k=3)).capitalize() + f" {number}"
    return {
        "id": f"topic-{number}",
        "type": draw.choice(["person", "team", "model", "concept"]),
        "name": {"en": latin, "zh-Hans": "".join(draw.choices(_CHARACTERS, k=3)) + str(number)},
    }


def _write(path: Path, content: Mapping[str, object]) -> None:
    """As a person would write it: block style, one key a line."""
    lines: list[str] = []
    for key, value in content.items():
        if not isinstance(value, list) or not value or not isinstance(value[0], dict):
            lines.append(f"{key}: {json.dumps(value, ensure_ascii=False)}")
            continue
        lines.append(f"{key}:")
        for item in value:
            for index, (inner, field) in enumerate(item.items()):
                lines.append(f"  {'- ' if index == 0 else '  '}{inner}: {json.dumps(field, ensure_ascii=False)}")
    path.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    generate(options.count, options.folder)
