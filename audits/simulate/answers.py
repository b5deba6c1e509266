"""Every answer of every report of a year as columns, kind by kind and status by status."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
import polars as pl
from polars import DataFrame

from audits.simulate import words
from audits.simulate.books import Habits, Lines
from audits.simulate.openness import disclosed
from audits.simulate.population import KINDS, Flags, Ints, Population
from compliance.facts import Kind
from compliance.form import Line, Type
from compliance.form.book import lines
from compliance.form.example import example

NO_UNIT, AUDITOR = "无", "阳光市明信会计师事务所"
STATEMENTS = ("balance", "activity", "cash_flow")


@dataclass(frozen=True)
class Group:
    """Organizations that answer the same lines in a year: their places in the register, and the lines."""

    kind: Kind
    year: int
    charity: bool
    fundraising: bool
    members: Ints
    lines: tuple[Line, ...]


def groups(population: Population, year: int, filed: Flags) -> Iterator[Group]:
    """The register's filers of a year by kind and status."""
    charity, raising = population.status(year)
    for kind in KINDS:
        for flag in ((False, False), (True, False), (True, True)):
            those = filed & population.of_kind(kind) & (charity == flag[0]) & (raising == flag[1])
            if those.any():
                asked = tuple(line for line in lines(kind, year) if line.asks(kind, *flag))
                yield Group(kind, year, *flag, np.flatnonzero(those), asked)


def answers(group: Group, population: Population, own: Habits, amounts: Lines) -> DataFrame:
    """The answers of a group, a column a line in the order of the form; money in fen, days as days."""
    constant = example(group.kind, group.year, group.charity)
    told = _told(group, population, own)
    columns = {}
    for line in group.lines:
        if line.id in told:
            columns[line.id] = pl.Series(line.id, told[line.id], strict=False)
        elif line.id in amounts:
            column = pl.Series(line.id, amounts[line.id][group.members])
            columns[line.id] = column if line.required else column.replace(0, None)
        elif line.required and line.part in STATEMENTS:
            columns[line.id] = pl.Series(line.id, np.zeros(len(group.members), dtype=np.int64))
        elif line.id in constant and line.part not in STATEMENTS and line.type is not Type.MONEY:
            columns[line.id] = pl.Series(line.id, [constant[line.id]]).new_from_index(0, len(group.members))
        elif line.id in MONEY_AT_ZERO or line.required and line.type is Type.MONEY:
            columns[line.id] = pl.Series(line.id, np.zeros(len(group.members), dtype=np.int64))
    return DataFrame(columns)


MONEY_AT_ZERO = frozenset({"related_parties.total.value"})
Told = dict[str, list[object]]


def _told(group: Group, population: Population, own: Habits) -> Told:
    """What differs from one organization to the next and is no amount of the books."""
    rows = [_identity(int(n), group, population, own) for n in group.members]
    return {
        f"basic.{name}.value" if "." not in name else name: [row[name] for row in rows] for name in rows[0]
    }


def _identity(n: int, group: Group, population: Population, own: Habits) -> dict[str, object]:
    unit, head, preparer = int(population.unit[n]), population.head[n], population.preparer[n]
    fund = int(own.original_fund[n])
    return {
        "code": population.code[n],
        "name": population.name[n],
        "english_name": None,
        "registered_on": population.registered_on[n],
        "registered_funds": fund // 4,
        "original_fund": fund,
        "supervising_unit": words.CITY + words.UNITS[unit][0][1:] if unit >= 0 else NO_UNIT,
        "field": population.field[n],
        "legal_representative": head,
        "chair": head,
        "address": population.address[n],
        "district": words.DISTRICTS[int(population.district[n])],
        "contact": preparer,
        **_status(n, group, population),
        "commitment.preparer.value": preparer,
        "commitment.signer.value": head,
        **_days(n, group, population),
        **_nobody_related(),
        **disclosed(n, group.year, int(own.income[n])),
        **_audit(n, group),
    }


def _status(n: int, group: Group, population: Population) -> dict[str, object]:
    return {
        "charity_since": population.charity_since[n],
        "fundraising_since": population.fundraising_since[n],
        "fundraising": group.fundraising,
        "charity": group.charity,
        **_graded(n, group, population),
    }


def _graded(n: int, group: Group, population: Population) -> dict[str, object]:
    """The assessment in force at the year's end."""
    on = population.graded_on[n]
    if on is None or not on <= date(group.year, 12, 31) < on.replace(year=on.year + 5):
        return {"assessment_grade": "none", "assessment_until": None}
    return {"assessment_grade": str(population.grade[n]), "assessment_until": on.replace(year=on.year + 5)}


def _days(n: int, group: Group, population: Population) -> dict[str, object]:
    since = date(group.year - 2, 6, 1 + n % 27)
    return {
        "legal_representative_since": max(since, population.registered_on[n]),
        "governance.board_term_from.value": max(since, population.registered_on[n]),
        "commitment.signed_on.value": date(group.year + 1, 2, 1 + n % 27),
        "commitment.board_approved_on.value": date(group.year + 1, 1, 5 + n % 25),
    }


def _audit(n: int, group: Group) -> dict[str, object]:
    """Some are audited although none is required."""
    owes = group.kind is Kind.FOUNDATION or group.fundraising
    audited = owes or n * 31 % 10 < 6
    told: dict[str, object] = {"audited": audited, "auditor": AUDITOR if audited else None}
    told["audit_opinion"] = "none" if not audited else "qualified" if n * 17 % 50 == 0 else "unqualified"
    return told


def _nobody_related() -> dict[str, object]:
    row = "related_parties"
    blank = {f"{row}.party_1.{column}": None for column in ("name", "relation", "matter", "amount")}
    return {f"{row}.exist.value": False, f"{row}.parties.value": 0, **blank}
