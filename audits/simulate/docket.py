"""Cases of the two lists with a legal past, and some that still stand open at every step."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from audits.listing import listing_facts
from audits.numbering import Paper
from audits.simulate.numbers import Numbers
from audits.simulate.office import noon
from compliance.case import Matter, Move
from compliance.facts import Register
from compliance.law.credit_measures import GROUNDS
from compliance.law.credit_periods import NO_DUTY_STAY, STATEMENT
from compliance.listing import Proposal
from compliance.workday import after, last_day_if_known

Row = dict[str, Any]
REASONS = "事实清楚、证据充分，拟列入名录。"
LEAVES = "已履行相关义务或者已满规定期限，拟移出名录。"


@dataclass(frozen=True)
class Whose:
    """Whose case: the organization, its registrar, and who acts."""

    code: str
    name: str
    registrar: int
    officer: int
    approver: int


@dataclass
class Docket:
    """Every case made so far, its moves, and the entries of the record that came of them."""

    numbers: Numbers
    day: date
    cases: list[Row]
    moves: list[tuple[Row, Row]]
    events: list[tuple[Row, Row]]

    def listing(
        self, whose: Whose, ground: str, since: date, of: tuple[str, ...], opened: date, stop: Move
    ) -> date | None:
        """A case for a listing up to a move, or as far as it has come; gives the day of the decision."""
        provision = GROUNDS[ground]
        text = provision.on(since) or provision.texts[0]
        proposal = Proposal(text.value.list, ground, text.cite, since, of)
        case = self._open(whose, Matter.LISTING, ground, listing_facts(proposal, opened), opened)
        basis = case["facts"]["grounds"][0]["basis"]
        noticed = opened + timedelta(4)
        ends = self._notice(case, whose, noticed) if stop is not Move.OPENED and noticed <= self.day else None
        if ends is None or stop is Move.NOTICED or ends + timedelta(3) > self.day:
            return None
        self._move(case, Move.PROPOSED, ends + timedelta(3), whose.officer, reasons=REASONS)
        if stop is Move.PROPOSED or ends + timedelta(10) > self.day:
            return None
        return self._decide(case, whose, ends + timedelta(10), "listed", ground=ground, basis=basis)

    def removal(
        self, whose: Whose, register: Register, grounds: tuple[tuple[str, date], ...], opened: date
    ) -> None:
        """A case for a removal, with its decision if that day has come."""
        if opened > self.day:
            return
        text = NO_DUTY_STAY.on(opened)
        facts = {
            "list": str(register),
            "on": opened.isoformat(),
            "grounds": [
                _ground(ground, since, text.cite.said if text else None) for ground, since in grounds
            ],
        }
        case = self._open(whose, Matter.REMOVAL, "", facts, opened)
        if opened + timedelta(3) <= self.day:
            self._move(case, Move.PROPOSED, opened + timedelta(1), whose.officer, reasons=LEAVES)
            self._decide(case, whose, opened + timedelta(3), "removed")

    def _open(self, whose: Whose, matter: Matter, ground: str, facts: Row, on: date) -> Row:
        case: Row = {
            "number": "",
            "code": whose.code,
            "matter": matter,
            "register": facts["list"],
            "ground": ground,
            "facts": facts,
        }
        self.numbers.wish(whose.registrar, Paper.CASE, on, case)
        self.cases.append(case)
        self._move(case, Move.OPENED, on, None)
        return case

    def _notice(self, case: Row, whose: Whose, on: date) -> date | None:
        text = STATEMENT.on(on)
        ends = last_day_if_known(on, text.value) if text else None
        until = ends.isoformat() if ends else ""
        move = self._move(
            case, Move.NOTICED, on, whose.officer, served_on=on.isoformat(), until=until, to=whose.name
        )
        self.numbers.wish(whose.registrar, Paper.NOTICE, on, move)
        return ends

    def _decide(self, case: Row, whose: Whose, on: date, what: str, **details: str) -> date:
        move = self._move(case, Move.DECIDED, on, whose.approver, reasons="同意。", to=whose.name)
        self.numbers.wish(whose.registrar, Paper.DECISION, on, move)
        entered = {
            "code": whose.code,
            "on": on,
            "what": what,
            "details": {"list": case["register"], **details},
        }
        more = {"at": noon(on, 90), "by": whose.approver, "case_id": None, "voids": None}
        self.events.append((case, {**entered, **more}))
        return on

    def _move(self, case: Row, move: Move, on: date, by: int | None, **details: str) -> Row:
        made: Row = {
            "case_id": 0, "move": move, "on": on, "at": noon(on, 80), "by": by, "details": details,
            "number": None, "sha256": None,
        }  # fmt: skip
        self.moves.append((case, made))
        return made

    def rows(self, ids: dict[str, int]) -> Iterator[tuple[str, Row]]:
        """Moves and events with the ids of their cases."""
        for case, move in self.moves:
            yield "move", {**move, "case_id": ids[case["number"]]}
        for case, event in self.events:
            yield "event", {**event, "case_id": ids[case["number"]]}


def no_duty_over(listed: date) -> date:
    """When the registrar removes an entry that leaves no duty."""
    text = NO_DUTY_STAY.on(listed)
    return after(listed, text.value) if text else listed + timedelta(183)


def _ground(ground: str, since: date, basis: Any) -> Row:
    said = GROUNDS[ground].label
    return {
        "ground": ground, "says": said.zh, "says_en": said.en, "since": since.isoformat(), "of": [],
        "basis": basis.zh if basis else "", "basis_en": basis.en if basis else "",
    }  # fmt: skip
