"""The whole register held against the law on a day, in columns; only records that say anything one by one."""

import io
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from hashlib import sha256
from typing import Any

import polars as pl
from polars import DataFrame, col, lit

from audits.snapshot import snapshot
from compliance.clean import Years, clean
from compliance.facts import Grade
from compliance.inspection import KINDS, ON_FIGURES, inspect
from compliance.judge import Judgement, judge
from compliance.law.house_rules import BANDS, START
from compliance.shelf import shelf
from models.db import Database, Session
from models.publication import public_version
from models.record import BATCH, dossiers
from models.snapshot import Evaluation, codes_with_events, reported_years

Progress = Callable[[int, int], None]
"""Is told how much is done, of how much: years made into columns first, then organizations."""
FINDINGS = {"code": pl.String, "year": pl.Int64, "rule": pl.String, "basis": pl.String}
STANDINGS = {
    "code": pl.String, "points": pl.Int64, "grade": pl.String, "anomaly_since": pl.Date,
    "serious_since": pl.Date,
}  # fmt: skip


@dataclass(frozen=True)
class Outcome:
    """What an evaluation found: a row a finding, a row an organization, the listings called for."""

    day: date
    organizations: int
    judged: int
    findings: DataFrame
    standings: DataFrame
    proposals: Sequence[tuple[str, str, str]]

    def as_json(self) -> dict[str, Any]:
        """The counts that the command prints."""
        rules = self.findings.group_by("rule").len().sort("rule")
        grades = dict(self.standings.group_by("grade").len().iter_rows())
        listed = Counter((register, ground) for _, register, ground in self.proposals)
        return {
            "on": self.day.isoformat(),
            "organizations": self.organizations,
            "judged_one_by_one": self.judged,
            "findings": dict(rules.iter_rows()),
            "proposals": [
                {"list": register, "ground": ground, "organizations": count}
                for (register, ground), count in sorted(listed.items())
            ],
            "grades": {grade.value: grades.get(grade.value, 0) for grade in Grade},
            "on_anomaly_list": self.standings["anomaly_since"].count(),
            "on_serious_list": self.standings["serious_since"].count(),
        }


def silent(done: int, of: int) -> None:
    """Tell nobody how far it is."""


def evaluate(
    database: Database, day: date, moment: datetime, dry_run: bool = False, progress: Progress = silent
) -> Outcome:
    """Evaluate every living organization on a day, and keep inputs and results as blocks unless it is a trial."""
    version = public_version(database)
    with database.read() if dry_run else database.write() as db:
        years, known = {}, [year for year in reported_years(db) if year < day.year]
        for done, year in enumerate(known):
            progress(done, len(known))
            years[year] = snapshot(db, year, day, moment, version, not dry_run)
        found = outcome(db, years, day, progress)
        if not dry_run:
            db.add(kept(found, moment))
    return found


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


def outcome(db: Session, years: Years, day: date, progress: Progress = silent) -> Outcome:
    """What follows on a day. Who has a clean sheet is seen from the columns; all others are judged."""
    if not years:
        return Outcome(day, 0, 0, DataFrame(schema=FINDINGS), DataFrame(schema=STANDINGS), ())
    codes = next(reversed(list(years.values())))["code"]
    plain = clean(years, day) & ~codes.is_in(list(codes_with_events(db)))
    findings = [of_figures(frame.filter(plain), year, day) for year, frame in years.items()]
    standings = _clean_standings(codes.filter(plain), day)
    judged = list(_judged(db, codes.filter(~plain).to_list(), day, progress))
    return Outcome(
        day,
        len(codes),
        len(judged),
        pl.concat([*findings, _findings(judged)]).sort("code", "year", "rule"),
        standings.merge_sorted(_standings(judged).sort("code"), key="code"),
        [(code, one.list.value, one.ground) for code, judgement in judged for one in judgement.proposals],
    )


def of_figures(frame: DataFrame, year: int, day: date) -> DataFrame:
    """The rules on figures over a year's reports that were known on a day."""
    known = frame.filter(col("received_on") <= day)
    found = inspect(known.with_columns(col("kind").cast(KINDS)), year)
    return found.select("code", pl.lit(year, pl.Int64).alias("year"), "rule", "basis").unique()


def _clean_standings(codes: pl.Series, day: date) -> DataFrame:
    """Who has a clean sheet has the points of the start."""
    start, bands = START.on(day) or START.texts[0], BANDS.on(day) or BANDS.texts[0]
    grade = next(grade for grade, fewest in bands.value.items() if start.value >= fewest)
    return DataFrame({"code": codes}).select(
        "code",
        points=lit(start.value, pl.Int64),
        grade=lit(str(grade)),
        anomaly_since=lit(None, pl.Date),
        serious_since=lit(None, pl.Date),
    )


def _judged(
    db: Session, codes: Sequence[str], day: date, progress: Progress
) -> Iterator[tuple[str, Judgement]]:
    for start in range(0, len(codes), BATCH):
        progress(start, len(codes))
        for code, dossier in dossiers(db, codes[start : start + BATCH]).items():
            yield code, judge(dossier, day)


def _findings(judged: Sequence[tuple[str, Judgement]]) -> DataFrame:
    rows = [
        (code, one.year, one.rule, one.basis.said.zh)
        for code, judgement in judged
        for one in judgement.findings
    ]
    return DataFrame(rows, schema=FINDINGS, orient="row")


def _standings(judged: Sequence[tuple[str, Judgement]]) -> DataFrame:
    rows = [
        (
            code,
            one.credit.points,
            one.credit.grade.value,
            *(one.facts.lists[r].listed_since for r in one.facts.lists),
        )
        for code, one in judged
    ]
    return DataFrame(rows, schema=STANDINGS, orient="row")
