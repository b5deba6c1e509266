"""The register evaluated, and what was put in and came out kept as blocks."""

import io
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from functools import cache, partial
from hashlib import sha256
from threading import Event

from polars import DataFrame

from audits.evaluation import Judged, Outcome, Progress, one_by_one, outcome, silent
from audits.snapshot import packed, snapshot
from compliance.inspection import ON_FIGURES
from compliance.shelf import shelf
from models.db import Database
from models.publication import public_version
from models.snapshot import Evaluation, codes_with_events, reported_years


def evaluate(
    database: Database, day: date, moment: datetime, dry_run: bool = False, progress: Progress = silent
) -> Outcome:
    """Evaluate every living organization on a day, and keep inputs and results as blocks unless it is a trial."""
    version, made = public_version(database), partial(packed, day=day, moment=moment)
    with database.read() if dry_run else database.write() as db, ThreadPoolExecutor(2) as beside:
        years, blocks, turn = {}, [], Event()
        known = [year for year in reported_years(db) if year < day.year]
        noted = beside.submit(_noted, database, day, lambda *of: progress(*of) if turn.is_set() else None)
        for done, year in enumerate(known):
            progress(done, len(known))
            years[year], fresh = snapshot(db, year, version)
            if fresh and not dry_run:
                blocks.append(beside.submit(made, years[year], year, version))
        turn.set()
        found = outcome(db, years, day, progress, noted.result())
        if not dry_run:
            db.add_all([*(block.result() for block in blocks), kept(found, moment)])
    return found


def _noted(database: Database, day: date, progress: Progress) -> Judged:
    """Whose record says anything, judged on a connection of its own while the register is made into columns."""
    with database.read() as db:
        return list(one_by_one(db, codes_with_events(db), day, progress))


@cache
def applied() -> str:
    """A digest of the rules and of every provision, which moves whenever the law applied here does."""
    said = [f"{rule.name} {rule.provision.texts}" for rule in ON_FIGURES]
    said += [f"{held.name} {held.editions}" for one in shelf() for held in one.provisions]
    return sha256("\n".join(said).encode()).hexdigest()[:16]


def kept(found: Outcome, moment: datetime) -> Evaluation:
    """The row that keeps an evaluation, made at a moment."""
    return Evaluation(
        day=found.day,
        made_at=moment,
        rules=applied(),
        counts=found.as_json(),
        findings=_block(found.findings),
        standings=_block(found.standings),
    )


def _block(frame: DataFrame) -> bytes:
    content = io.BytesIO()
    frame.write_parquet(content, compression="lz4")
    return content.getvalue()
