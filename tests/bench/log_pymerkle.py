"""The peer: the same entries in the trees of pymerkle, in memory and in SQLite."""

import importlib
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench.measure import tell

SIZE = int(sys.argv[2])


def lines() -> Iterator[bytes]:
    """The entries of tests/bench/log.py, byte for byte."""
    for seq in range(SIZE):
        yield (
            f'{{"at":"2026-11-23T12:00:00Z","commit":"{seq:064x}","org":"51999901000000000X","seq":{seq},'
            '"type":"report.concluded","v":1}'
        ).encode()


def measure(tree: Any, times: int) -> None:
    """Proofs all over the tree."""
    step = SIZE // times
    begun = time.perf_counter()
    for number in range(1, SIZE, step):
        tree.prove_inclusion(number)
    took = (time.perf_counter() - begun) * 1000 / len(range(1, SIZE, step))
    tell(tree.get_state().hex(), proof_ms=took)


def main() -> None:
    """Run once and tell."""
    pymerkle = importlib.import_module("pymerkle")
    if sys.argv[1] == "InmemoryTree":
        tree = pymerkle.InmemoryTree(algorithm="sha256")
        for line in lines():
            tree.append_entry(line)
        measure(tree, 500)
    else:
        with tempfile.TemporaryDirectory() as folder:
            tree = pymerkle.SqliteTree(str(Path(folder) / "tree.db"), algorithm="sha256")
            tree.append_entries(list(lines()), chunksize=10_000)
            measure(tree, 20)


if __name__ == "__main__":
    main()
