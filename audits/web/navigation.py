"""What stands in the head of every page: the places open to whoever is looking."""

from dataclasses import dataclass

from flask import current_app, g, request

from audits.web.language import gettext as _
from audits.web.session import database
from models.account import OFFICE, ORGANIZATION, Role
from models.organization import any_simulated


@dataclass(frozen=True)
class Destination:
    """A link of the main navigation."""

    label: str
    address: str
    here: bool


def _places() -> list[tuple[str, str]]:
    role = g.account.role if g.get("account") else None
    if role in ORGANIZATION:
        return [
            (_("My organization"), "/my"),
            (_("Annual report"), "/my/report"),
            (_("Standing and cases"), "/my/standing"),
            (_("Transparency ranking"), "/my/ranking"),
        ]
    if role in OFFICE:
        return _desk(role)
    if role is Role.SUPERVISING_UNIT:
        return [(_("Desk"), "/desk"), (_("Reports to agree to"), "/desk/reports")]
    if role is Role.INSPECTOR:
        return [(_("My visits"), "/desk/visits"), (_("Desk"), "/desk")]
    return []


def _desk(role: Role) -> list[tuple[str, str]]:
    desk = [
        (_("Desk"), "/desk"),
        (_("Reports"), "/desk/reports"),
        (_("Cases"), "/desk/cases"),
        (_("Organizations"), "/desk/organizations"),
        (_("Draws"), "/desk/draws"),
        (_("Transparency ranking"), "/desk/ranking"),
        (_("Figures"), "/desk/statistics"),
    ]
    if role is Role.ADMINISTRATOR:
        return [*desk, (_("Accounts"), "/desk/accounts")]
    return [*desk[:3], (_("Complaints"), "/desk/complaints"), *desk[3:]]


def navigation() -> list[Destination]:
    """The places of the signed-in role, then the public ones."""
    public = [
        (_("Home"), "/"),
        (_("Organizations"), "/organizations"),
        (_("Transparency ranking"), "/ranking"),
        (_("Anomaly list"), "/lists/anomaly"),
        (_("Serious-dishonesty list"), "/lists/serious"),
        (_("Spot checks"), "/draws"),
        (_("Figures"), "/statistics"),
        (_("Law"), "/law"),
    ]
    places = _places() or public
    best = max(
        (address for _label, address in places if request.path.startswith(address)), key=len, default=""
    )
    if best == "/" and request.path != "/":
        best = ""
    return [Destination(label, address, address == best) for label, address in places]


def simulated() -> bool:
    """Whether this office is simulated: then every page says so. Asked of the database once a process."""
    known: dict[str, bool] = current_app.extensions.setdefault("simulated", {})
    if "answer" not in known:
        with database().read() as db:
            known["answer"] = any_simulated(db)
    return known["answer"]
