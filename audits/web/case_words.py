"""A case, its steps and where it stands, in words."""

from flask import g

from audits.web.language import gettext as _
from compliance.case import MATTER_NAMES
from models.case import Matter, Move


def interview_stands(matter: Matter | None, move: Move) -> str:
    """What is said of an interview that was called or held; nothing of any other case."""
    words = {Move.NOTICED: _("Interview called"), Move.HEARD: _("Interview held")}
    return str(words.get(move, "")) if matter is Matter.INTERVIEW else ""


def move_title(move: Move, matter: Matter | None = None) -> str:
    """A step of a case, in words."""
    return interview_stands(matter, move) or _title(move)


def _title(move: Move) -> str:
    words = {
        Move.OPENED: _("Opened"),
        Move.NOTICED: _("Notice issued"),
        Move.STATED: _("Statement received"),
        Move.PROPOSED: _("Decision proposed"),
        Move.DECIDED: _("Decided"),
        Move.DISMISSED: _("Dismissed"),
        Move.CLOSED: _("Closed"),
        Move.STEPPED_BACK: _("An officer stepped back"),
        Move.WAIVED: _("Statement waived"),
        Move.HEARING_ASKED: _("Hearing asked for"),
        Move.HEARING_CALLED: _("Hearing called"),
        Move.HEARD: _("Heard"),
        Move.REVIEWED: _("Reviewed in law"),
        Move.DISCUSSED: _("Discussed collectively"),
        Move.EXTENDED: _("Time to decide extended"),
        Move.HELD: _("Clock stopped"),
        Move.RESUMED: _("Clock runs again"),
        Move.SERVED: _("Decision served"),
        Move.PERFORMED: _("Performed"),
        Move.APPEALED: _("Appealed against"),
        Move.APPEAL_ENDED: _("Appeal ended"),
    }
    return str(words[move])


def case_stands(move: Move, matter: Matter | None = None) -> str:
    """What a case waits for after its last step."""
    if matter is Matter.RECTIFICATION and move is Move.OPENED:
        return str(_("Waits for a proposal"))
    return interview_stands(matter, move) or _stands(move)


def _stands(move: Move) -> str:
    words = {
        Move.OPENED: _("Waits for the notice"),
        Move.NOTICED: _("Statement period"),
        Move.STATED: _("Waits for a proposal"),
        Move.PROPOSED: _("Waits for the second officer"),
        Move.DECIDED: _("Decided"),
        Move.DISMISSED: _("Dismissed"),
        Move.CLOSED: _("Closed"),
        Move.STEPPED_BACK: _("An officer stepped back"),
        Move.WAIVED: _("Waits for a proposal"),
        Move.HEARING_ASKED: _("Waits for the hearing to be called"),
        Move.HEARING_CALLED: _("Waits for the hearing"),
        Move.HEARD: _("Waits for a proposal"),
        Move.REVIEWED: _("Reviewed in law, waits to be decided"),
        Move.DISCUSSED: _("Discussed, waits to be decided"),
        Move.EXTENDED: _("Time to decide extended"),
        Move.HELD: _("Clock stopped"),
        Move.RESUMED: _("Clock runs again"),
        Move.SERVED: _("Served"),
        Move.PERFORMED: _("Waits to be verified and closed"),
        Move.APPEALED: _("Under appeal"),
        Move.APPEAL_ENDED: _("Appeal ended"),
    }
    return str(words[move])


CASE_TONES = {
    Move.OPENED: "warn",
    Move.NOTICED: "info",
    Move.STATED: "warn",
    Move.PROPOSED: "warn",
    Move.DECIDED: "good",
    Move.DISMISSED: "",
    Move.CLOSED: "",
    Move.HEARING_ASKED: "warn",
    Move.HEARING_CALLED: "info",
    Move.SERVED: "info",
    Move.APPEALED: "info",
}


def matter_title(matter: Matter, register: str) -> str:
    """What a case is about, in words."""
    words = {
        (Matter.LISTING, "anomaly"): _("Entry on the anomaly list"),
        (Matter.LISTING, "serious"): _("Entry on the serious-dishonesty list"),
        (Matter.REMOVAL, "anomaly"): _("Removal from the anomaly list"),
        (Matter.REMOVAL, "serious"): _("Removal from the serious-dishonesty list"),
    }
    return str(words.get((matter, register), MATTER_NAMES[matter].on(g.language)))
