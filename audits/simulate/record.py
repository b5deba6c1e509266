"""What stands in the records beside reports: assessments, penalties, awards, complaints, rectifications."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np

from audits.simulate.office import noon
from audits.simulate.population import Population
from audits.simulate.season import Walk
from compliance.facts import Conclusion, yuan
from compliance.law.inspection_measures import RECTIFY_AFTER_CONCLUSION
from compliance.workday import after

Row = dict[str, Any]
YEARLY = {"complaint_upheld": 0.006, "award": 0.012, "interviewed": 0.008}
PENALIZED = 0.014
BASIS = "依法作出的行政处罚决定"
SMALL_KINDS = ("warning", "fine", "fine", "warning", "confiscation")


@dataclass(frozen=True)
class Penalty:
    """A penalty that calls for a list: whose, when, and which ground."""

    n: int
    on: date
    ground: str


def event(code: str, on: date, what: str, **details: str) -> Row:
    """One entry of a record."""
    return {
        "code": code, "on": on, "what": what, "details": details, "at": noon(on, 60), "by": None, "case_id": None,
        "voids": None,
    }  # fmt: skip


def entries(population: Population, years: tuple[int, ...], day: date, seed: int) -> Iterator[Row]:
    """Entries that follow from no report."""
    rng = np.random.default_rng([seed, 6])
    for n, graded in enumerate(population.graded_on):
        if graded is not None and graded <= day:
            until = graded.replace(year=graded.year + 5)
            period = {"valid_from": graded.isoformat(), "valid_to": until.isoformat()}
            yield event(population.code[n], graded, "assessed", grade=str(population.grade[n]), **period)
    for n in _some(rng, population, 0.3):
        yield from _since(population, n, _some_day(rng, years[0]), day, "commitment_signed")
    for n in _some(rng, population, 0.2):
        yield from _since(population, n, _some_day(rng, years[0]), day, "party_organization_formed")
    for year in range(years[0], day.year + 1):
        for what, share in YEARLY.items():
            for n in _some(rng, population, share):
                yield from _since(population, n, _some_day(rng, year), day, what)


def _some(rng: np.random.Generator, population: Population, share: float) -> list[int]:
    return [int(n) for n in np.flatnonzero(rng.random(len(population)) < share)]


def _since(population: Population, n: int, on: date, day: date, what: str) -> Iterator[Row]:
    if population.registered_on[n] < on <= day:
        yield event(population.code[n], on, what)


def _some_day(rng: np.random.Generator, year: int) -> date:
    return date(year, 1, 1) + timedelta(int(rng.integers(365)))


def penalties(
    population: Population, years: tuple[int, ...], day: date, seed: int
) -> list[tuple[Row, Penalty | None]]:
    """Penalty decisions, nobody's twice: small ones call for the anomaly list, large ones for the serious list."""
    rng = np.random.default_rng([seed, 7])
    old = [n for n, on in enumerate(population.registered_on) if on.year < years[0] - 1]
    picked = [int(n) for n in rng.permutation(old)]
    size, found = len(population), []
    serious = max(2, round(size * 0.002))
    for n in picked[:serious]:
        on = _some_day(rng, day.year - 2) + timedelta(int(rng.integers(500)))
        amount = yuan(int(rng.integers(6, 20)) * 1_000_000)
        found.append(_penalty(population, n, on, "fine", "serious.fined_50000", amount=amount, basis=BASIS))
    for n in picked[serious : serious + round(size * PENALIZED) * len(years)]:
        what = SMALL_KINDS[rng.integers(len(SMALL_KINDS))]
        on = _some_day(rng, years[0] + int(rng.integers(day.year - years[0] + 1)))
        given = {"basis": BASIS} | (
            {} if what == "warning" else {"amount": yuan(int(rng.integers(1, 60)) * 50_000)}
        )
        ground = "" if what == "confiscation" else "anomaly.warned_or_fined"
        found.append(_penalty(population, n, on, what, ground, **given))
    return [one for one in found if one[0]["on"] <= day]


def _penalty(
    population: Population, n: int, on: date, what: str, ground: str, **details: str
) -> tuple[Row, Penalty | None]:
    return event(population.code[n], on, what, **details), Penalty(n, on, ground) if ground else None


def rectifications(
    population: Population, walked: Mapping[int, Walk], year: int, day: date, rng: np.random.Generator
) -> Iterator[Row]:
    """Ordered with a conclusion that is not the best; all but a few are completed in time."""
    for n, walk in walked.items():
        if walk.concluded is None or walk.conclusion in (None, Conclusion.QUALIFIED):
            continue
        text = RECTIFY_AFTER_CONCLUSION.on(walk.concluded)
        due = after(walk.concluded, text.value) if text else walk.concluded + timedelta(90)
        matter = f"{year}年度检查整改"
        yield event(
            population.code[n], walk.concluded, "rectification_ordered", due=due.isoformat(), matter=matter
        )
        done = walk.concluded + timedelta(20 + int(rng.integers(max(1, (due - walk.concluded).days - 25))))
        if done <= day and rng.random() > 0.004:
            yield event(population.code[n], done, "rectification_completed", matter=matter)
