"""What states and steps are called on pages, and in which tone they are shown."""

from audits.web.case_words import move_title
from audits.web.language import gettext as _
from models.account import Role
from models.case import Move
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
