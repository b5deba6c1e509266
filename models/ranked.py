"""Pages of an edition as the public turns them. What is counted of a published edition never changes."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, func, select
from sqlalchemy.orm import Session

from models.ranking import Edition, Place
from models.search import find_codes

PLACE = Place.__table__.c
SHOWN = (
    PLACE.code, PLACE.name, PLACE.class_, PLACE.district, PLACE.rank, PLACE.tied, PLACE.best, PLACE.worst,
    PLACE.before, PLACE.score, PLACE.parts,
)  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """What a page of an edition shows: filters and which page of which size. Empty means any.

    `sort` is "score" (best first) or "rank" (class by class).
    """

    kind: str = ""
    class_: str = ""
    district: str = ""
    q: str = ""
    sort: str = "score"
    page: int = 1
    size: int = 50

    def holds(self, class_: str) -> bool:
        """Whether a class is asked for."""
        return self.class_ in ("", class_) and self.kind in ("", class_.partition(".")[0])


@dataclass(frozen=True)
class Shape:
    """How many stand in each (class, district), and how many of each class have so many tens of points."""

    counts: Mapping[tuple[str, str], int]
    steps: Mapping[tuple[str, int], int]

    @cached_property
    def classes(self) -> Mapping[str, int]:
        """How many stand in each class, by its name."""
        found: Counter[str] = Counter()
        for (class_, _district), count in sorted(self.counts.items()):
            found[class_] += count
        return found

    @cached_property
    def districts(self) -> Sequence[str]:
        """The districts of an edition."""
        return sorted({district for _class, district in self.counts})


def shape(db: Session, edition: int) -> Shape:
    """The counts of an edition, as kept with it."""
    counts = db.scalars(select(Edition.counts).where(Edition.id == edition)).one()
    classes = {(class_, district): many for class_, district, many in counts["classes"]}
    return Shape(classes, {(class_, step): many for class_, step, many in counts["steps"]})


def page(db: Session, edition: int, asked: Asked, of: Shape) -> tuple[Sequence[Any], int]:
    """A page, who has no score last, and how many there are in all under these filters.

    Rows: code, name, class_, district, rank, tied, best, worst, before, score, parts. A search by name finds as
    many as a search of the register does.
    """
    codes = find_codes(db, asked.q) if asked.q else None
    given: dict[str, Any] = {
        "edition": edition, "class_": asked.class_, "district": asked.district, "size": asked.size,
        "from": f"{asked.kind}.", "below": f"{asked.kind}/", "start": (asked.page - 1) * asked.size,
    }  # fmt: skip
    choice = bool(asked.class_), bool(asked.kind), bool(asked.district), codes is not None
    if codes is not None:
        given["codes"] = codes
        return db.execute(_page(*choice, asked.sort), given).all(), db.scalar(_count(*choice), given) or 0
    total = sum(
        many
        for (class_, district), many in of.counts.items()
        if asked.holds(class_) and asked.district in ("", district)
    )
    return db.execute(_page(*choice, asked.sort), given).all(), total


@cache
def _page(class_: bool, kind: bool, district: bool, named: bool, sort: str) -> Select[Any]:
    order = (PLACE.class_, PLACE.position) if sort == "rank" else (PLACE.position,)
    these = (
        select(PLACE.position)
        .where(*_rules(class_, kind, district, named))
        .order_by(*order)
        .limit(bindparam("size"))
        .offset(bindparam("start"))
    )  # neither a join with these nor an order along an index: SQLite, without statistics, would begin at that end
    rows = select(*SHOWN).where(PLACE.edition_id == bindparam("edition"), PLACE.position.in_(these))
    return rows.order_by(*((PLACE.class_.concat(""),) if sort == "rank" else ()), PLACE.position)


@cache
def _count(class_: bool, kind: bool, district: bool, named: bool) -> Select[Any]:
    return select(func.count()).select_from(Place).where(*_rules(class_, kind, district, named))


def _rules(class_: bool, kind: bool, district: bool, named: bool) -> list[ColumnElement[bool]]:
    rules: list[ColumnElement[bool]] = [PLACE.edition_id == bindparam("edition")]
    if class_:
        rules.append(PLACE.class_ == bindparam("class_"))
    if kind:  # joined to nothing, so that no index on the class tempts the database to sort a whole kind
        of_kind = PLACE.class_.concat("")
        rules += [of_kind >= bindparam("from"), of_kind < bindparam("below")]
    if district:
        rules.append(PLACE.district == bindparam("district"))
    if named:
        rules.append(PLACE.code.in_(bindparam("codes", expanding=True)))
    return rules


def place(db: Session, edition: int, code: str) -> Any | None:
    """An organization's place in an edition, as a row like those of a page."""
    query = select(*SHOWN).where(PLACE.edition_id == edition, PLACE.code == code)
    return db.execute(query).one_or_none()


def rank_at(db: Session, edition: int, class_: str, score: int) -> int:
    """The place that a score would have in a class."""
    query = select(PLACE.rank).where(
        PLACE.edition_id == edition, PLACE.class_ == class_, PLACE.score <= score
    )
    found: int = db.scalars(query.order_by(PLACE.score.desc()).limit(1)).one()
    return found
