"""Plans of draws and the lists frozen for them, with objections and answers. Rows never change."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.db import Base, Facts
from models.draw.outcome import Replaced, Result, Typed
from models.registrar import Registrar


class Plan(Base):
    """What will be drawn and how, said before anything can be known. `number` such as 2026-1, without gaps.

    `ratio` {stratum: "0.05"}; `strata` what strata are made of ("kind", "grade", "district"); `exclude` who
    is left out ("drawn_last_year"); `sources` how each source's text begins, empty where only
    `seed_announced` says it.
    """

    __tablename__ = "draw_plan"
    __table_args__ = (UniqueConstraint("number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str]
    name: Mapped[str]
    registrar_id: Mapped[int] = mapped_column(ForeignKey("registrar.id"), index=True)
    basis: Mapped[str]
    registered_by: Mapped[date]
    exclude: Mapped[list[str]]
    strata: Mapped[list[str]]
    ratio: Mapped[Facts]
    inspectors_each: Mapped[int]
    seed_announced: Mapped[str]
    sources: Mapped[list[str]]
    on: Mapped[date]
    at: Mapped[datetime]
    by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))

    registrar: Mapped[Registrar] = relationship(lazy="joined", innerjoin=True)
    snapshots: Mapped[list["Frozen"]] = relationship(order_by="Frozen.id", back_populates="plan")
    result: Mapped[Result | None] = relationship()
    typed: Mapped[list[Typed]] = relationship(order_by=Typed.id)
    replacements: Mapped[list[Replaced]] = relationship(order_by=Replaced.id)


class Frozen(Base):
    """The four lists as frozen, by their hashes, open to objections until a day; the last of a plan holds."""

    __tablename__ = "draw_frozen"
    __table_args__ = (UniqueConstraint("plan_id", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("draw_plan.id"))
    version: Mapped[int]
    population: Mapped[str] = mapped_column(ForeignKey("document.sha256"))
    excluded: Mapped[str] = mapped_column(ForeignKey("document.sha256"))
    inspectors: Mapped[str] = mapped_column(ForeignKey("document.sha256"))
    recusals: Mapped[str] = mapped_column(ForeignKey("document.sha256"))
    counts: Mapped[Facts]  # stratum to size
    on: Mapped[date]
    until: Mapped[date]
    at: Mapped[datetime]
    by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))

    plan: Mapped[Plan] = relationship(back_populates="snapshots")
    objections: Mapped[list["Objection"]] = relationship(order_by="Objection.id", back_populates="frozen")

    @property
    def hashes(self) -> dict[str, str]:
        """SHA-256 by file."""
        names = ("population", "excluded", "inspectors", "recusals")
        return {f"{name}.csv": getattr(self, name) for name in names}


class Objection(Base):
    """What somebody says against the frozen lists."""

    __tablename__ = "draw_objection"

    id: Mapped[int] = mapped_column(primary_key=True)
    frozen_id: Mapped[int] = mapped_column(ForeignKey("draw_frozen.id"), index=True)
    code: Mapped[str | None] = mapped_column(ForeignKey("organization.code"))
    says: Mapped[str]
    on: Mapped[date]
    at: Mapped[datetime]
    by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))

    frozen: Mapped[Frozen] = relationship(back_populates="objections")
    answer: Mapped["Answer | None"] = relationship(back_populates="objection")


class Answer(Base):
    """The answer to an objection: upheld means new lists and a new period. `leave_out` takes its code out."""

    __tablename__ = "draw_answer"

    objection_id: Mapped[int] = mapped_column(ForeignKey("draw_objection.id"), primary_key=True)
    upheld: Mapped[bool]
    leave_out: Mapped[bool]
    reasons: Mapped[str]
    on: Mapped[date]
    at: Mapped[datetime]
    by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))

    objection: Mapped[Objection] = relationship(back_populates="answer")
