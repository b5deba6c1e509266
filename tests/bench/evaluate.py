"""The whole register held against the law, database to committed results, against one INSERT ... SELECT."""

import shutil
import sqlite3
import sys
import time
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import polars as pl

from audits.evaluate import evaluate
from compliance.facts import Kind
from compliance.inspection import ON_FIGURES, last_day
from compliance.law.foundation_regulations import OVERHEAD, PRIVATE_SPENDING, PUBLIC_SPENDING
from compliance.law.spending_standard import (
    FOUNDATION_BANDS,
    OTHER_BANDS,
    PUBLIC_FOUNDATION,
    PUBLIC_OTHERS,
    SMALL_COST,
    Band,
)
from models.db import Database
from tests.bench.contest import CACHE, Contender, Contest, Goal, module
from tests.bench.measure import peak_mb, tell
from tests.bench.register import YEAR, made

PEER = "SQLite, INSERT ... SELECT"
DAY, MOMENT = date(2026, 6, 10), datetime(2026, 6, 10, tzinfo=UTC)
SHORT, HIGH = "spending.charitable_minimum", "spending.management_cap"


def bench(quick: bool) -> None:
    """Without the columns kept from the run before; then with them, as every night after the first."""
    count = 20_000 if quick else 1_000_000
    home = str(made(count))
    Contest(
        f"evaluate: {count:,} organizations, database to committed results",
        (
            Contender("yangguang", module("tests.bench.evaluate", "ours", home)),
            Contender(PEER, module("tests.bench.evaluate", "theirs", home)),
        ),
        (Goal("first_s", 1.0, PEER), Goal("again_s", 1.0, PEER)),
        3,
    ).run()


def ours(file: Path) -> None:
    """Two evaluations, the second from the columns that the first kept."""
    seconds = []
    for _ in range(2):
        database = Database(f"sqlite:///{file}")
        begun = time.perf_counter()
        found = evaluate(database, DAY, MOMENT)
        seconds.append(time.perf_counter() - begun)
        database.close()
    names = [rule.name for rule in ON_FIGURES]
    held = found.findings.filter(pl.col("rule").is_in(names)).unique(["code", "rule"])
    tell(str(held.height), first_s=seconds[0], again_s=seconds[1], peak_mb=peak_mb())


def theirs(file: Path) -> None:
    """The same rules as one statement."""
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("PRAGMA synchronous=FULL")
        db.execute("CREATE TABLE result (code TEXT PRIMARY KEY, short INT, high INT, fund INT) WITHOUT ROWID")
        begun = time.perf_counter()
        db.execute(statement())
        seconds = time.perf_counter() - begun
        (held,) = db.execute(
            "SELECT sum(short IS 1) + sum(high IS 1) + sum(fund IS 1) FROM result"
        ).fetchone()
    tell(str(held), first_s=seconds, again_s=seconds, peak_mb=peak_mb())


def statement() -> str:
    """The rules on figures as SQL, with the law's numbers of the year."""
    short, high = "", ""
    for public, group in (
        (True, (PUBLIC_FOUNDATION, PUBLIC_OTHERS)),
        (False, FOUNDATION_BANDS + OTHER_BANDS),
    ):
        for dated in group:
            kinds = "= 'foundation'" if dated in (PUBLIC_FOUNDATION, *FOUNDATION_BANDS) else "<> 'foundation'"
            text = dated.on(last_day(YEAR)) or dated.texts[0]
            whom = f"charity AND {'' if public else 'NOT '}public AND kind {kinds}{_band(text.value)}"
            short += f" WHEN {whom} THEN {_short(text.value)}"
            high += (
                f" WHEN {whom} THEN cost >= {SMALL_COST.texts[-1].value} AND {_over(text.value.cost.part)}"
            )
    raised, private, overhead = (
        dated.texts[-1].value.part for dated in (PUBLIC_SPENDING, PRIVATE_SPENDING, OVERHEAD)
    )
    foundation = f"kind = '{Kind.FOUNDATION}'"
    short += f" WHEN {foundation} AND public THEN spent * 100 < income * {raised}"
    short += f" WHEN {foundation} THEN spent * 100 < assets * {private}"
    high += f" WHEN {foundation} THEN {_over(overhead)}"
    return f"""
        INSERT INTO result
        SELECT code, CASE{short} END, CASE{high} END, {foundation} AND net < original FROM ({_known()})"""


NAMES = {
    "income": "last_year_income",
    "income3": "income_mean_3y",
    "assets": "last_year_net_assets",
    "assets3": "net_assets_mean_3y",
    "spent": "charitable_spending",
    "cost": "management_cost",
    "expense": "total_expense",
    "net": "net_assets",
}


def _known() -> str:
    return f"""
            SELECT o.code, o.kind, o.original_fund AS original,
            coalesce(o.charity_since <= '{YEAR}-12-31', 0) AS charity,
            coalesce(o.fundraising_since <= '{YEAR}-12-31', 0) AS public, {_figures()}
            FROM organization o JOIN year_figures y ON y.code = o.code AND y.year = {YEAR}
            WHERE o.dissolved_on IS NULL AND y.received_on <= '{DAY}'"""


def _figures() -> str:
    return ", ".join(f"y.figures ->> '{name}' AS {short}" for short, name in NAMES.items())


def _band(band: Band) -> str:
    low = "" if band.least is None else f" AND assets >= {band.least}"
    return low + ("" if band.below is None else f" AND assets < {band.below}")


def _short(band: Band) -> str:
    parts = [
        f"(spent * 100 < {base} * {share.part} AND spent * 100 < {base}3 * {share.part})"
        for base, share in (("income", band.of_income), ("assets", band.of_assets))
        if share
    ]
    return "(" + " OR ".join(parts) + ")"


def _over(part: int) -> str:
    return f"cost * 100 > expense * {part}"


def main() -> None:
    """Run one side once, on a copy of its own."""
    home = CACHE / f"evaluate-{sys.argv[1]}"
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    shutil.copy(Path(sys.argv[2]) / "var" / "yangguang.db", home / "register.db")
    {"ours": ours, "theirs": theirs}[sys.argv[1]](home / "register.db")
    shutil.rmtree(home)


if __name__ == "__main__":
    main()
