"""Registrars (登记管理机关) with level and parent, and the supervising units (业务主管单位) they work with."""

from collections.abc import Sequence

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from compliance.facts import Level
from models.db import Base


class Registrar(Base):
    """An office organizations are registered with. `number_prefix` begins its document numbers (文号).

    `reports_from` is the first year whose reports it keeps: what lies before is held against nobody.
    """

    __tablename__ = "registrar"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    name_en: Mapped[str]
    level: Mapped[Level]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("registrar.id"), index=True)
    number_prefix: Mapped[str] = mapped_column(default="民社", unique=True)
    reports_from: Mapped[int]


class SupervisingUnit(Base):
    """A department that must agree to an organization's annual report before the registrar sees it."""

    __tablename__ = "supervising_unit"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    name_en: Mapped[str] = mapped_column(default="")


def within(db: Session, registrar_id: int) -> Sequence[int]:
    """The ids of a registrar and of all below it: what an officer of his may see."""
    tree = select(Registrar.id).where(Registrar.id == registrar_id).cte("tree", recursive=True)
    tree = tree.union_all(select(Registrar.id).where(Registrar.parent_id == tree.c.id))
    return db.scalars(select(tree.c.id)).all()


def highest(db: Session) -> Registrar | None:
    """The registrar that has no parent: the office of this installation. The first, if there are several."""
    return db.scalars(select(Registrar).where(Registrar.parent_id.is_(None)).order_by(Registrar.id)).first()


def unit_named(db: Session, name: str) -> SupervisingUnit | None:
    """The supervising unit of a name."""
    return db.scalars(select(SupervisingUnit).where(SupervisingUnit.name == name)).one_or_none()


def registrars(db: Session) -> Sequence[Registrar]:
    """Every registrar."""
    return db.scalars(select(Registrar).order_by(Registrar.id)).all()
