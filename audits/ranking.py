"""The transparency ranking: computed for a year, kept place by place, published once and never changed."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

import polars as pl
from polars import DataFrame

from audits.refusal import Conflict
from compliance.duty import first_year, publication_due, report_due
from compliance.facts import Dossier, Kind, Level, Organization
from compliance.inspection import last_day
from compliance.law.transparency_items import ACT, IN_FORCE, Aspect
from compliance.ranking import class_of, counted, rank
from compliance.transparency import COLUMNS, PUBLISHED, covers, score
from models import bulk, search
from models.db import Session
from models.publication import touch
from models.ranking import Edition, Place, inputs

INCOME = "activity.total_income.total"
METHOD = f"{ACT.key}/{IN_FORCE.isoformat()}"


def table(db: Session, year: int, day: date) -> DataFrame:
    """The frame that is scored: whoever owes a report on the year, as known to the register."""
    rows = [row for given in inputs(db, year, PUBLISHED) if (row := _row(given, year, day)) is not None]
    return DataFrame(rows, schema=COLUMNS)


def _fact(given: Mapping[str, Any]) -> Organization:
    return Organization(
        given["code"], "", Kind(given["kind"]), Level.CITY, given["registered_on"],
        given["charity_since"], given["fundraising_since"],
    )  # fmt: skip


def _row(given: Mapping[str, Any], year: int, day: date) -> dict[str, Any] | None:
    fact = _fact(given)
    due, charity = report_due(fact, year), fact.is_charity(last_day(year))
    silent = given["received_on"] is None and first_year(Dossier(fact)) > year
    if due is None or silent or not covers(fact.kind, charity):
        return None
    return {
        "code": given["code"],
        "name": given["name"],
        "kind": str(fact.kind),
        "district": given["district"],
        "charity": charity,
        "fundraising": fact.raises_funds(last_day(year)),
        "due": due.value.of(year + 1),
        "publication_due": _to_publish(fact, year),
        "last_due": _to_publish(fact, year - 1),
        "income": (given["figures"] or {}).get(INCOME),
        **{
            name: given[name] for name in ("conclusion", "prior", "related", "audited", "opinion", *PUBLISHED)
        },
        **{name: _known(given[name], day) for name in ("received_on", "published_on")},
        **_disagreements(given["faults"] or ()),
        **{f"{name}.day": _day(given[f"{name}.day"]) for name in PUBLISHED},
    }


def _to_publish(fact: Organization, year: int) -> date | None:
    due = publication_due(fact, year)
    return due.value.of(year + 1) if due else None


def _known(done: date | None, day: date) -> date | None:
    return done if done is not None and done <= day else None


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _disagreements(faults: Any) -> dict[str, int]:
    """How often the statements disagree with one another, and with last year's report."""
    rules = {fault["rule"] for fault in faults if fault["rule"].startswith("accounting.")}
    openings = sum(rule.startswith("accounting.opening.") for rule in rules)
    return {"disagreements": len(rules) - openings, "openings": openings}


def ranked(reports: DataFrame, day: date) -> DataFrame:
    """Scores with class and place."""
    who = reports.select("code", "name", "district", class_of(day).alias("class_"))
    return rank(score(reports, day).join(who, on="code"))


def compute(db: Session, year: int, day: date) -> tuple[Edition, DataFrame]:
    """An edition with its places, not yet published. Conflict where nobody has reported on the year."""
    reports = table(db, year, day)
    if reports["received_on"].null_count() == reports.height:
        raise Conflict(f"{year}年度尚无报告，不能排名。", f"There is no report on {year} to rank.")
    places = ranked(reports, day)
    edition = Edition(year=year, day=day, method=METHOD, published_at=None, counts=counted(places))
    db.add(edition)
    db.flush()
    bulk.add_all(db, Place, list(_places(edition.id, places)))
    return edition, places


def _places(edition: int, places: DataFrame) -> Iterator[dict[str, Any]]:
    items = [name for name in places.columns if name.startswith("item.")]
    for row in places.iter_rows(named=True):
        parts: dict[str, Any] = {str(aspect): row[aspect] for aspect in Aspect}
        parts["items"] = {name.removeprefix("item."): row[name] for name in items if row[name] is not None}
        kept = {
            name: row[name]
            for name in ("code", "name", "class_", "district", "rank", "tied", "position", "score")
        }
        yield {"edition_id": edition, **kept, "parts": parts}


def publish(db: Session, edition: Edition, moment: datetime) -> None:
    """Publish an edition. Conflict if it is published already: a published edition never changes.

    Search lists its hits in the order of the newest edition.
    """
    if edition.published_at is not None:
        raise Conflict("该排行已公布，不能更改。", "This edition is published and cannot be changed.")
    edition.published_at = moment
    search.rebuild(db, edition.id)
    touch(db)


def summary(edition: Edition, places: DataFrame) -> dict[str, Any]:
    """What the command prints: counts by class, and the mean score in points."""
    by_class = places.group_by("class_").agg(pl.len(), pl.col("score").mean()).sort("class_")
    mean = places["score"].mean()
    return {
        "edition": edition.id,
        "year": edition.year,
        "published": edition.published_at is not None,
        "ranked": int(places["rank"].count()),
        "not_enough_data": int(places["rank"].null_count()),
        "mean": _points(mean),
        "classes": [
            {"class": row["class_"], "organizations": row["len"], "mean": _points(row["score"])}
            for row in by_class.iter_rows(named=True)
        ],
    }


def _points(thousandths: Any) -> str | None:
    return None if thousandths is None else f"{thousandths / 1000:.1f}"
