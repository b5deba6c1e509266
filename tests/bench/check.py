"""Parse and check of a full report against the calamine parse alone, each with the start of its child."""

import sys
from pathlib import Path

from audits.check import examine
from audits.commands.example import content
from audits.web.wsgi import practise
from compliance.facts import Kind
from tests.bench.check_sides import median_ms, peer
from tests.bench.contest import CACHE, Contender, Contest, Goal
from tests.bench.measure import tell

PEER = "calamine alone, in a child"


def bench(quick: bool) -> None:
    """The example of a foundation that raises funds: the longest form."""
    CACHE.mkdir(parents=True, exist_ok=True)
    file = CACHE / "report.xlsx"
    file.write_bytes(content(Kind.FOUNDATION, 2025, as_json=False))
    Contest(
        "check: parse and check of one full report",
        [Contender(name, _command(call, file)) for name, call in (("yangguang", "ours"), (PEER, "theirs"))],
        (Goal("report_ms", 1.3, PEER),),
        3 if quick else 7,
    ).run()


def _command(call: str, file: Path) -> list[str | Path]:
    """Not with -m: a child would first load the module that was called."""
    return [sys.executable, "-c", f"from tests.bench.check import {call}; {call}({str(file)!r})"]


def ours(file: str) -> None:
    """The whole of it as the web does it, with a practised child waiting."""
    practise()
    tell("", report_ms=median_ms(lambda report: examine(report, file), Path(file).read_bytes()))


def theirs(file: str) -> None:
    """The peer: the start of a child and the parse."""
    tell("", report_ms=median_ms(peer, Path(file).read_bytes()))
