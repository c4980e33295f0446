"""Drive: one target under Atheris, the coverage-guided fuzzer: ``python -m tests.fuzz.drive extract --seconds
240 …``.

Atheris is no dependency of the project; install it into an environment of its own. What is found (an
exception, another result for the same bytes, more than two seconds, more than 300 MB) is written to
``--found``; made smaller and mended, it becomes a case in ``tests/fuzz/cases``.
"""

from __future__ import annotations

import argparse
import hashlib
import resource
import sys
import time
import traceback
from collections import Counter
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tests.fuzz.mutate import compressed, mutate

if TYPE_CHECKING:
    from collections.abc import Callable

SLOW_SECONDS = 2.0
MOST_MB = 300
MOST_BYTES = 64 * 1024
OF_EACH_KIND = 3
TWICE_EVERY = 7
"""Every so many inputs one is read twice, to see whether the reader says the same again."""


class Watch:
    """Runs a target on the fuzzer's inputs and writes down what must not be; the fuzzer goes on."""

    def __init__(self, target: str, read: Callable[[bytes], object], found: Path) -> None:
        self.target = target
        self.read = read
        self.found = found
        self.known: Counter[str] = Counter()
        self.runs = 0
        self.slowest = 0.0

    def __call__(self, data: bytes) -> None:
        self.runs += 1
        before, start = _peak_mb(), time.process_time()
        try:
            result = self.read(data)
            if self.runs % TWICE_EVERY == 0 and self.read(data) != result:
                self.keep("another result", data)
        except Exception as error:  # noqa: BLE001 - that is what is looked for
            frames = traceback.extract_tb(error.__traceback__)
            inner = [frame for frame in frames if "newscrawler" in frame.filename] or frames
            place = f"{Path(inner[-1].filename).name}:{inner[-1].lineno}"
            self.keep(f"{type(error).__name__} {place}", data, traceback.format_exc())
        took, grown = time.process_time() - start, _peak_mb() - before
        if took > 1.3 * self.slowest:
            self.slowest = took
            print(f"slowest {took:.2f} s for {len(data)} bytes, input {self.runs}", flush=True)
        if took > SLOW_SECONDS:
            self.keep("slow", data, f"{took:.2f} s, instrumented")
        if grown > MOST_MB:
            self.keep("memory", data, f"{grown:.0f} MB")

    def keep(self, kind: str, data: bytes, note: str = "") -> None:
        """Write the first inputs of a kind."""
        self.known[kind] += 1
        if self.known[kind] > OF_EACH_KIND:
            return
        name = f"{self.target}-{hashlib.sha256(data).hexdigest()[:10]}"
        (self.found / name).write_bytes(data)
        (self.found / f"{name}.txt").write_text(f"{kind}\n{note}\n", "utf-8")
        print(f"FOUND {kind}: {name}", flush=True)


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Fuzz the target that the command line names."""
    try:
        import atheris  # type: ignore[import-untyped]  # it has no stubs, and is here for fuzzing only
    except ImportError:
        raise SystemExit("atheris is missing: pip install atheris (in an environment of its own)") from None
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target")
    parser.add_argument("--seconds", type=int, default=240)
    parser.add_argument("--corpus", type=Path, required=True, help="folder that is read and added to")
    parser.add_argument("--found", type=Path, required=True, help="folder for what is found")
    options = parser.parse_args()
    with atheris.instrument_imports(
        include=["newscrawler", "protego", "w3lib"], enable_loader_override=False
    ):
        from tests.fuzz.targets import TARGETS
    from tests.fuzz.seeds import seeds, words

    known, parts = seeds(options.target), words(options.target)

    def change(data: bytes, most: int, seed: int) -> bytes:
        """One mutation: of structure, or of bytes as the fuzzer knows from its comparisons."""
        random = Random(seed)
        if options.target == "inflate" and random.random() < 0.4:
            text = mutate(random.choice((data, b"news " * 99)), random, parts, known, most)
            return compressed(text, random)[:most]
        if random.random() < 0.5:
            return bytes(atheris.Mutate(data, most))
        return mutate(data, random, parts, known, most)

    options.corpus.mkdir(parents=True, exist_ok=True)
    options.found.mkdir(parents=True, exist_ok=True)
    for text in known:
        (options.corpus / hashlib.sha256(text).hexdigest()[:16]).write_bytes(text)
    arguments = [
        sys.argv[0],
        str(options.corpus),
        f"-max_total_time={options.seconds}",
        f"-max_len={MOST_BYTES}",
        "-len_control=0",
        "-timeout=60",
        f"-artifact_prefix={options.found}/",
        "-rss_limit_mb=3000",
        "-print_final_stats=1",
    ]
    atheris.Setup(
        arguments,
        Watch(options.target, TARGETS[options.target], options.found).__call__,
        custom_mutator=change,
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
