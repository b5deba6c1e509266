"""Figures of the two lists: stays, read from the decisions in the records."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from compliance import facts
from compliance.facts import Dossier, Register
from compliance.listing import DECISIONS
from compliance.span import Days
from compliance.stay import Stay, entered, left, on_list, stays
from models.event import Event
from models.organization import Organization
from models.statistics.source import EVENT, NAMED, STANDING, WHO

BEFORE = facts.Level.CITY, date.min
"""What the standing on a list does not ask for."""
DECIDED = (
    select(*NAMED, EVENT.on, EVENT.what, EVENT.details)
    .join_from(Event.__table__, Organization.__table__, WHO.code == EVENT.code)
    .where(EVENT.what.in_(DECISIONS), *STANDING)
    .order_by(EVENT.on, EVENT.id)
)


@dataclass(frozen=True)
class Listed:
    """A stay with the row of the organization: code, name, kind, district."""

    row: Any
    stay: Stay


def all_stays(db: Session, registrars: Sequence[int], last: date) -> list[Listed]:
    """Every stay that had begun by a day, in one statement."""
    query = DECIDED.where(WHO.registrar_id.in_(registrars), EVENT.on <= last)
    events, rows = defaultdict(list), {}
    for row in db.execute(query):
        said = {key: str(value) for key, value in row.details.items()}
        events[row.code].append(facts.Event(row.on, row.what, said))
        rows[row.code] = row
    return [
        Listed(row, stay) for code, row in rows.items() for stay in stays(_dossier(row, tuple(events[code])))
    ]


def _dossier(row: Any, events: tuple[facts.Event, ...]) -> Dossier:
    return Dossier(facts.Organization(row.code, row.name, row.kind, *BEFORE), (), events)


def listed(every: Sequence[Listed], days: Days) -> Mapping[str, list[Listed]]:
    """The stays behind each figure of the lists."""
    of = {id(one.stay): one for one in every}
    known = [one.stay for one in every]
    found = {}
    for register in Register:
        for what, some in (
            ("in", entered(known, register, days.first, days.last)),
            ("out", left(known, register, days.first, days.last)),
            ("on", on_list(known, register, days.last)),
        ):
            found[f"{register}.{what}"] = [of[id(stay)] for stay in some]
    return found
