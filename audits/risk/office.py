"""The office's own register as tables to learn from, and as rows to score."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import numpy as np
import polars as pl
from polars import DataFrame, col

from audits.refusal import Conflict
from audits.risk.table import Table, numbers
from compliance.duty import first_year, report_due
from compliance.facts import Dossier, Kind, Level, Organization
from compliance.outcome import OUTCOMES, RULE, naive, outcome
from compliance.risk import COLUMNS, DIRECTIONS, EVENTS, ORGANIZATIONS, REPORTS, signs
from models import risk
from models.db import Session

FIGURES = {
    "income": "activity.total_income.total",
    "expense": "total_expense",
    "net_assets": "net_assets",
    "management": "management_cost",
}
JUDGED = 5
"""The fewest with and without an outcome that a season needs to be learned from."""


@dataclass(frozen=True)
class Frames:
    """The register, the reports owed and the record, as compliance.risk reads them."""

    organizations: DataFrame
    reports: DataFrame
    events: DataFrame


def frames(db: Session, day: date) -> Frames:
    """All that is known of living organizations, with each report owed up to a day."""
    people = risk.organizations(db)
    facts = {organization.code: (organization.fact, since) for organization, since in people}
    rows = [
        {name: getattr(organization, name, None) for name in ORGANIZATIONS}
        | {"kind": str(organization.kind), "supervised": organization.unit_id is not None}
        for organization, _ in people
    ]
    received = {(row["code"], row["year"]): row for row in risk.reports(db)}
    owed = [row for fact, since in facts.values() for row in _owed(fact, since, received, day)]
    events = [_event(row) for row in risk.events(db) if row["code"] in facts]
    return Frames(
        DataFrame(rows, schema=ORGANIZATIONS),
        DataFrame(owed, schema=REPORTS),
        DataFrame(events, schema=EVENTS),
    )


def _owed(
    fact: Organization, since: int | None, received: Mapping[tuple[str, int], Any], day: date
) -> Iterator[dict[str, Any]]:
    for year in range(first_year(Dossier(fact, known_from=since)), day.year):
        due = _due(fact.kind, fact.is_charity(date(year, 12, 31)), year)
        told = received.get((fact.code, year))
        if due is not None and (told is not None or due < day):
            yield {"code": fact.code, "year": year, "due": due, **(_told(told) if told else {})}


@cache
def _due(kind: Kind, charity: bool, year: int) -> date | None:
    """By when a report is owed, by what decides it: kind and charity status."""
    since = date(year, 1, 1) if charity else None
    text = report_due(Organization("", "", kind, Level.CITY, date(year, 1, 1), since), year)
    return text.value.of(year + 1) if text else None


def _told(row: Mapping[str, Any]) -> dict[str, Any]:
    figures = row["figures"] or {}
    same = {name: row[name] for name in ("received_on", "published_on", "concluded_on", "conclusion")}
    graver = sum(fault["severity"] != "advise" for fault in row["faults"] or ())
    return same | {"faults": graver} | {name: figures.get(line) for name, line in FIGURES.items()}


def _event(row: Mapping[str, Any]) -> dict[str, Any]:
    told = row["details"]
    until = told.get("valid_to")
    same = {name: row[name] for name in ("code", "on", "what")}
    return same | {"grade": told.get("grade"), "until": date.fromisoformat(until) if until else None}


def day_of_season(year: int) -> date:
    """The day on which the reports on a year are foretold: the first after the year."""
    return date(year + 1, 1, 1)


def table(known: Frames, name: str, day: date) -> Table:
    """The seasons of an outcome up to a day; the last is the test, the one before chooses.

    Conflict where there are not three seasons with the outcome.
    """
    told = outcome(name).alias("outcome")
    years = sorted(known.reports.filter(col("due") < day)["year"].unique().to_list())
    seasons = [season for year in years if (season := _season(known, year, told)) is not None]
    if len(seasons) < 3:
        raise Conflict(
            f"“{OUTCOMES[name].zh}”：已有结果的年度不足三个，不能训练。",
            f"{OUTCOMES[name].en}: fewer than three seasons with outcomes, nothing can be trained.",
        )
    return _table(pl.concat(seasons), name)


def _season(known: Frames, year: int, told: pl.Expr) -> DataFrame | None:
    came = known.reports.filter(col("year") == year).select("code", told).drop_nulls()
    seen = signs(known.organizations, known.reports, known.events, day_of_season(year))
    frame = seen.join(came, on="code").with_columns(pl.lit(year).alias("when"), naive().alias("naive"))
    found = int(frame["outcome"].sum())
    enough = min(found, frame.height - found) >= JUDGED and frame["reports"].sum() > 0
    return frame if enough else None


def _table(frame: DataFrame, name: str) -> Table:
    seasons = sorted(frame["when"].unique().to_list())
    return Table(
        name=name, said=OUTCOMES[name], rule=RULE, columns=COLUMNS, x=numbers(frame, COLUMNS),
        y=frame["outcome"].to_numpy().astype(np.bool_), when=frame["when"].cast(pl.Int64).to_numpy(),
        naive=frame["naive"].to_numpy(), validation=(seasons[-2],), test=(seasons[-1],), directions=DIRECTIONS,
    )  # fmt: skip
