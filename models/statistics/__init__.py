"""The figures an office reports upward: counted, and each opened to its cases by the same condition."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from compliance.span import Days
from models.statistics.complaining import complaints
from models.statistics.drawing import Held, drawn, draws, held, visited
from models.statistics.listing import Listed, all_stays, listed
from models.statistics.recorded import assessed, events
from models.statistics.reporting import audited, conclusions, organizations
from models.statistics.source import Source

SOURCES: tuple[Callable[[Days], Source], ...] = (
    organizations,
    conclusions,
    audited,
    assessed,
    events,
    draws,
    drawn,
    visited,
    complaints,
)
"""Where figures are counted in SQL; those of the lists are read from decisions."""


@dataclass(frozen=True)
class Counted:
    """The figures of some days by their keys ("drawn_from": how many the draws were drawn from)."""

    days: Days
    figures: Mapping[str, int]
    draws: Sequence[Held]


def count(db: Session, registrars: Sequence[int], periods: Sequence[Days]) -> list[Counted]:
    """Every figure of some registrars for each of some periods; so many statements whatever the rows."""
    last = max(days.last for days in periods)
    every = all_stays(db, registrars, last)
    return [_count(db, registrars, days, every) for days in periods]


def _count(db: Session, registrars: Sequence[int], days: Days, every: Sequence[Listed]) -> Counted:
    found: dict[str, int] = {}
    for make in SOURCES:
        source = make(days)
        found |= dict(zip(source.figures, db.execute(source.counts(registrars)).one(), strict=True))
    found |= {key: len(some) for key, some in listed(every, days).items()}
    drawing = held(db, registrars, days)
    found["drawn_from"] = sum(one.size for one in drawing)
    return Counted(days, found, drawing)


def cases(
    db: Session, figure: str, registrars: Sequence[int], days: Days, size: int, start: int = 0
) -> tuple[Sequence[Any], int]:
    """A page of the rows behind a figure counted in SQL, and how many there are. KeyError for a list's figure.

    Rows: code, name, kind, district, on, what, number, ref, details.
    """
    source = next((source for source in (make(days) for make in SOURCES) if figure in source.figures), None)
    if source is None:
        raise KeyError(figure)
    found = source.cases(figure, registrars).subquery()
    total = db.scalar(select(func.count()).select_from(found)) or 0
    order = (found.c.on, found.c.name, found.c.code, found.c.number, found.c.tie)
    return db.execute(select(found).order_by(*order).limit(size).offset(start)).all(), total


def stays_behind(db: Session, figure: str, registrars: Sequence[int], days: Days) -> Sequence[Listed]:
    """The stays behind a figure of the lists, oldest first. KeyError for any other figure."""
    return listed(all_stays(db, registrars, days.last), days)[figure]
