"""Complaints as their senders make them: entered once however often they are sent, opened by number and secret."""

from base64 import b32encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from hmac import compare_digest
from itertools import count
from typing import Any

from audits.complaint.kept import File, follows, step_of, words
from audits.refusal import Conflict, NotFound, Unfit
from audits.seal import derived
from compliance.case.asks import MOST_TEXT
from compliance.complaint import TOPICS, Doing
from models.complaint import Complaint, by_number, by_token, was_sent
from models.db import Session
from models.lock import office_alone
from models.organization import find, find_named
from models.registrar import highest

LEAST_TOKEN, MOST_LINE = 20, 200


@dataclass(frozen=True)
class Sent:
    """A complaint as sent: `token` of its form, `about` a code or a name; name and contact may be empty."""

    token: str
    about: str
    topic: str
    text: str
    name: str = ""
    contact: str = ""
    files: Sequence[File] = ()


@dataclass(frozen=True)
class Receipt:
    """With both the complainant comes back; the secret is shown this once."""

    number: str
    secret: str


def receive(db: Session, day: date, sent: Sent) -> Receipt:
    """Enter a complaint. The same form sent again, even at one moment, is answered as before and enters nothing."""
    said, secret = _said(sent), _secret(sent.token)
    about = find(db, said["about"].upper()) or find_named(db, said["about"])
    office = about.registrar_id if about else _office(db)
    office_alone(db, office)
    before = by_token(db, sent.token)
    if before is None:
        complaint = Complaint(number=_number(db, sent.token), token=sent.token, secret=_digest(secret))
        complaint.registrar_id, complaint.topic = office, sent.topic
        complaint.code = about.code if about else None
        complaint.steps.append(step_of(Doing.RECEIVED, day, said, files=sent.files))
        db.add(complaint)
        return Receipt(complaint.number, secret)
    if words(before.steps[0]) != said:
        raise Conflict("这份表单已经提交过，请打开新的表单。", "This form was sent before; open a new one.")
    return Receipt(before.number, secret)


def _said(sent: Sent) -> dict[str, Any]:
    if len(sent.token) < LEAST_TOKEN or len(sent.token) > MOST_LINE:
        raise Unfit("表单已失效，请重新打开。", "The form is not valid any more; open it again.")
    if sent.topic not in TOPICS:
        raise Unfit("请选择投诉举报事项。", "Choose what the complaint is about.")
    said = {key: getattr(sent, key).strip() for key in ("about", "text", "name", "contact")}
    if not said["about"] or not said["text"]:
        raise Unfit("请填写被投诉举报的组织和事实。", "Say which organization it is, and what happened.")
    if len(said["text"]) > MOST_TEXT or any(
        len(said[key]) > MOST_LINE for key in ("about", "name", "contact")
    ):
        raise Unfit(
            f"事实不超过 {MOST_TEXT} 字，其他各栏不超过 {MOST_LINE} 字。",
            f"At most {MOST_TEXT} characters for what happened, {MOST_LINE} for the rest.",
        )
    return said


def _office(db: Session) -> int:
    office = highest(db)
    if office is None:
        raise Conflict("尚未设置登记管理机关。", "There is no registrar yet.")
    return office.id


def _number(db: Session, token: str) -> str:
    """Ten digits that tell neither order nor count."""
    for turn in count():
        digits = int.from_bytes(derived("complaint.number", f"{token} {turn}")[:8]) % 10**10
        if by_number(db, f"{digits:010}") is None:
            return f"{digits:010}"
    raise AssertionError


def _secret(token: str) -> str:
    """Eighty bits as four groups of four signs, the same for the same form."""
    signs = b32encode(derived("complaint.secret", token)[:10]).decode()
    return "-".join(signs[at : at + 4] for at in range(0, 16, 4))


def _digest(secret: str) -> str:
    return sha256("".join(secret.split()).replace("-", "").upper().encode()).hexdigest()


def theirs(db: Session, number: str, secret: str, lock: bool = False) -> Complaint:
    """The complaint of whoever knows number and secret. NotFound, the same whichever of them is wrong."""
    complaint = by_number(db, number, lock)
    kept = complaint.secret if complaint else _digest("nobody")
    if not compare_digest(kept, _digest(secret)) or complaint is None:
        raise NotFound("受理号或者查询码不正确。", "The number or the secret is not right.")
    return complaint


def add(db: Session, day: date, complaint: Complaint, token: str, text: str, files: Sequence[File]) -> None:
    """More from the complainant; the same form again adds nothing."""
    if was_sent(db, token):
        return
    text = text.strip()
    if not text and not files:
        raise Unfit("请填写内容或者选择文件。", "Write something or choose a file.")
    if len(text) > MOST_TEXT or not LEAST_TOKEN <= len(token) <= MOST_LINE:
        raise Unfit(f"内容不超过 {MOST_TEXT} 字。", f"At most {MOST_TEXT} characters.")
    follows(complaint, Doing.ADDED)
    complaint.steps.append(step_of(Doing.ADDED, day, {"text": text}, token=token, files=files))


def withdraw(complaint: Complaint, day: date) -> None:
    """The complainant takes it back; what stands in the file stays."""
    follows(complaint, Doing.WITHDRAWN)
    complaint.steps.append(step_of(Doing.WITHDRAWN, day, {}))
