"""The steps of officers: a finding is proposed by one and answered with by another."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from audits.complaint.kept import follows, step_of, words
from audits.config import now
from audits.refusal import NotFound, Refused, Unfit
from compliance.case.asks import Unsaid, read
from compliance.complaint import ASKS, ENTERED, FINDINGS, Doing, proposed
from models.account import Account, Role
from models.complaint import Complaint
from models.db import Session
from models.event import Event


def take(
    db: Session, day: date, by: Account, complaint: Complaint, doing: Doing, form: Mapping[str, str]
) -> None:
    """A step of an officer. A finding is answered with by an approver who did not propose it; one that is upheld
    enters the record of the organization, and nothing of the complaint with it.
    """
    if doing not in ASKS:
        raise NotFound("没有这一步骤。", "There is no such step.")
    follows(complaint, doing)
    finding = proposed(complaint.done)
    if doing in (Doing.ANSWERED, Doing.SENT_BACK):
        _second(by, finding.by if finding else None)
    try:
        said = read(ASKS[doing], form)
    except Unsaid as missing:
        raise Unfit(missing.said.zh, missing.said.en) from missing
    if doing is Doing.ANSWERED:
        said = _answer(complaint)
    complaint.steps.append(step_of(doing, day, said, by.id))
    if doing is Doing.ANSWERED and said["finding"] in ENTERED and complaint.code is not None:
        db.add(Event(code=complaint.code, on=day, what="complaint_upheld", details={}, at=now(), by=by.id))


def _answer(complaint: Complaint) -> dict[str, str]:
    last = next(step for step in reversed(complaint.steps) if step.doing is Doing.PROPOSED)
    said = words(last)
    return {"finding": said["finding"], "text": said["text"]}


def _second(by: Account, proposer: int | None) -> None:
    if by.role is not Role.APPROVER:
        raise Refused("须由具有审批权限的另一名人员办理。", "An approver has to do this.")
    if by.id == proposer:
        raise Refused("提出人与审批人不得为同一人。", "Who proposed cannot decide: another officer has to.")


def finding_name(details: Mapping[str, Any], language: str) -> str:
    """The finding of a step in words; empty where it has none."""
    found = FINDINGS.get(str(details.get("finding", "")))
    return found.on(language) if found else ""
