"""The whole register held against the law on a day, in columns; only records that say anything one by one."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Any

import polars as pl
from polars import DataFrame, col, lit

from compliance.clean import Years, clean
from compliance.facts import Grade
from compliance.inspection import KINDS, inspect
from compliance.judge import Judgement, judge
from compliance.law.house_rules import BANDS, START
from models.db import Session
from models.record import BATCH, dossiers
from models.snapshot import codes_with_events

Progress = Callable[[int, int], None]
"""Is told how much is done, of how much: years made into columns first, then organizations."""
FINDINGS = {"code": pl.String, "year": pl.Int64, "rule": pl.String, "basis": pl.String}
STANDINGS = {
    "code": pl.String, "points": pl.Int64, "grade": pl.String, "anomaly_since": pl.Date,
    "serious_since": pl.Date,
}  # fmt: skip


Judged = Sequence[tuple[str, Judgement]]
"""Organizations judged one by one, by code."""


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


def outcome(
    db: Session, years: Years, day: date, progress: Progress = silent, noted: Judged | None = None
) -> Outcome:
    """What follows on a day. Who has a clean sheet is seen from the columns; all others are judged, unless those
    whose record says anything (`noted`) already are.
    """
    if not years:
        return Outcome(day, 0, 0, DataFrame(schema=FINDINGS), DataFrame(schema=STANDINGS), ())
    codes = next(reversed(list(years.values())))["code"]
    noted = list(one_by_one(db, codes_with_events(db), day, progress)) if noted is None else noted
    unnoted = ~codes.is_in([code for code, _judgement in noted])
    plain = clean(years, day) & unnoted
    findings = [of_figures(frame.filter(plain), year, day) for year, frame in years.items()]
    standings = _clean_standings(codes.filter(plain), day)
    judged = [*noted, *one_by_one(db, codes.filter(~plain & unnoted).to_list(), day, progress)]
    judged.sort(key=itemgetter(0))
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


def one_by_one(
    db: Session, codes: Sequence[str], day: date, progress: Progress
) -> Iterator[tuple[str, Judgement]]:
    """What each record adds up to on a day."""
    for start in range(0, len(codes), BATCH):
        progress(start, len(codes))
        for code, dossier in dossiers(db, codes[start : start + BATCH]).items():
            yield code, judge(dossier, day)


def _findings(judged: Judged) -> DataFrame:
    rows = [
        (code, one.year, one.rule, one.basis.said.zh)
        for code, judgement in judged
        for one in judgement.findings
    ]
    return DataFrame(rows, schema=FINDINGS, orient="row")


def _standings(judged: Judged) -> DataFrame:
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
