"""Cases: a proposal of the law on its way through notice, statement, proposal, decision and service."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, ForeignKey, Index, and_, exists, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship, selectinload

from compliance.case import Matter as Matter
from compliance.case import Move as Move
from compliance.case.step import Course, Made
from compliance.case.table import ENDINGS
from models.db import Base, Facts
from models.organization import Organization


class Case(Base):
    """One case: its state is what its moves add up to. `register` and `ground` as in contract 4, empty where a
    case is about no list.
    """

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

    @property
    def course(self) -> Course:
        """The case as the table of steps reads it."""
        moves = [Made(one.move, one.on, one.by, one.details) for one in self.moves]
        return Course(self.matter, moves, self.facts)


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


def cases_of(db: Session, code: str) -> Sequence[Case]:
    """The cases of an organization, latest first, with their moves."""
    query = select(Case).where(Case.code == code).order_by(Case.id.desc())
    return db.scalars(query.options(selectinload(Case.moves))).all()


def case_by_number(db: Session, number: str, lock: bool = False) -> Case | None:
    """A case by its number, with its moves; locked against others who would act on it."""
    query = select(Case).where(Case.number == number).options(selectinload(Case.moves))
    return db.scalars(query.with_for_update(of=Case) if lock else query).one_or_none()


def open_cases(db: Session) -> Sequence[tuple[str, str, str, str]]:
    """Code, matter, list and ground of every case that has not ended."""
    query = select(Case.code, Case.matter, Case.register, Case.ground).where(~ended())
    return [(row[0], str(row[1]), row[2], row[3]) for row in db.execute(query)]


def dismissed_cases(db: Session) -> Sequence[tuple[str, str, Facts]]:
    """Code, ground and facts of every listing that was dismissed: it does not open again for the same facts."""
    ended = exists().where(CaseMove.case_id == Case.id, CaseMove.move == Move.DISMISSED)
    query = select(Case.code, Case.ground, Case.facts).where(Case.matter == Matter.LISTING, ended)
    return [(row[0], row[1], row[2]) for row in db.execute(query)]


def open_case(db: Session, code: str, matter: Matter, register: str, ground: str = "") -> Case | None:
    """The case of an organization about a list, or about an act, that has not ended."""
    about = (Case.matter == matter, Case.register == register, Case.ground == ground)
    query = select(Case).where(Case.code == code, *about, ~ended())
    return db.scalars(query.options(selectinload(Case.moves))).first()


def ended() -> ColumnElement[bool]:
    """Whether a case has a move that ends it, by what it is about."""
    moves = CaseMove.__table__.alias()
    by_matter = (and_(Case.matter == matter, moves.c.move.in_(ends)) for matter, ends in ENDINGS.items())
    return exists().where(moves.c.case_id == Case.id, or_(*by_matter))
