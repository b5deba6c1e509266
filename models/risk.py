"""Risk: model versions, scores run by run, and what officers answered. Rows are only added; nothing is public."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, func, select
from sqlalchemy.orm import Mapped, Session, aliased, mapped_column, relationship

from models.account import Account
from models.db import Base, Facts
from models.event import Event
from models.organization import Organization
from models.registrar import Registrar
from models.report import Report, Step, Took, YearFigures


class RiskModel(Base):
    """A trained model, kept as JSON by its hash. `columns` is the hash of its list of columns."""

    __tablename__ = "risk_model"

    id: Mapped[int] = mapped_column(primary_key=True)
    outcome: Mapped[str]
    day: Mapped[date]
    made_at: Mapped[datetime]
    sha256: Mapped[str] = mapped_column(ForeignKey("document.sha256"))
    columns: Mapped[str]
    family: Mapped[str]
    metrics: Mapped[Facts]


class RiskRun(Base):
    """One scoring of the register by a model on a day, with the drift seen."""

    __tablename__ = "risk_run"

    id: Mapped[int] = mapped_column(primary_key=True)
    model_id: Mapped[int] = mapped_column(ForeignKey("risk_model.id"), index=True)
    day: Mapped[date]
    made_at: Mapped[datetime]
    drift: Mapped[Facts]

    model: Mapped[RiskModel] = relationship()


class RiskScore(Base):
    """An organization in a run. `probability`, `low` and `high` in ten-thousandths; `place` 1 is the riskiest.

    `reasons` are what moved the score most, `missing` the columns nothing is known of.
    """

    __tablename__ = "risk_score"
    __table_args__ = (Index("ix_risk_score_code", "code", "run_id"),)

    run_id: Mapped[int] = mapped_column(ForeignKey("risk_run.id"), primary_key=True)
    code: Mapped[str] = mapped_column(ForeignKey("organization.code"), primary_key=True)
    probability: Mapped[int]
    low: Mapped[int]
    high: Mapped[int]
    place: Mapped[int]
    band: Mapped[str]
    reasons: Mapped[list[Facts]]
    missing: Mapped[list[str]]

    run: Mapped[RiskRun] = relationship()


class RiskAnswer(Base):
    """What an officer says to a score: he agrees, or differs and says why."""

    __tablename__ = "risk_answer"
    __table_args__ = (Index("ix_risk_answer_code", "code", "run_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("risk_run.id"))
    code: Mapped[str] = mapped_column(ForeignKey("organization.code"))
    agrees: Mapped[bool]
    reason: Mapped[str]
    at: Mapped[datetime]
    by: Mapped[int] = mapped_column(ForeignKey("account.id"))

    account: Mapped[Account] = relationship()


def latest_model(db: Session, outcome: str) -> RiskModel | None:
    """The model of an outcome trained last."""
    query = select(RiskModel).where(RiskModel.outcome == outcome).order_by(RiskModel.id.desc())
    return db.scalars(query.limit(1)).first()


def latest_run(db: Session, outcome: str) -> RiskRun | None:
    """The last scoring for an outcome."""
    query = select(RiskRun).join(RiskModel).where(RiskModel.outcome == outcome)
    return db.scalars(query.order_by(RiskRun.id.desc()).limit(1)).first()


def latest_scores(db: Session, code: str) -> Sequence[RiskScore]:
    """An organization's scores in the last run of every outcome."""
    runs = select(func.max(RiskRun.id)).join(RiskModel).group_by(RiskModel.outcome)
    query = select(RiskScore).where(RiskScore.code == code, RiskScore.run_id.in_(runs))
    return db.scalars(query.order_by(RiskScore.run_id)).all()


def answers(db: Session, code: str) -> Sequence[RiskAnswer]:
    """What officers said to an organization's scores, latest first."""
    return db.scalars(select(RiskAnswer).where(RiskAnswer.code == code).order_by(RiskAnswer.id.desc())).all()


def organizations(db: Session) -> Sequence[tuple[Organization, int | None]]:
    """Every living organization with the first year whose report its registrar keeps."""
    query = select(Organization, Registrar.reports_from).join(Registrar)
    found = db.execute(query.where(Organization.dissolved_on.is_(None)).order_by(Organization.code))
    return [(row[0], row[1]) for row in found]


def reports(db: Session) -> Iterator[Mapping[str, Any]]:
    """Every report received, with its figures, its findings and the day of its conclusion."""
    concluded = select(Step.report_id, func.max(Step.on).label("on")).where(Step.took == Took.CONCLUDED)
    ended = concluded.group_by(Step.report_id).subquery()
    query = (
        select(
            YearFigures.code, YearFigures.year, YearFigures.received_on, YearFigures.published_on,
            YearFigures.conclusion, YearFigures.figures, Report.faults, ended.c.on.label("concluded_on"),
        )
        .join(Report, Report.id == YearFigures.report_id)
        .outerjoin(ended, ended.c.report_id == YearFigures.report_id)
        .order_by(YearFigures.code, YearFigures.year)
    )  # fmt: skip
    for row in db.execute(query.execution_options(yield_per=5000)):
        yield dict(row._mapping)


def events(db: Session) -> Iterator[Mapping[str, Any]]:
    """Every entry of the record that stands."""
    later = aliased(Event)
    voided = select(later.voids).where(later.voids.is_not(None))
    query = select(Event.code, Event.on, Event.what, Event.details)
    query = query.where(Event.voids.is_(None), Event.id.not_in(voided)).order_by(
        Event.code, Event.on, Event.id
    )
    for row in db.execute(query.execution_options(yield_per=5000)):
        yield dict(row._mapping)
