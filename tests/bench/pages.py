"""Public pages over 1,000,000 organizations under wrk: fresh ones beside Datasette, kept ones beside nginx.

A fresh page is never asked for twice, so that every request is answered by the program; a kept one was asked for
before. Datasette (facets off) has the same rows in a file of its own; nginx serves copies of our pages.
"""

import random
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from tests.bench import datasette, nginx
from tests.bench.contest import CACHE, OURS, ROOT, Contender, Contest, Goal, module
from tests.bench.measure import tell
from tests.bench.register import made
from tests.bench.server import cpu_seconds
from tests.bench.start import served

SECONDS, WARM, WARM_KEPT, KEPT, FRESH = 6, 2, 9, 600, 30_000
SCRIPT = """
local urls, i = {}, 0
for line in io.lines(os.getenv("URLS")) do urls[#urls + 1] = line end
request = function() i = i % #urls + 1; return wrk.format("GET", urls[i]) end
done = function(summary)
  local bad = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
  io.write(string.format("RESULT %f %d %d\\n", summary.duration / 1e6, summary.requests, bad))
end
"""
KINDS = ("association", "foundation", "service_institution")


def bench(quick: bool) -> None:
    """Seconds a request under load, and the server's processor time for each."""
    subprocess.run([ROOT / ".ci" / "system", "wrk", "nginx-light"], check=True)
    count, rounds = ("20000", 1) if quick else ("1000000", 3)
    sides = [Contender(name, module("tests.bench.pages", name, count)) for name in (OURS, "datasette")]
    goals = [Goal(f"{page}_s", 1 / 10, "datasette") for page in ("ranking", "organization", "search")]
    Contest("pages, fresh", sides, goals, rounds).run()
    kept = [Contender(name, module("tests.bench.pages", name, count)) for name in ("kept", "nginx")]
    goals = [Goal(f"{page}_cpu_ms", 6, "nginx") for page in ("ranking", "organization", "search")]
    Contest("pages, kept", kept, goals, rounds).run()


def addresses(file: Path, many: int) -> dict[str, list[str]]:
    """Of each page so many addresses, all different."""
    draw = random.Random(31)
    with closing(sqlite3.connect(file)) as db:
        total = db.execute("SELECT max(rowid) FROM organization").fetchone()[0]
        some = ",".join(str(draw.randrange(1, total)) for _ in range(KEPT))
        known = db.execute(f"SELECT code, name FROM organization WHERE rowid IN ({some})").fetchall()
    return {
        "ranking": [
            f"/ranking?district=5301{draw.randrange(1, 17):02d}&class={draw.choice(KINDS)}.small"
            f"&page={draw.randrange(1, 5)}&n={n}"
            for n in range(many)
        ],
        "organization": [f"/organizations/{draw.choice(known)[0]}?n={n}" for n in range(many)],
        "search": [
            f"/organizations?q={quote(draw.choice(known)[1][3:7])}&size=50&n={n}" for n in range(many)
        ],
    }


def loaded(address: str, urls: list[str], pid: int) -> tuple[float, float]:
    """Seconds and processor milliseconds for each request, after a warm-up."""
    with tempfile.TemporaryDirectory() as folder:
        script, listed = Path(folder) / "urls.lua", Path(folder) / "urls.txt"
        script.write_text(SCRIPT)
        half = len(urls) // 2 if len(urls) > KEPT else 0
        listed.write_text("\n".join(urls[:half] or urls))
        _wrk(address, script, listed, WARM if half else WARM_KEPT)
        listed.write_text("\n".join(urls[half:]))
        before = cpu_seconds(pid)
        seconds, requests, bad = _wrk(address, script, listed, SECONDS)
        spent = cpu_seconds(pid) - before
    if bad:
        raise SystemExit(f"{int(bad)} of {int(requests)} answers from {address} were errors")
    return seconds / requests, spent * 1000 / requests


def _wrk(address: str, script: Path, listed: Path, seconds: int) -> tuple[float, float, float]:
    command = ["wrk", "-t1", "-c8", f"-d{seconds}s", "--timeout", "20s", "-s", str(script), address]
    done = subprocess.run(
        command, env={"URLS": str(listed)}, capture_output=True, text=True, check=True, timeout=120
    )
    line = next(line for line in done.stdout.splitlines() if line.startswith("RESULT"))
    duration, requests, bad = map(float, line.split()[1:])
    return duration, requests, bad


def main() -> None:
    """Run one side once and tell."""
    side, count = sys.argv[1], int(sys.argv[2])
    home = made(count)
    pages = addresses(home / "var" / "yangguang.db", FRESH if side == OURS else KEPT)
    found: dict[str, float] = {}
    with SIDES[side](home, pages) as (address, pid, asked):
        for page, urls in asked.items():
            each, cpu = loaded(address, urls, pid)
            found |= {f"{page}_s": each, f"{page}_cpu_ms": cpu}
    for unit in ("_s", "_cpu_ms"):  # of Datasette, the pages that together show what ours does
        parts = [name for name in found if name.startswith("organization_") and name.endswith(unit)]
        found[f"organization{unit}"] = sum(found[name] for name in parts)
    tell("", **found)


Running = Iterator[tuple[str, int, dict[str, list[str]]]]
"""A server while it runs: its address, its process, and what it is asked for."""


@contextmanager
def ours(home: Path, pages: dict[str, list[str]]) -> Running:
    """The program, as `yangguang serve` runs it."""
    with served(home) as (address, pid):
        yield address, pid, pages


@contextmanager
def static(home: Path, pages: dict[str, list[str]]) -> Running:
    """nginx with copies of our pages, made by the program."""
    folder = CACHE / f"static-{home.name}"
    if not (folder / "done").exists():
        with served(home) as (address, _pid):
            nginx.copy(address, pages, folder)
    with nginx.running_over(folder) as (address, pid):
        copies = {page: [f"/{page}/{n}.html" for n in range(len(urls))] for page, urls in pages.items()}
        yield address, pid, copies


@contextmanager
def peer(home: Path, pages: dict[str, list[str]]) -> Running:
    """Datasette with the same rows, asked for the same."""
    file = home / "var" / "yangguang.db"
    with datasette.running_over(file) as (address, pid):
        name = datasette.file_of(file).stem
        asked: dict[str, list[str]] = {}
        for url in (url for urls in pages.values() for url in urls):
            for page, theirs in datasette.addresses(url, name).items():
                asked.setdefault(page, []).append(theirs)
        yield address, pid, asked


SIDES = {OURS: ours, "kept": ours, "nginx": static, "datasette": peer}

if __name__ == "__main__":
    main()
