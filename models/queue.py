"""What waits on the desk: reports and cases by the last thing that happened to them, within a registrar."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from models.case import Case, CaseMove, ended
from models.organization import Organization
from models.report import Report, Step, Took, YearFigures
from models.risk import RiskScore, latest_run

STATES = (Took.SUBMITTED, Took.CONSENTED, Took.DECLINED, Took.RETURNED, Took.CONCLUDED)
"""The steps that move a report on its way; explaining, attaching, signing and publishing do not."""


@dataclass(frozen=True)
class Wanted:
    """What a page of the queue shows: filters, and which page of which size. Empty means any.

    `sort` "risk" puts the highest risk of disclosure faults first, else the longest waiting.
    """

    registrars: Sequence[int] = ()
    unit: int | None = None
    year: int | None = None
    state: str = ""
    kind: str = ""
    district: str = ""
    q: str = ""
    sort: str = ""
    page: int = 1
    size: int = 50


def _last(model: Any, owner: Any, key: Any, *when: ColumnElement[bool]) -> Any:
    return select(func.max(model.id)).where(owner == key, *when).correlate_except(model).scalar_subquery()


def _theirs(wanted: Wanted) -> list[ColumnElement[bool]]:
    rules: list[ColumnElement[bool]] = []
    if wanted.registrars:
        rules.append(Organization.registrar_id.in_(wanted.registrars))
    if wanted.unit is not None:
        rules.append(Organization.unit_id == wanted.unit)
    if wanted.kind:
        rules.append(Organization.kind == wanted.kind)
    if wanted.district:
        rules.append(Organization.district == wanted.district)
    if wanted.q:
        rules.append(
            or_(Organization.name.contains(wanted.q, autoescape=True), Organization.code == wanted.q)
        )
    return rules


def _waiting(state: str) -> ColumnElement[bool]:
    if state == "ready":  # to be concluded: agreed to, or no supervising unit has to
        alone = and_(Step.took == Took.SUBMITTED, Organization.unit_id.is_(None))
        return or_(Step.took == Took.CONSENTED, alone)
    return Step.took == state


def _reports(wanted: Wanted) -> Select[*tuple[Any, ...]]:
    last = _last(Step, Step.report_id, Report.id, Step.took.in_(STATES))
    query: Select[*tuple[Any, ...]] = select(Report, Step, Organization).join(
        Organization, Organization.code == Report.code
    )
    query = query.join(Step, Step.id == last).where(*_theirs(wanted))
    if wanted.year:
        query = query.where(Report.year == wanted.year)
    return query.where(_waiting(wanted.state)) if wanted.state else query


def reports(db: Session, wanted: Wanted) -> tuple[Sequence[tuple[Report, Step, Organization]], int]:
    """A page of submitted reports with their last step, oldest first, and how many there are in all."""
    query = _reports(wanted).with_only_columns(Report.id)
    return reports_page(db, wanted), db.scalar(select(func.count()).select_from(query.subquery())) or 0


def reports_page(db: Session, wanted: Wanted) -> Sequence[tuple[Report, Step, Organization]]:
    """The same page, without counting the others."""
    query = _sorted(db, _reports(wanted), wanted).order_by(Step.at, Report.id)
    page = query.limit(wanted.size).offset((wanted.page - 1) * wanted.size)
    return [(row[0], row[1], row[2]) for row in db.execute(page)]


def _sorted(db: Session, query: Select[*tuple[Any, ...]], wanted: Wanted) -> Select[*tuple[Any, ...]]:
    """The riskiest first where that is asked and the register was scored; the score orders, nothing else."""
    run = latest_run(db, "disclosure_faults") if wanted.sort == "risk" else None
    if run is None:
        return query
    scored = and_(RiskScore.run_id == run.id, RiskScore.code == Report.code)
    return query.outerjoin(RiskScore, scored).order_by(RiskScore.place.asc().nulls_last())


def report_counts(db: Session, wanted: Wanted) -> Mapping[str, int]:
    """How many reports stand at each state ("ready" counts those that can be concluded)."""
    counted: dict[str, int] = dict.fromkeys((*map(str, STATES), "ready"), 0)
    query = _reports(wanted).with_only_columns(Step.took, Organization.unit_id.is_(None), func.count())
    for took, alone, count in db.execute(query.group_by(Step.took, Organization.unit_id.is_(None))):
        counted[took] += count
        if took is Took.CONSENTED or (took is Took.SUBMITTED and alone):
            counted["ready"] += count
    return counted


def without_report(wanted: Wanted) -> Select[*tuple[Any, ...]]:
    """Organizations of the queue that have not submitted a report on the year."""
    theirs = (YearFigures.code == Organization.code, YearFigures.year == wanted.year)
    submitted = exists().where(*theirs, YearFigures.received_on.is_not(None))
    return select(Organization).where(*_theirs(wanted), Organization.dissolved_on.is_(None), ~submitted)


def missing(db: Session, wanted: Wanted) -> int:
    """How many have not submitted a report on the year."""
    query = without_report(wanted).with_only_columns(Organization.code)
    return db.scalar(select(func.count()).select_from(query.subquery())) or 0


def silent(db: Session, wanted: Wanted) -> tuple[Sequence[Organization], int]:
    """A page of the organizations that have not submitted a report on the year."""
    return _page(db, without_report(wanted), wanted)


def organizations(db: Session, wanted: Wanted) -> tuple[Sequence[Organization], int]:
    """A page of the organizations one may see, by name, and how many there are."""
    return _page(db, select(Organization).where(*_theirs(wanted)), wanted)


def _page(db: Session, query: Select[*tuple[Any, ...]], wanted: Wanted) -> tuple[Sequence[Organization], int]:
    total = db.scalar(select(func.count()).select_from(query.with_only_columns(Organization.code).subquery()))
    page = query.order_by(Organization.name, Organization.code)
    return db.scalars(page.limit(wanted.size).offset((wanted.page - 1) * wanted.size)).all(), total or 0


def _cases(wanted: Wanted) -> Select[*tuple[Any, ...]]:
    last = _last(CaseMove, CaseMove.case_id, Case.id)
    query = (
        select(Case).join(Organization, Organization.code == Case.code).join(CaseMove, CaseMove.id == last)
    )
    query = query.where(*_theirs(replace(wanted, q="")))
    if wanted.q:
        named = Organization.name.contains(wanted.q, autoescape=True)
        query = query.where(or_(named, Organization.code == wanted.q, Case.number == wanted.q))
    if wanted.state == "open":
        return query.where(~ended())
    return query.where(CaseMove.move == wanted.state) if wanted.state else query


def cases(db: Session, wanted: Wanted) -> tuple[Sequence[Case], int]:
    """A page of cases with their moves, the longest untouched first, and how many there are."""
    query = _cases(wanted).with_only_columns(Case.id)
    return cases_page(db, wanted), db.scalar(select(func.count()).select_from(query.subquery())) or 0


def cases_page(db: Session, wanted: Wanted) -> Sequence[Case]:
    """The same page, without counting the others."""
    query = _cases(wanted).order_by(CaseMove.at, Case.id)
    page = query.limit(wanted.size).offset((wanted.page - 1) * wanted.size)
    return db.scalars(page.options(selectinload(Case.moves), joinedload(Case.organization))).all()


def case_counts(db: Session, wanted: Wanted) -> Mapping[str, int]:
    """How many cases stand at each move."""
    query = _cases(wanted).with_only_columns(CaseMove.move, func.count()).group_by(CaseMove.move)
    return {str(move): count for move, count in db.execute(query)}


def districts(db: Session) -> Sequence[str]:
    """Every district in the register."""
    return db.scalars(select(Organization.district).distinct().order_by(Organization.district)).all()
