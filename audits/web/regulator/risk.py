"""Risk scores on the desk: shown to officers with reasons and doubt; they agree, or differ and say why."""

from typing import Any

from flask import abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from audits.config import now
from audits.risk.answer import answer
from audits.web.access import me, only
from audits.web.regulator.pages import our_organization, pages
from audits.web.session import database
from compliance.outcome import OUTCOMES
from compliance.sign import BANDS, sign
from models.account import Role
from models.db import Session
from models.risk import RiskAnswer, RiskScore, answers, latest_scores

RISK = "risk"
SEES = frozenset({Role.OFFICER, Role.APPROVER})
"""Inspectors do not see scores: what they find shall not depend on them."""
TONES = {"high": "bad", "raised": "warn"}


def scores(db: Session, code: str) -> list[dict[str, Any]]:
    """An organization's scores for an officer; nobody else sees any."""
    if me().role not in SEES:
        return []
    said = answers(db, code)
    found = {one.run.model.outcome: one for one in latest_scores(db, code)}
    return [_shown(name, found[name], said) for name in OUTCOMES if name in found]


def _shown(name: str, score: RiskScore, said: Any) -> dict[str, Any]:
    return {
        "outcome": name,
        "title": OUTCOMES[name],
        "on": score.run.day,
        "band": BANDS[score.band],
        "tone": TONES.get(score.band, ""),
        "place": score.place,
        "share": _percent(score.probability),
        "low": _percent(score.low),
        "high": _percent(score.high),
        "reasons": [
            {"sign": sign(one["column"]), "value": one["value"], "raises": one["moved"] > 0}
            for one in score.reasons
        ],
        "missing": [sign(column) for column in score.missing],
        "answers": [_answer(one) for one in said if one.run_id == score.run_id],
    }


def _percent(ten_thousandths: int) -> str:
    return f"{ten_thousandths / 100:.1f}%"


def _answer(one: RiskAnswer) -> dict[str, Any]:
    return {"by": one.account.name, "agrees": one.agrees, "reason": one.reason}


@pages.post("/organizations/<code>/risk/<outcome>", endpoint="answer_risk")
@only(Role.OFFICER, Role.APPROVER)
def answer_risk(code: str, outcome: str) -> ResponseReturnValue:
    """Enter that an officer agrees with a score, or differs and why."""
    agrees = {"yes": True, "no": False}.get(request.form.get("agrees", ""))
    with database().write() as db:
        our_organization(db, code)
        if agrees is None or outcome not in OUTCOMES:
            abort(404)
        answer(db, outcome, code, agrees, request.form.get("reason", ""), me(), now())
    return redirect(url_for("desk.organization", code=code, done="answered"), 303)
