"""What came of a draw: sources as typed, result, who was drawn, who goes, who was replaced."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.db import Base, Facts
from models.organization import Organization


class Typed(Base):
    """The sources as one officer typed them; another has to type the same."""

    __tablename__ = "draw_typed"

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("draw_plan.id"), index=True)
    frozen_id: Mapped[int] = mapped_column(ForeignKey("draw_frozen.id"))
    sources: Mapped[list[str]]
    at: Mapped[datetime]
    by: Mapped[int] = mapped_column(ForeignKey("account.id"))


class Source(Base):
    """A source that has been used: no other draw may use it."""

    __tablename__ = "draw_source"

    text: Mapped[str] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("draw_plan.id"), index=True)


class Result(Base):
    """The one result of a plan. `short` {code: inspectors missing}; the tables are kept as files."""

    __tablename__ = "draw_result"

    plan_id: Mapped[int] = mapped_column(ForeignKey("draw_plan.id"), primary_key=True)
    frozen_id: Mapped[int] = mapped_column(ForeignKey("draw_frozen.id"))
    sources: Mapped[list[str]]
    seed: Mapped[str]
    drawn: Mapped[str] = mapped_column(ForeignKey("document.sha256"))
    assigned: Mapped[str] = mapped_column(ForeignKey("document.sha256"))
    short: Mapped[Facts]
    on: Mapped[date]
    at: Mapped[datetime]
    first_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    second_by: Mapped[int] = mapped_column(ForeignKey("account.id"))


class Selected(Base):
    """One that was drawn, at the result or as a replacement, for questions by organization."""

    __tablename__ = "draw_selected"
    __table_args__ = (Index("ix_draw_selected_code", "code"),)

    plan_id: Mapped[int] = mapped_column(ForeignKey("draw_plan.id"), primary_key=True)
    code: Mapped[str] = mapped_column(ForeignKey("organization.code"), primary_key=True)
    stratum: Mapped[str]
    place: Mapped[int]
    ticket: Mapped[str]

    organization: Mapped[Organization] = relationship()


class Visit(Base):
    """Which inspector goes where."""

    __tablename__ = "draw_visit"
    __table_args__ = (Index("ix_draw_visit_inspector", "inspector", "plan_id"),)

    plan_id: Mapped[int] = mapped_column(ForeignKey("draw_plan.id"), primary_key=True)
    code: Mapped[str] = mapped_column(ForeignKey("organization.code"), primary_key=True)
    inspector: Mapped[str] = mapped_column(primary_key=True)
    place: Mapped[int]

    organization: Mapped[Organization] = relationship()


class Replaced(Base):
    """One that was drawn and cannot be inspected, and who comes instead: the next ticket of the same order."""

    __tablename__ = "draw_replaced"
    __table_args__ = (UniqueConstraint("plan_id", "instead_of"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("draw_plan.id"))
    instead_of: Mapped[str] = mapped_column(ForeignKey("organization.code"))
    reason: Mapped[str]
    code: Mapped[str] = mapped_column(ForeignKey("organization.code"))
    stratum: Mapped[str]
    place: Mapped[int]
    ticket: Mapped[str]
    inspectors: Mapped[list[str]]
    on: Mapped[date]
    at: Mapped[datetime]
    by: Mapped[int] = mapped_column(ForeignKey("account.id"))
