"""From the command to the first answer of the web, and to the help text."""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.contest import CACHE, Contender, Contest, Goal, module
from tests.bench.measure import tell
from tests.bench.server import free_port, running

PROGRAM = str(Path(sys.executable).with_name("yangguang"))
PATIENCE = 30


def bench(quick: bool) -> None:
    """Two measures of one contender; no peer."""
    goals = (Goal("help_s", 0.5), Goal("first_answer_s", 2))
    rounds = 3 if quick else 7
    Contest("start", (Contender("yangguang", module("tests.bench.start")),), goals, rounds).run()


def main() -> None:
    """Run once and tell."""
    begun = time.perf_counter()
    subprocess.run([PROGRAM, "--help"], check=True, capture_output=True, timeout=PATIENCE)
    help_s = time.perf_counter() - begun
    with office() as home:
        begun = time.perf_counter()
        with served(home):
            tell("", help_s=help_s, first_answer_s=time.perf_counter() - begun)


@contextmanager
def office() -> Iterator[Path]:
    """A folder with an empty database."""
    home = CACHE / "start"
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    subprocess.run([PROGRAM, "init"], cwd=home, check=True, capture_output=True, timeout=60)
    yield home
    shutil.rmtree(home)


@contextmanager
def served(home: Path) -> Iterator[tuple[str, int]]:
    """The program serving on a free port, from its first answer on: its address and process."""
    port = free_port()
    with running([PROGRAM, "serve", "--port", str(port)], port, "/health", home) as found:
        yield found


if __name__ == "__main__":
    main()
