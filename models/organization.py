"""The register of organizations: what each is now, and how it came to be so."""

from collections.abc import Collection, Mapping
from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from compliance import facts
from compliance.facts import Kind, Level
from models.db import Base
from models.registrar import Registrar, SupervisingUnit


class Organization(Base):
    """One organization as the register has it today; `Particular` keeps what it was before.

    `rank_order` is the place in the order in which search lists its hits. `original_fund` in fen.
    """

    __tablename__ = "organization"
    __table_args__ = (
        CheckConstraint("length(code) = 18", name="code"),
        Index("ix_organization_browse", "district", "kind", "code"),
    )

    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(index=True)
    kind: Mapped[Kind]
    level: Mapped[Level]
    registrar_id: Mapped[int] = mapped_column(ForeignKey("registrar.id"), index=True)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("supervising_unit.id"), index=True)
    district: Mapped[str]
    registered_on: Mapped[date]
    charity_since: Mapped[date | None]
    fundraising_since: Mapped[date | None]
    dissolved_on: Mapped[date | None]
    original_fund: Mapped[int | None]
    legal_representative: Mapped[str]
    address: Mapped[str]
    email: Mapped[str] = mapped_column(default="")
    simulated: Mapped[bool] = mapped_column(default=False)

    registrar: Mapped[Registrar] = relationship(lazy="joined", innerjoin=True)
    unit: Mapped[SupervisingUnit | None] = relationship(lazy="joined")

    @property
    def fact(self) -> facts.Organization:
        """What the law needs to know of it."""
        return facts.Organization(
            code=self.code,
            name=self.name,
            kind=self.kind,
            level=self.level,
            registered_on=self.registered_on,
            charity_since=self.charity_since,
            fundraising_since=self.fundraising_since,
            supervised=self.unit_id is not None,
            original_fund=self.original_fund,
        )


class Particular(Base):
    """A particular of an organization from a day on (name, address, unit ...): kept when it changes."""

    __tablename__ = "particular"
    __table_args__ = (Index("ix_particular_code", "code", "what", "since"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(ForeignKey("organization.code"))
    what: Mapped[str]
    value: Mapped[str]
    since: Mapped[date]
    entered_at: Mapped[datetime]
    entered_by: Mapped[str]


def find(db: Session, code: str) -> Organization | None:
    """The organization of a code."""
    return db.get(Organization, code)


def find_named(db: Session, name: str) -> Organization | None:
    """The one living organization of a name; None if nobody or more than one has it."""
    query = select(Organization).where(Organization.name == name, Organization.dissolved_on.is_(None))
    found = db.scalars(query.limit(2)).all()
    return found[0] if len(found) == 1 else None


def find_all(db: Session, codes: Collection[str]) -> Mapping[str, Organization]:
    """The organizations of some codes, with their registrars; at most a few hundred codes at once."""
    query = select(Organization).where(Organization.code.in_(codes))
    rows = db.scalars(query.options(joinedload(Organization.registrar))).all()
    return {row.code: row for row in rows}


def names_of(db: Session, codes: Collection[str]) -> Mapping[str, str]:
    """The names of some organizations, by their codes."""
    query = select(Organization.code, Organization.name).where(Organization.code.in_(codes))
    return {row.code: row.name for row in db.execute(query)}


def particulars(db: Session, codes: Collection[str]) -> set[tuple[str, str]]:
    """Of which organizations which particulars have a history."""
    query = select(Particular.code, Particular.what).where(Particular.code.in_(codes)).distinct()
    return {(row[0], row[1]) for row in db.execute(query)}


def is_empty(db: Session) -> bool:
    """Whether the register holds nobody."""
    return db.scalars(select(Organization.code).limit(1)).first() is None


def any_simulated(db: Session) -> bool:
    """Whether the register holds simulated organizations."""
    return db.scalars(select(Organization.code).where(Organization.simulated).limit(1)).first() is not None


def lock(db: Session, code: str) -> None:
    """Hold an organization against other acts on it until this transaction ends."""
    db.execute(select(Organization.code).where(Organization.code == code).with_for_update()).one()
