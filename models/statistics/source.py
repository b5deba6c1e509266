"""Where figures come from: rows of one kind, and the condition of each figure that counts them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Date, FromClause, Select, cast, func, literal, null, select

from models.event import Event
from models.organization import Organization

WHO, EVENT = Organization.__table__.c, Event.__table__.c
NAMED = (WHO.code, WHO.name, WHO.kind, WHO.district)
VOIDED = select(EVENT.voids).where(EVENT.voids.is_not(None))
STANDING = EVENT.voids.is_(None), EVENT.id.not_in(VOIDED)
"""Of an entry of a record: it takes nothing back, and nothing takes it back."""
NO_DAY, NO_TEXT, NOTHING = cast(null(), Date), literal(""), null()


@dataclass(frozen=True)
class Source:
    """Rows with what every figure of them has in common, the further condition of each figure, and the columns
    that a case is shown by: code, name, kind, district, then `on`, `what`, `number`, `ref` and `details`. `tie`
    tells cases of one organization and day apart.
    """

    rows: FromClause
    registrar: ColumnElement[Any]
    within: tuple[ColumnElement[bool], ...]
    figures: Mapping[str, ColumnElement[bool]]
    on: Mapping[str, ColumnElement[Any]]
    what: ColumnElement[Any] = NO_TEXT
    number: ColumnElement[Any] = NO_TEXT
    ref: ColumnElement[Any] = NO_TEXT
    details: ColumnElement[Any] = NOTHING
    tie: ColumnElement[Any] = NO_TEXT
    named: tuple[ColumnElement[Any], ...] = NAMED

    def _of(self, registrars: Sequence[int]) -> tuple[ColumnElement[bool], ...]:
        return (self.registrar.in_(registrars), *self.within)

    def counts(self, registrars: Sequence[int]) -> Select[*tuple[Any, ...]]:
        """One row: each figure by its place in `figures`."""
        each = [
            func.count().filter(rule).label(f"n{place}") for place, rule in enumerate(self.figures.values())
        ]
        query: Select[*tuple[Any, ...]] = select(*each)
        return query.select_from(self.rows).where(*self._of(registrars))

    def cases(self, figure: str, registrars: Sequence[int]) -> Select[*tuple[Any, ...]]:
        """The rows that a figure counts."""
        on = self.on.get(figure, self.on.get("", NO_DAY))
        columns = (
            *self.named,
            on.label("on"),
            self.what.label("what"),
            self.number.label("number"),
            self.ref.label("ref"),
            self.details.label("details"),
            self.tie.label("tie"),
        )
        query: Select[*tuple[Any, ...]] = select(*columns).select_from(self.rows)
        return query.where(*self._of(registrars), self.figures[figure])
