"""The invariant of the two lists: what the public is shown is what was decided, no more and no less."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from audits.config import zone
from audits.fsck.look import Found, Look
from compliance.case import Matter, Move
from compliance.display import entries, hidden
from compliance.facts import Dossier, Register, Said
from compliance.law.credit_measures import TWO_YEARS_ON_ANOMALY
from compliance.listing import Record, record
from models import fsck
from models.case import Case
from models.listed import ever_listed
from models.record import dossiers

Entry = tuple[Register, str, date]
"""List, ground, and the day of the decision."""
TWO_YEARS = TWO_YEARS_ON_ANOMALY.texts[0].value.name


def lists_are_what_was_decided(look: Look) -> Found:
    """I8: each public list equals the replay of the decisions, made from the moves of the cases alone."""
    day = look.moment.astimezone(zone()).date()
    decided = _replayed(look, day)
    codes = sorted({*decided, *ever_listed(look.db)})
    for code, dossier in dossiers(look.db, codes).items():
        for zh, en in _differences(dossier, day, decided[code]):
            yield f"organization {code}", zh, en


def _differences(dossier: Dossier, day: date, decided: set[Entry]) -> Iterator[Said]:
    try:
        facts = record(dossier, day)
        different = _shown(facts) ^ _to_show(facts, decided)
    except (KeyError, ValueError):
        yield Said("记录无法读取", "its record cannot be read")
        return
    for register, ground, since in sorted(different):
        entry = f"{register} {ground} {since}"
        yield Said(f"名录与决定不符：{entry}", f"on the list otherwise than decided: {entry}")


def _shown(facts: Record) -> set[Entry]:
    """The entries in force as the public list has them."""
    return {(one.list, one.ground, one.since) for one in entries(facts) if one.removed_on is None}


def _to_show(facts: Record, decided: set[Entry]) -> set[Entry]:
    """The decided entries but those repaired since, or displayed long enough."""
    over = hidden(facts)
    return {one for one in decided if one[0] not in over and not _repaired(facts, *one)}


def _repaired(facts: Record, register: Register, ground: str, since: date) -> bool:
    return any(
        event.what == "repaired"
        and event.on >= since
        and event.details["list"] == register
        and event.details.get("ground", ground) == ground
        for event in facts.dossier.events
    )


def _replayed(look: Look, day: date) -> dict[str, set[Entry]]:
    """Who stands where by the decisions of the cases up to a day."""
    found: dict[str, set[Entry]] = defaultdict(set)
    for on, case in _decisions(look, day):
        theirs, register = found[case.code], Register(case.register)
        if case.matter is Matter.REMOVAL:
            _leave(theirs, register)
            continue
        if case.ground == TWO_YEARS:
            _leave(theirs, Register.ANOMALY)
        theirs -= {one for one in theirs if one[:2] == (register, case.ground)}
        theirs.add((register, case.ground, on))
    return found


def _leave(theirs: set[Entry], register: Register) -> None:
    theirs -= {one for one in theirs if one[0] is register}


def _decisions(look: Look, day: date) -> Iterator[tuple[date, Case]]:
    wrong, made = fsck.voided(look.db), []
    for case in fsck.cases(look.db):
        made += [
            (move.on, move.id, case)
            for move in case.moves
            if case.register and move.move is Move.DECIDED and move.on <= day and case.id not in wrong
        ]
    yield from ((on, case) for on, _id, case in sorted(made, key=lambda one: one[:2]))
