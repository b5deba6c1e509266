"""Organizations side by side: what their pages and their places say, each in a column."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from audits.web.public.money import Season, largest, trend
from audits.web.public.place import rests_on
from audits.web.public.ranking import class_name, published
from audits.web.public.status import Status, history
from compliance.facts import KIND_NAMES, Dossier, Said
from compliance.opened import Opened, opened
from models.db import Session
from models.ranked import place
from models.record import identified

MOST = 4
YEARS = 5


@dataclass(frozen=True)
class Column:
    """One organization. `place` as in the edition, None where it has none; `money` and `punctual` by year."""

    organization: Any
    place: Any | None
    items: Mapping[str, Opened]
    money: Mapping[int, Season]
    punctual: Sequence[Status]

    @property
    def kind(self) -> Said:
        """The kind in words."""
        return KIND_NAMES[self.organization.kind]

    @property
    def class_name(self) -> str:
        """The class in words; empty without a place."""
        return class_name(self.place.class_) if self.place else ""


@dataclass(frozen=True)
class Chosen:
    """What an address names: organizations to compare, and codes that cannot be."""

    found: Sequence[tuple[Any, Dossier]]
    repeated: Sequence[Any]
    unknown: Sequence[str]
    beyond: Sequence[Any]

    @property
    def codes(self) -> list[str]:
        """The codes that are compared."""
        return [row.code for row, _dossier in self.found]


def choose(db: Session, codes: Sequence[str]) -> Chosen:
    """The first four organizations of some codes, each once, in the order asked."""
    once = list(dict.fromkeys(codes))
    known = {row.code: (row, dossier) for row, dossier in identified(db, once)}
    told = [known[code] for code in once if code in known]
    twice = dict.fromkeys(code for code in codes if codes.count(code) > 1 and code in known)
    unknown = [code for code in once if code not in known]
    return Chosen(
        told[:MOST], [known[code][0] for code in twice], unknown, [row for row, _dossier in told[MOST:]]
    )


def compared(db: Session, found: Sequence[tuple[Any, Dossier]], day: date) -> tuple[Any, list[Column]]:
    """The current edition (None if there is none) and a column for each organization."""
    edition, _every = published(db)
    shown = {row.code: _published(dossier) for row, dossier in found}
    most = largest([pair for some in shown.values() for pair in some])
    return edition, [
        Column(
            row,
            held := place(db, edition.id, row.code) if edition else None,
            _items(db, edition, held),
            {one.year: one for one in trend(shown[row.code], most)},
            history(dossier, day, YEARS),
        )
        for row, dossier in found
    ]


def _published(dossier: Dossier) -> list[tuple[int, Mapping[str, int]]]:
    return [(one.year, one.figures) for one in dossier.reports if one.published_on][-YEARS:]


def _items(db: Session, edition: Any, held: Any | None) -> Mapping[str, Opened]:
    if held is None:
        return {}
    return {one.name: one for one in opened(*rests_on(db, edition.id, held.code), edition.day)}
