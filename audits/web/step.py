"""The forms of the steps that are open in a case to whoever looks at it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask import g

from audits.case import blocked
from audits.web.language import gettext as _
from compliance.case import Actor, Matter, Move, move_name
from compliance.case.asks import Ask, asks
from compliance.case.table import following
from compliance.workday import Gazette
from models.account import Account
from models.case import Case

QUIET = (
    Move.DISMISSED,
    Move.STEPPED_BACK,
    Move.HELD,
    Move.RESUMED,
    Move.EXTENDED,
    Move.APPEALED,
    Move.WAIVED,
)
"""Steps that are not the usual next one: offered further down, less loudly."""


@dataclass(frozen=True)
class Form:
    """A step as a form: the move in its address, its words, its fields, and why it cannot be taken now."""

    move: Move
    title: str
    fields: Sequence[Ask]
    help: str
    blocked: str
    made: bool

    @property
    def quiet(self) -> bool:
        """Whether it is offered less loudly."""
        return self.made or self.move in QUIET


def forms(case: Case, by: Account, day: date, gazette: Gazette) -> list[Form]:
    """The steps that the table has next for this side of a case, the usual ones first."""
    theirs = by.code == case.code
    moves = dict.fromkeys(
        step.move for step in following(case.course) if (step.by is Actor.ORGANIZATION) is theirs
    )
    return sorted((_form(case, move, by, day, gazette) for move in moves), key=lambda form: form.quiet)


def _form(case: Case, move: Move, by: Account, day: date, gazette: Gazette) -> Form:
    why = blocked(case, move, by, day, gazette)
    told = why.on(g.language) if why else ""
    return Form(
        move, _title(case.matter, move), asks(case.matter, move), _help(move), told, case.course.has(move)
    )


def _title(matter: Matter, move: Move) -> str:
    """What its button says: the step, or in the organization's words what it does."""
    own = {Move.STATED: _("Send the statement"), Move.PERFORMED: _("Say what was done")}
    said = str(own.get(move, move_name(matter, move).on(g.language)))
    return said[0].upper() + said[1:]


def _help(move: Move) -> str:
    words = {
        Move.NOTICED: _(
            "The notice says facts, grounds, basis and rights; the periods start when it is served."
        ),
        Move.STATED: _(
            "The officer must hear and review it. Making a statement never makes the result worse."
        ),
        Move.WAIVED: _("You give up statement and hearing, and the office may decide at once."),
        Move.HEARING_ASKED: _("The office calls a hearing and tells you the day in time; it costs nothing."),
        Move.HEARD: _("Chaired by somebody who did not investigate."),
        Move.PROPOSED: _(
            "With what was said in the statement and how it was weighed; another officer decides."
        ),
        Move.DECIDED: _("Takes effect and is published at once, with its paper."),
        Move.STEPPED_BACK: _("If you have an interest in the case: you can do nothing more in it."),
        Move.HELD: _("The time to decide stands still until it is resumed."),
    }
    return str(words.get(move, ""))
