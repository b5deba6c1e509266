"""The decision log: appends of eight writers beside the disk's own flush rate, proofs beside pymerkle, the check."""

import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from audits.log.check import check_folder
from audits.log.files import CHECKPOINT, Folder
from audits.signature import make_signer, read_signer
from compliance.log.edge import Edge, Written
from compliance.log.entry import Entry
from compliance.log.note import Checkpoint
from compliance.log.proof import Levels, root_at
from compliance.log.tile import Tiled
from compliance.log.tree import leaf
from models import entry, migrate
from models.db import Database
from models.enter import note
from models.entry import Note
from tests import postgres
from tests.bench.contest import CACHE, Contender, Contest, Goal, module
from tests.bench.measure import tell
from tests.bench.peer import python

WRITERS, EACH = 8, 250
PROOFS = 20_000
STORED, IN_MEMORY = 20_000, 100_000
"""As many entries as pymerkle is given; we have the larger number both times."""
COLD = 200
AT = datetime(2026, 11, 23, 12, tzinfo=UTC)


def bench(quick: bool) -> None:
    """Appends on each database, proofs, and the check of a published log."""
    count, rounds = (20_000, 2) if quick else (1_000_000, 3)
    for kind, most in (("sqlite", 2), ("postgresql", 10)):
        ours = Contender(f"yangguang, {kind}", module("tests.bench.log", f"append-{kind}"))
        goals = (Goal("ms_each", most), Goal("p99_ms", 250))
        Contest(f"log: {WRITERS} writers, a commit each, {kind}", (ours,), goals, rounds).run()
    home = str(made(count))
    proof("levels", IN_MEMORY, "InmemoryTree", IN_MEMORY, 40, str(IN_MEMORY), rounds)
    proof("tiles", IN_MEMORY, "SqliteTree", STORED, 1000, str(made(IN_MEMORY)), rounds)
    check = Contender("yangguang", module("tests.bench.log", "verify", home))
    Contest(f"log: {count:,} entries verified", (check,), (Goal("verify_s", 10),), rounds).run()


def proof(how: str, count: int, peer: str, theirs: int, times: int, given: str, rounds: int) -> None:
    """Proofs of ours against those of a tree of pymerkle, so many times as fast."""
    mine = Contender(f"yangguang, {how}", module("tests.bench.log", how, given))
    command: list[str | Path] = [
        python("pymerkle", "pymerkle==7.*"),
        "-m",
        "tests.bench.log_pymerkle",
        peer,
        str(theirs),
    ]
    title = f"log: a proof of inclusion, ours in {count:,} entries, theirs in {theirs:,}"
    goal = Goal("proof_ms", 1 / times, f"pymerkle {peer}")
    Contest(title, (mine, Contender(goal.peer, command)), (goal,), rounds).run()


def lines(count: int) -> Iterator[bytes]:
    """Entries as the office makes them."""
    for seq in range(count):
        yield Entry(seq, "report.concluded", AT, f"{seq:064x}", "51999901000000000X").line()


def made(count: int) -> Path:
    """A published log of so many entries, made once."""
    home = CACHE / f"log-{count}"
    if (home / CHECKPOINT).exists():
        return home
    edge, by = Edge(), make_signer(home.with_suffix(".key"), "bench.example/log")
    for line in lines(count):
        _put(home, edge.add(line))
    _put(home, edge.partial())
    (home / CHECKPOINT).write_text(by.sign(Checkpoint(by.name, edge.size, edge.root()).text))
    return home


def _put(home: Path, tiles: Iterable[Written]) -> None:
    for tile, content in tiles:
        path = home / tile.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


@contextmanager
def sqlite_url() -> Iterator[tuple[str, Path]]:
    """A fresh file on the disk of the project."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as folder:
        yield f"sqlite:///{folder}/log.db", Path(folder)


@contextmanager
def postgresql_url() -> Iterator[tuple[str, Path]]:
    """A fresh server that brings every commit to disk."""
    with postgres.running({**postgres.SETTINGS, "fsync": "on", "full_page_writes": "on"}) as folder:
        yield postgres.url(folder, "postgres"), folder


def append(place: Callable[[], AbstractContextManager[tuple[str, Path]]]) -> None:
    """Eight writers, each act a transaction of its own."""
    with place() as (url, folder):
        database, waits = Database(url), []
        migrate.upgrade(database)

        def write(count: int = EACH) -> None:
            for number in range(count):
                begun = time.perf_counter()
                with database.write() as db:
                    note(db, Note("test.act", AT, {"number": number, "facts": "x" * 200}))
                waits.append(time.perf_counter() - begun)

        write(20)
        waits.clear()
        begun = time.perf_counter()
        running = [threading.Thread(target=write) for _ in range(WRITERS)]
        for one in running:
            one.start()
        for one in running:
            one.join()
        took = time.perf_counter() - begun
        with database.read() as db:
            assert [seq for seq, _, _ in entry.lines(db)] == list(range(WRITERS * EACH + 20))
        database.close()
        _tell(sorted(waits), took, flushes(folder))


def _tell(waits: list[float], took: float, per_second: float) -> None:
    tell(
        "",
        per_second=len(waits) / took,
        ms_each=took * 1000 / len(waits),
        p99_ms=waits[int(len(waits) * 0.99)] * 1000,
        flushes_per_second=per_second,
    )


def flushes(folder: Path, times: int = 200) -> float:
    """How often a second the disk brings 4 kB to rest, in the same minute."""
    with (folder / "flush").open("wb") as file:
        begun = time.perf_counter()
        for _ in range(times):
            file.write(b"x" * 4096)
            file.flush()
            os.fdatasync(file.fileno())
        return times / (time.perf_counter() - begun)


def proofs(kept: Levels | Tiled, peers_size: int) -> None:
    """Proofs all over the tree: the first ones, each out of a tile not yet opened, and then the others."""
    size = kept.size
    cold = per_proof(kept, range(0, size, size // COLD))
    for number in range(0, size, 100):
        kept.path(number)
    took = per_proof(kept, range(0, size, size // PROOFS or 1))
    tell(root_at(kept, peers_size).hex(), proof_ms=took, first_ms=cold)


def per_proof(kept: Levels | Tiled, numbers: range) -> float:
    """Milliseconds of a proof, the mean."""
    begun = time.perf_counter()
    for number in numbers:
        kept.path(number)
    return (time.perf_counter() - begun) * 1000 / len(numbers)


def levels(count: str) -> None:
    """A tree in memory."""
    kept = Levels()
    for line in lines(int(count)):
        kept.append(leaf(line))
    proofs(kept, IN_MEMORY)


def tiles(home: str) -> None:
    """A tree out of its published tiles on disk, as pages prove."""
    proofs(Tiled(Folder(Path(home)), int(home.rpartition("-")[2])), STORED)


def verify(home: str) -> None:
    """The check of `yangguang log verify FOLDER`."""
    key = read_signer(Path(home).with_suffix(".key")).verifier
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as seen:
        head = check_folder(Folder(Path(home)), key, Path(seen) / "seen")
    tell(str(head.size), verify_s=time.perf_counter() - begun)


MODES: Mapping[str, Callable[[], None]] = {
    "append-sqlite": lambda: append(sqlite_url),
    "append-postgresql": lambda: append(postgresql_url),
    "levels": lambda: levels(sys.argv[2]),
    "tiles": lambda: tiles(sys.argv[2]),
    "verify": lambda: verify(sys.argv[2]),
}

if __name__ == "__main__":
    MODES[sys.argv[1]]()
