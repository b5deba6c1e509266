"""What states and steps are called on pages, and in which tone they are shown."""

from flask import g

from audits.web.language import gettext as _
from compliance.case import MATTER_NAMES
from models.account import Role
from models.case import Matter, Move
from models.organization import Organization
from models.report import Step, Took


def report_state(state: str) -> str:
    """Where a report stands, in words."""
    words = {
        "empty": _("Not started"),
        "rejected": _("Draft with problems to correct"),
        "needs_explanation": _("Draft waiting for explanations"),
        "draft": _("Draft, ready to be signed"),
        "signed": _("Signed, not yet submitted"),
        "submitted": _("Submitted, waits for the supervising unit"),
        "consented": _("Agreed to by the supervising unit, waits for the registrar"),
        "declined": _("Not agreed to by the supervising unit"),
        "returned": _("Returned for correction"),
        "concluded": _("Concluded"),
        "ready": _("Waiting to be concluded"),
        "missing": _("Not reported"),
    }
    return str(words.get(state, state))


def stands(step: Step, organization: Organization) -> str:
    """Where a submitted report stands; without a supervising unit it is with the registrar at once."""
    alone = step.took is Took.SUBMITTED and organization.unit_id is None
    return report_state("ready" if alone else step.took)


TONES = {
    "concluded": "good",
    "consented": "info",
    "ready": "info",
    "submitted": "info",
    "signed": "info",
    "declined": "bad",
    "returned": "warn",
    "rejected": "bad",
    "needs_explanation": "warn",
}


def step_title(took: Took) -> str:
    """What happened to a report, in words."""
    words = {
        Took.EXPLAINED: _("Explanations given"),
        Took.ATTACHED: _("Audit report attached"),
        Took.SIGNED: _("Signed"),
        Took.SUBMITTED: _("Submitted"),
        Took.CONSENTED: _("The supervising unit agreed"),
        Took.DECLINED: _("The supervising unit did not agree"),
        Took.RETURNED: _("Returned for correction"),
        Took.CONCLUDED: _("Inspection concluded"),
        Took.PUBLISHED: _("Published"),
    }
    return str(words[took])


def move_title(move: Move, matter: Matter | None = None) -> str:
    """A step of a case, in words."""
    own: dict[tuple[Matter | None, Move], object] = {
        (Matter.INTERVIEW, Move.NOTICED): _("Interview called"),
        (Matter.INTERVIEW, Move.HEARD): _("Interview held"),
    }
    words: dict[Move, object] = {
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
    return str(own.get((matter, move), words[move]))


def case_stands(move: Move, matter: Matter | None = None) -> str:
    """What a case waits for after its last step."""
    own: dict[tuple[Matter | None, Move], object] = {
        (Matter.RECTIFICATION, Move.OPENED): _("Waits for a proposal"),
        (Matter.INTERVIEW, Move.OPENED): _("Waits for the interview to be called"),
        (Matter.INTERVIEW, Move.NOTICED): _("Interview called"),
        (Matter.INTERVIEW, Move.HEARD): _("Interview held"),
    }
    words: dict[Move, object] = {
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
    return str(own.get((matter, move), words[move]))


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


def done_text(key: str) -> str:
    """What has just been done, said once on the next page."""
    words = {
        "uploaded": _("The file has been checked. See what was found below."),
        "saved": _("Saved as a new version and checked."),
        "explained": _("The explanations are saved."),
        "attached": _("The audit report is attached."),
        "attached_before": _("This very file is attached already. Nothing was kept twice."),
        "signed": _("Signed. The report can now be submitted."),
        "submitted": _("Received. Please keep the receipt."),
        "consented": _("You have agreed to this report; it is with the registrar now."),
        "declined": _("Your decision is recorded and the organization sees your reasons."),
        "concluded": _("The conclusion is recorded and its paper issued."),
        "returned": _("The report is returned; the organization sees your reasons."),
        "noticed": _("The notice is issued; the statement period runs."),
        "stated": _("Your statement has been received."),
        "proposed": _("The proposal is recorded; another officer decides."),
        "decided": _("The decision is recorded, published and its paper issued."),
        "dismissed": _("The case is dismissed."),
        "applied": _("Your application has been received."),
        "answered": _("Your answer was recorded."),
        "objected": _("Your objection has been received; the office answers it before the lot."),
    }
    if key in words or key not in set(Move):
        return str(words.get(key, ""))
    return str(_("Recorded: %(step)s.", step=move_title(Move(key))))


def role_name(role: Role) -> str:
    """A role, in words."""
    words = {
        Role.ADMINISTRATOR: _("Administrator"),
        Role.OFFICER: _("Officer"),
        Role.APPROVER: _("Approving officer"),
        Role.SUPERVISING_UNIT: _("Supervising unit"),
        Role.INSPECTOR: _("Inspector"),
        Role.PREPARER: _("Preparer of reports"),
        Role.SIGNER: _("Signer of reports"),
    }
    return str(words[role])
