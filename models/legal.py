"""Which rows are acts with legal effect, and what the log says of each, as the database has it at the moment."""

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Row, case, func, select
from sqlalchemy.orm import Session, aliased

from compliance import facts
from compliance.act import EDITION, LIST_REMOVE, OF_DECISION, OF_MOVE, OF_REPORT, PUBLIC, is_public, of_event
from compliance.case import Matter, Move
from compliance.case.effect import EVENTS
from models.case import Case, CaseMove
from models.db import Base, Facts
from models.entry import AT_ONCE, MOST_ROWS, Note
from models.event import Event
from models.ranking import Edition, Place
from models.report import Report, Step, Took

Found = Row[Any]
SHOWN = ("rule", "severity", "line", "basis")
"""What a public body says of a finding: what was found may be of a person."""
Earlier, EarlierCase, EarlierEdition = aliased(CaseMove), aliased(Case), aliased(Edition)


def _steps() -> Any:
    received = case((Step.took == Took.SUBMITTED, Report.lines), else_=None)
    columns = (Step.id, Step.took, Step.on, Step.at, Step.by, Step.details, Step.number)
    of = (Report.code, Report.year, Report.version, Report.sha256, Report.verdict)
    query = select(*columns, *of, received.label("lines")).join(Report, Report.id == Step.report_id)
    return query.where(Step.took.in_(OF_REPORT))


def _step(row: Found) -> Note:
    said = {name: getattr(row, name) for name in ("code", "year", "version", "verdict")}
    answers = {} if row.lines is None else {"answers": digest(row.lines)}
    body = {**_common(row), **said, "file": row.sha256, **answers}
    if row.took is Took.CONCLUDED:
        body["details"] = _concluded(row.details)
    return _note("step", OF_REPORT[row.took], row, body)


def _concluded(details: Facts) -> Facts:
    """A conclusion as everybody may read it: reasons and figures are in its paper, here they are sealed."""
    findings = [{key: one.get(key, "") for key in SHOWN} for one in details.get("findings", ())]
    return {"conclusion": details.get("conclusion", ""), "findings": findings, "sealed": digest(details)}


def _moves() -> Any:
    columns = (
        CaseMove.id,
        CaseMove.move,
        CaseMove.on,
        CaseMove.at,
        CaseMove.by,
        CaseMove.details,
        CaseMove.number,
    )
    of = (Case.number.label("case"), Case.code, Case.matter, Case.register, Case.ground, Case.facts)
    listed = (Earlier.move == Move.DECIDED, EarlierCase.matter == Matter.LISTING, Earlier.id < CaseMove.id)
    same = (EarlierCase.code == Case.code, EarlierCase.register == Case.register)
    earlier = select(func.max(Earlier.id)).join(EarlierCase, EarlierCase.id == Earlier.case_id)
    before = earlier.where(*listed, *same).correlate(Case, CaseMove).scalar_subquery()
    return select(*columns, *of, before.label("before")).join(Case, Case.id == CaseMove.case_id)


def _move(row: Found) -> Note:
    of = {name: getattr(row, name) for name in ("case", "code", "register", "ground", "facts")}
    body = {**_common(row), **of, "matter": str(row.matter)}
    if not row.register:
        body |= {"facts": _plain(row.facts), "details": {"sealed": digest(row.details)}}
    type_ = OF_DECISION[row.matter] if row.move is Move.DECIDED else OF_MOVE[row.move]
    before = f"case_move/{row.before}" if type_ == LIST_REMOVE and row.before else None
    org = row.code if type_ in PUBLIC or _shown(row) else None
    return Note(type_, row.at, body, org, before, f"case_move/{row.id}")


def _shown(row: Found) -> bool:
    """Whether a decision enters something that is shown to the public."""
    what = EVENTS.get(row.matter) if row.move is Move.DECIDED else None
    return what is not None and is_public(facts.Event(row.on, what, {}))


PLAIN = ("amount", "until", "due", "grounds")


def _plain(filed: Facts) -> Facts:
    """The facts of a case as everybody may read them: what an officer wrote of them is sealed, it may name people."""
    return {name: filed[name] for name in PLAIN if name in filed} | {"sealed": digest(filed)}


def _events() -> Any:
    columns = (Event.id, Event.code, Event.on, Event.what, Event.details, Event.at, Event.by, Event.voids)
    return select(*columns).where(Event.case_id.is_(None))


def _event(row: Found) -> Note:
    fact = facts.Event(row.on, row.what, {key: str(value) for key, value in row.details.items()})
    body = {**_common(row), "code": row.code, "what": row.what}
    before = f"event/{row.voids}" if row.voids else None
    type_ = of_event(row.what)
    return Note(type_, row.at, body, row.code if is_public(fact) else None, before, f"event/{row.id}")


def _editions() -> Any:
    same = (EarlierEdition.year == Edition.year, EarlierEdition.published_at.is_not(None))
    earlier = select(func.max(EarlierEdition.id)).where(*same, EarlierEdition.id < Edition.id)
    before = earlier.correlate(Edition).scalar_subquery().label("before")
    columns = (Edition.id, Edition.year, Edition.day, Edition.method, Edition.published_at, before)
    return select(*columns).where(Edition.published_at.is_not(None))


def _edition(db: Session, row: Found) -> Note:
    places, count = _places(db, row.id)
    said = {"edition": row.id, "year": row.year, "day": row.day.isoformat(), "method": row.method}
    body = {**said, "at": moment(row.published_at), "places": places, "count": count}
    before = f"edition/{row.before}" if row.before else None
    return Note(EDITION, row.published_at, body, None, before, f"edition/{row.id}")


def _places(db: Session, edition: int) -> tuple[str, int]:
    """The hash of an edition's places, a line of CSV each in the order of codes, and their number."""
    line = func.format("%s,%s,%s,%s,%s\n", Place.code, Place.class_, Place.district, Place.rank, Place.score)
    query = select(Place.code, line.label("line")).where(Place.edition_id == edition).order_by(Place.code)
    hashed, count, last, rows = sha256(), 0, "", MOST_ROWS
    while rows == MOST_ROWS:
        block = query.where(Place.code > last).limit(MOST_ROWS).subquery()
        told = select(func.aggregate_strings(block.c.line, ""), func.max(block.c.code), func.count())
        lines, last, rows = db.execute(told.select_from(block)).one()
        hashed.update((lines or "").encode())
        count += rows
    return hashed.hexdigest(), count


def _common(row: Found) -> Facts:
    numbered = {"number": row.number} if getattr(row, "number", None) else {}
    when = {"on": row.on.isoformat(), "at": moment(row.at)}
    return {**when, "by": row.by, "details": dict(row.details), **numbered}


def _note(table: str, type_: str, row: Found, body: Facts, supersedes: str | None = None) -> Note:
    org = row.code if type_ in PUBLIC else None
    return Note(type_, row.at, body, org, supersedes, f"{table}/{row.id}")


def moment(at: datetime) -> str:
    """A moment as bodies write it, to the microsecond."""
    return at.astimezone(UTC).isoformat()


def digest(facts: Facts) -> str:
    """The hash of an object in canonical JSON: of a report's answers, as its receipt states it."""
    answers = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(answers.encode()).hexdigest()


Source = tuple[Any, Callable[[], Any], Callable[[Session, Found], Note]]
SOURCES: Mapping[type[Base], Source] = {
    Step: (Step.id, _steps, lambda _db, row: _step(row)),
    CaseMove: (CaseMove.id, _moves, lambda _db, row: _move(row)),
    Event: (Event.id, _events, lambda _db, row: _event(row)),
    Edition: (Edition.id, _editions, _edition),
}
"""The tables whose rows are acts: key, the rows that have legal effect, what is entered of each."""


def acts(db: Session, table: type[Base], keys: Collection[int] | None = None) -> Iterator[Note]:
    """The acts among the rows of a table, all or those of some keys, in the order of keys."""
    key, rows, said = SOURCES[table]
    wanted = range(1, (db.scalar(select(func.max(key))) or 0) + 1) if keys is None else sorted(keys)
    for start in range(0, len(wanted), AT_ONCE):
        some = key.in_(wanted[start : start + AT_ONCE])
        for row in db.execute(rows().where(some).order_by(key)).all():
            yield said(db, row)
