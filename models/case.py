"""Cases: a proposal of the law on its way through notice, statement, proposal, decision and service."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.db import Base, Facts
from models.organization import Organization


class Matter(StrEnum):
    """What a case is about."""

    LISTING = "listing"
    REMOVAL = "removal"


class Move(StrEnum):
    """One step of a case."""

    OPENED = "opened"
    NOTICED = "noticed"
    STATED = "stated"
    PROPOSED = "proposed"
    DECIDED = "decided"
    DISMISSED = "dismissed"
    CLOSED = "closed"


class Case(Base):
    """One case: its state is what its moves add up to. `register` and `ground` as in contract 4."""

    __tablename__ = "case"
    __table_args__ = (Index("ix_case_code", "code", "matter"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(unique=True)
    code: Mapped[str] = mapped_column(ForeignKey("organization.code"))
    matter: Mapped[Matter]
    register: Mapped[str]
    ground: Mapped[str]
    facts: Mapped[Facts]

    organization: Mapped[Organization] = relationship()
    moves: Mapped[list["CaseMove"]] = relationship(order_by="CaseMove.id", back_populates="case")


class CaseMove(Base):
    """A step taken in a case: by whom, when, on which legal day, and the paper it issued."""

    __tablename__ = "case_move"
    __table_args__ = (Index("ix_case_move_case", "case_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"))
    move: Mapped[Move]
    on: Mapped[date]
    at: Mapped[datetime]
    by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    details: Mapped[Facts]
    number: Mapped[str | None] = mapped_column(unique=True)
    sha256: Mapped[str | None] = mapped_column(ForeignKey("document.sha256"))

    case: Mapped[Case] = relationship(back_populates="moves")
