"""Complaints without an account: the form, its receipt, and coming back with number and secret."""

from collections.abc import Mapping
from secrets import token_urlsafe
from typing import Any

from flask import g, render_template, request
from flask.typing import ResponseReturnValue

from audits.complaint import Receipt, Sent, add, receive, theirs, withdraw
from audits.complaint.kept import File
from audits.complaint.kept import words as words_of
from audits.config import config, today
from audits.evidence import MOST_FILES, accepted
from audits.refusal import Unfit
from audits.upload import safe_name
from audits.web import asked
from audits.web.access import public
from audits.web.complaint_words import deadline, heading
from audits.web.limit import limiter
from audits.web.public.pages import pages
from audits.web.session import database
from compliance.complaint import TOLD, TOPICS, Doing, following
from compliance.law.petition_regulations import ANSWER, TAKE_UP
from models.complaint import Complaint
from models.db import Session
from models.holiday import gazette
from models.organization import find

FIELDS = ("about", "topic", "text", "name", "contact")
UNKEPT = {"Cache-Control": "no-store"}


def attempts() -> str:
    """How often one visitor may send or come back."""
    return config().web.complaint_attempts


@pages.get("/complaints/new")
@public
def new_complaint() -> ResponseReturnValue:
    """The form, for an organization of the register or any other."""
    code = asked.text("code")
    with database().read() as db:
        organization = find(db, code) if code else None
    return _form({"about": organization.name if organization else ""})


@pages.post("/complaints/new")
@public
@limiter.limit(attempts)
def send_complaint() -> ResponseReturnValue:
    """Enter a complaint and show the receipt; what cannot be taken is said beside what was written."""
    said = {key: request.form.get(key, "") for key in FIELDS}
    try:
        sent = Sent(request.form.get("token", ""), **said, files=_files())
        with database().write() as db:
            receipt = receive(db, today(), sent)
    except Unfit as wrong:
        return _form(said, wrong.said.on(g.language), 422)
    return _receipt(receipt)


def _form(given: Mapping[str, str], fault: str = "", status: int = 200) -> ResponseReturnValue:
    said = dict.fromkeys(FIELDS, "") | dict(given) | {"token": token_urlsafe(24)}
    days = [text.value.count for text in (TAKE_UP.on(today()), ANSWER.on(today())) if text]
    page = render_template(
        "public/complaint_form.html", said=said, fault=fault, topics=TOPICS, most=MOST_FILES, days=days
    )
    return page, status, UNKEPT


def _receipt(receipt: Receipt) -> ResponseReturnValue:
    return render_template("public/complaint_receipt.html", receipt=receipt), 200, UNKEPT


def _files() -> list[File]:
    """The evidence of this request. Unfit names the file that cannot be taken."""
    sent = [one for one in request.files.getlist("files") if one.filename]
    if len(sent) > MOST_FILES:
        raise Unfit(f"一次最多上传 {MOST_FILES} 个文件。", f"At most {MOST_FILES} files at once.")
    limits, found = config().upload, []
    for one in sent:
        content, name = one.stream.read(limits.pdf_bytes + 1), one.filename or ""
        found.append((safe_name(name), accepted(content, name, limits), content))
    return found


@pages.get("/complaints")
@public
def complaints() -> ResponseReturnValue:
    """Where to send one and where to ask after one."""
    return render_template("public/complaint_asked.html", number=""), 200, UNKEPT


@pages.get("/complaints/<number>")
@public
def complaint(number: str) -> ResponseReturnValue:
    """Asks for the secret; says the same for every number."""
    return render_template("public/complaint_asked.html", number=number[:20]), 200, UNKEPT


@pages.post("/complaints")
@pages.post("/complaints/<number>")
@public
@limiter.limit(attempts)
def my_complaint(number: str = "") -> ResponseReturnValue:
    """The complaint of whoever knows its secret; more for it, or its withdrawal, first."""
    form, number = request.form, number or request.form.get("number", "").strip()
    doing = form.get("doing", "")
    secret = form.get("secret", "")
    if doing:
        _enter(number, secret, doing)
    with database().read() as db:
        page = _told(db, theirs(db, number, secret))
    return render_template("public/complaint.html", secret=secret, sent=doing, **page), 200, UNKEPT


def _enter(number: str, secret: str, doing: str) -> None:
    form, files = request.form, _files()
    with database().write() as db:
        mine = theirs(db, number, secret, lock=True)
        if doing == Doing.ADDED:
            add(db, today(), mine, form.get("token", ""), form.get("text", ""), files)
        elif doing == Doing.WITHDRAWN:
            withdraw(mine, today())


def _told(db: Session, mine: Complaint) -> dict[str, Any]:
    """The complaint as its sender reads it: no name of an officer, no step of the investigation."""
    steps = [(step, heading(step), words_of(step)) for step in mine.steps if step.doing in TOLD]
    return {
        "complaint": mine,
        "topic": TOPICS[mine.topic],
        "steps": steps,
        "open": following(mine.done),
        "deadline": deadline(mine, gazette(db)),
        "token": token_urlsafe(24),
        "most": MOST_FILES,
    }
