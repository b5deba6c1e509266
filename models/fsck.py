"""Read-only questions over whole tables, for the check of every promise (reliability.md 4.1)."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter

from sqlalchemy import select, text, union, union_all
from sqlalchemy.orm import Session, selectinload

from models.account import Account, Role
from models.case import Case, CaseMove
from models.db import Database, Facts
from models.draw.outcome import Result
from models.draw.plan import Frozen
from models.event import Event
from models.job import JobRun, Series
from models.registrar import Registrar
from models.report import Document, Report, Step, Took, YearFigures
from models.risk import RiskModel

AT_ONCE = 200
FILES_AT_ONCE = 4


def documents(db: Session) -> Iterator[tuple[str, bytes, int]]:
    """Every kept file: the hash it is kept by, its content, the size entered."""
    query = select(Document.sha256, Document.content, Document.size)
    for row in db.execute(query.execution_options(yield_per=FILES_AT_ONCE)):
        yield row.sha256, row.content, row.size


def stray_documents(db: Session) -> Iterator[str]:
    """Hashes of files that nothing refers to."""
    drawn = (
        Frozen.population,
        Frozen.excluded,
        Frozen.inspectors,
        Frozen.recusals,
        Result.drawn,
        Result.assigned,
    )
    named = [table.sha256 for table in (Report, Step, CaseMove, RiskModel)]
    used = union(*(select(column.label("sha256")) for column in (*named, *drawn))).subquery()
    query = select(Document.sha256).outerjoin(used, used.c.sha256 == Document.sha256)
    yield from db.scalars(query.where(used.c.sha256.is_(None)))


def report_histories(db: Session) -> Iterator[tuple[int, list[Took]]]:
    """Every report with the steps taken with it, in order."""
    query = select(Step.report_id, Step.took).order_by(Step.report_id, Step.id)
    for key, rows in groupby(db.execute(query.execution_options(yield_per=AT_ONCE)), key=itemgetter(0)):
        yield key, [row.took for row in rows]


def cases(db: Session) -> Iterator[Case]:
    """Every case with its moves in order."""
    query = select(Case).options(selectinload(Case.moves)).order_by(Case.id)
    yield from db.scalars(query.execution_options(yield_per=AT_ONCE))


def roles(db: Session) -> dict[int, Role]:
    """The role of every account."""
    return {row.id: row.role for row in db.execute(select(Account.id, Account.role))}


def decisions(db: Session) -> set[tuple[int, str, str, date]]:
    """What the records say was decided in cases: case, organization, what, and the day."""
    query = select(Event.case_id, Event.code, Event.what, Event.on).where(Event.case_id.is_not(None))
    return {(row.case_id, row.code, row.what, row.on) for row in db.execute(query)}


def voided(db: Session) -> set[int]:
    """The cases whose decision was declared wrong by a later entry."""
    query = select(Event.case_id).where(Event.id.in_(select(Event.voids)), Event.case_id.is_not(None))
    return {case for case in db.scalars(query) if case is not None}


def signed_alone(db: Session) -> Iterator[int]:
    """Reports that one person both prepared and signed."""
    query = select(Report.id).join(Step).where(Step.took == Took.SIGNED, Step.by == Report.uploaded_by)
    yield from db.scalars(query.distinct())


def steps_by(db: Session) -> Iterator[tuple[int, Took, str | None]]:
    """Every step of a report with the role of who took it; None for the system."""
    query = select(Step.id, Step.took, Account.role).outerjoin(Account, Account.id == Step.by)
    for row in db.execute(query.execution_options(yield_per=AT_ONCE)):
        yield row.id, row.took, row.role


def orphans(db: Session, before: datetime) -> Iterator[tuple[str, str]]:
    """Runs that nobody finished and nobody took over since a moment: job and period."""
    query = select(JobRun.job, JobRun.period)
    for row in db.execute(query.where(JobRun.finished_at.is_(None), JobRun.lease_until < before)):
        yield row.job, row.period


def numbers(db: Session) -> Iterator[str]:
    """Every document number given."""
    given = (select(table.number).where(table.number.is_not(None)) for table in (Step, CaseMove, Case))
    yield from (number for number in db.scalars(union_all(*given)) if number)


def series(db: Session) -> Iterator[tuple[str, str, int]]:
    """Every series of document numbers: the registrar's prefix, what is numbered and in which year, the last."""
    prefixes = {str(one.id): one.number_prefix for one in db.scalars(select(Registrar))}
    for one in db.scalars(select(Series).where(Series.name.contains("/"))):
        registrar, _, rest = one.name.partition("/")
        yield prefixes.get(registrar, ""), rest, one.last


def figures(db: Session) -> Iterator[tuple[str, int, Facts, Facts]]:
    """Every year's figures as kept, beside the lines of the report they are taken from."""
    query = select(YearFigures.code, YearFigures.year, YearFigures.figures, Report.lines)
    query = query.join(Report, Report.id == YearFigures.report_id)
    for row in db.execute(query.execution_options(yield_per=AT_ONCE)):
        yield row.code, row.year, row.figures, row.lines


def damage(database: Database, db: Session) -> Iterator[str]:
    """What the database itself finds wrong: pages, indexes, references."""
    if database.is_sqlite:
        yield from (row[0] for row in db.execute(text("PRAGMA integrity_check")) if row[0] != "ok")
        yield from (f"{row[0]} {row[1]} -> {row[2]}" for row in db.execute(text("PRAGMA foreign_key_check")))
    else:
        yield from db.scalars(text("SELECT conname FROM pg_constraint WHERE NOT convalidated"))
