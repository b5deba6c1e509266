"""A small office with a year of reports, its officers, and three charities of which one is late."""

from dataclasses import dataclass
from datetime import date, timedelta

from audits.preview.prepare import prepare
from compliance.facts import Kind
from compliance.workday import add_workdays
from models.account import Account, Role
from models.db import Database, Session
from models.preview import Preview
from models.registrar import Registrar
from models.report import Report, YearFigures
from tests import make

ON = date(2026, 11, 23)
UNTIL = add_workdays(ON, 10)
AFTER = UNTIL + timedelta(1)
YEAR = 2025
INCOME = 100_000_000


@dataclass(frozen=True)
class Office:
    """Who acts in these tests. `mine` acts for `codes[0]`; `other` for an organization without a place."""

    registrar: Registrar
    officer: Account
    second: Account
    mine: Account
    theirs: Account
    other: Account
    codes: list[str]


def office(db: Session) -> Office:
    """Three charities with reports on the year, an association that is none, and everybody's accounts."""
    registrar = make.registrar(db)
    rows = [make.organization(db, registrar=registrar) for _ in range(3)]
    for number, row in enumerate(rows):
        reported(db, row.code, date(2026, 3 + number, 10))
    outside = make.organization(db, registrar=registrar, kind=Kind.ASSOCIATION, charity_since=None)
    officer, second = (make.account(db, Role.OFFICER, registrar=registrar) for _ in range(2))
    mine, theirs, other = (
        make.account(db, Role.PREPARER, organization=one) for one in (rows[0], rows[1], outside)
    )
    return Office(registrar, officer, second, mine, theirs, other, [row.code for row in rows])


def reported(db: Session, code: str, on: date) -> None:
    """A report on the year, received on a day and never published."""
    report = Report(
        code=code, year=YEAR, version=1, kind="foundation", sha256=make.document(db, code.encode()),
        file_name="年报.xlsx", uploaded_at=make.MOMENT, uploaded_by=None, rules="1", verdict="accepted",
        lines={"activity.total_income.total": "1000000.00"}, faults=[], corrected=[],
    )  # fmt: skip
    db.add(report)
    db.flush()
    figures = {"activity.total_income.total": INCOME}
    db.add(YearFigures(code=code, year=YEAR, report_id=report.id, figures=figures, received_on=on))
    db.flush()


def prepared(database: Database) -> tuple[Office, int]:
    """An office with an open preview; its number."""
    with database.write() as db:
        of = office(db)
        return of, a_preview(db, of).id


def a_preview(db: Session, of: Office) -> Preview:
    """A preview of the year, prepared by the first officer."""
    return prepare(db, ON, of.officer, YEAR, ON)
