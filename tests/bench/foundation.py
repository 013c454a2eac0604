"""Check, compile, question and start, in one run: ``python -m tests.bench.foundation``.

Each step runs in a process of its own, so that its peak memory is its own; ``yaml.safe_load`` (libyaml's C parser) on the same
files is the measure. Medians of the runs; ratios are against ``safe_load``.
"""

from __future__ import annotations

import asyncio
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bot.answers.answers import Answers
from bot.answers.context import Asker
from bot.answers.requests import PlainRequest
from bot.config import shipped_pack
from bot.library import open_library
from tests.bench.packgen import generate

RUNS = 3
_MEASURE = """
import resource, sys, time
from pathlib import Path
pack, out = Path(sys.argv[1]), Path(sys.argv[2])
{imports}
start = time.perf_counter()
{work}
print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
STEPS = {
    "safe_load": (
        "import yaml",
        "for path in sorted(pack.rglob('*.yaml')):\n    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)",
    ),
    "check": ("from bot.pack.checker import check_pack", "assert check_pack(pack).corpus is not None"),
    "check and compile": (
        "from bot.store.builder import build; from bot.store.folder import StoreFolder; folder = StoreFolder(out); folder.prepare()",
        "assert 'digest' in build(pack, folder)",
    ),
}


def measure(step: str, pack: Path) -> tuple[float, float]:
    """Median seconds and median peak MB of one step."""
    imports, work = STEPS[step]
    code = _MEASURE.format(imports=imports, work=work)
    runs: list[tuple[float, float]] = []
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as out:
            done = subprocess.run([sys.executable, "-c", code, str(pack), out], capture_output=True, text=True, check=True)
        seconds, megabytes = map(float, done.stdout.split())
        runs.append((seconds, megabytes))
    return statistics.median(run[0] for run in runs), statistics.median(run[1] for run in runs)


def latency(pack: Path, data: Path) -> tuple[float, float]:
    """p50 and p99, in milliseconds, of plain questions through answers and library."""
    source = Path(__file__).with_name("questions.json")
    questions = json.loads(source.read_text("utf-8"))

    async def run() -> list[float]:
        async with open_library(pack=pack, data=data) as library:
            answers = Answers(library=library, language="en")
            draw = random.Random(1)
            times: list[float] = []
            for _ in range(600):
                question = PlainRequest(text=draw.choice(questions))
                start = time.perf_counter()
                await answers.answer(question, Asker())
                times.append((time.perf_counter() - start) * 1000)
            return sorted(times[100:])

    times = asyncio.run(run())
    return times[len(times) // 2], times[int(len(times) * 0.99)]


def start(pack: Path, data: Path) -> float:
    """Seconds until a new process has answered one question."""
    environment = {"BOT_FACTS": str(pack), "BOT_DATA": str(data)}
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-m", "bot", "ask", "--json", "llama"], env=environment, capture_output=True, check=True)
    return time.perf_counter() - begin


def main() -> None:
    """Prints a table."""
    with tempfile.TemporaryDirectory() as folder:
        packs = {"shipped": shipped_pack()}
        for count in (2_000, 20_000):
            packs[f"{count} entries"] = Path(folder) / str(count)
            generate(count, Path(folder) / str(count))
        for name, pack in packs.items():
            base_seconds, base_memory = measure("safe_load", pack)
            print(f"{name}: safe_load {base_seconds:.3f} s, {base_memory:.0f} MB")
            for step in ("check", "check and compile"):
                seconds, memory = measure(step, pack)
                ratio = f"{seconds / base_seconds:.2f}x the time, {memory / base_memory:.2f}x the memory"
                print(f"{name}: {step} {seconds:.3f} s, {memory:.0f} MB: {ratio}")
            data = Path(folder) / f"data {name}"
            cold = start(pack, data)
            warm = statistics.median(start(pack, data) for _ in range(RUNS))
            print(f"{name}: start to first answer {cold:.2f} s without a store, {warm:.2f} s with one: {cold / warm:.1f}x")
            p50, p99 = latency(pack, data)
            print(f"{name}: question p50 {p50:.2f} ms, p99 {p99:.2f} ms", flush=True)


if __name__ == "__main__":
    main()
