"""Complaints on the desk: the queue, one complaint, its evidence, and taking a step. Officers and approvers only."""

from io import BytesIO
from typing import Any

from flask import Response, abort, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue

from audits.complaint.handling import take
from audits.complaint.kept import content_of, file_name, words
from audits.config import today
from audits.web.access import me, only
from audits.web.complaint_words import deadline, heading, lines, tone
from audits.web.regulator.pages import SIZE, Page, number, page_link, pages
from audits.web.session import database
from compliance.complaint import ASKS, DOING_NAMES, TOPICS, Doing, following
from models.account import Account, Role
from models.complaint import Complaint, by_number, file_of
from models.complaint import complaints as found_in
from models.db import Session
from models.holiday import gazette
from models.organization import find, names_of
from models.registrar import within

READERS = (Role.OFFICER, Role.APPROVER)


def _registrars(db: Session) -> list[int]:
    office = me().registrar_id
    return list(within(db, office)) if office else abort(403)


@pages.get("/complaints", endpoint="complaints")
@only(*READERS)
def queue() -> ResponseReturnValue:
    """Complaints that wait, oldest first, or all of them."""
    every = request.args.get("state") == "all"
    with database().read() as db:
        at = number("page", 1, 100_000, 1)
        rows, total = found_in(db, _registrars(db), not every, at, SIZE)
        names = names_of(db, [one.code for one in rows if one.code])
        known = gazette(db)
        told = [_row(one, names.get(one.code or "", "")) | {"deadline": deadline(one, known)} for one in rows]
    return render_template(
        "regulator/complaints.html", rows=told, every=every, page=Page(at, SIZE, total), page_link=page_link
    )


def _row(one: Complaint, name: str) -> dict[str, Any]:
    return {
        "number": one.number,
        "name": name or words(one.steps[0])["about"],
        "topic": TOPICS[one.topic],
        "stands": heading(one.steps[-1]),
        "tone": tone(one),
        "on": one.steps[0].on,
    }


def _ours(db: Session, number: str, lock: bool = False) -> Complaint:
    found = by_number(db, number, lock)
    return found if found and found.registrar_id in _registrars(db) else abort(404)


@pages.get("/complaints/<number>", endpoint="complaint")
@only(*READERS)
def one_complaint(number: str) -> ResponseReturnValue:
    """One complaint: what was said, by whom, its evidence and its course, and the steps open to this officer."""
    with database().read() as db:
        page = _page(db, _ours(db, number))
    return render_template("regulator/complaint.html", **page), 200, {"Cache-Control": "no-store"}


def _page(db: Session, found: Complaint) -> dict[str, Any]:
    names = {one.by: _name(db, one.by) for one in found.steps}
    open_to_me = [doing for doing in following(found.done) if _may(doing, me())]
    return {
        "complaint": found,
        "organization": find(db, found.code) if found.code else None,
        "topic": TOPICS[found.topic],
        "steps": [(step, heading(step), names[step.by], lines(step, words(step))) for step in found.steps],
        "first": words(found.steps[0]),
        "files": {one.id: file_name(one) for step in found.steps for one in step.files},
        "forms": [(doing, DOING_NAMES[doing], ASKS[doing]) for doing in open_to_me],
        "deadline": deadline(found, gazette(db)),
        "tone": tone(found),
        "stands": heading(found.steps[-1]),
    }


def _may(doing: Doing, who: Account) -> bool:
    return doing in ASKS and (doing not in (Doing.ANSWERED, Doing.SENT_BACK) or who.role is Role.APPROVER)


def _name(db: Session, account_id: int | None) -> str:
    account = db.get(Account, account_id) if account_id is not None else None
    return account.name if account else ""


@pages.post("/complaints/<number>/<doing>", endpoint="complaint_step")
@only(*READERS)
def take_step(number: str, doing: str) -> ResponseReturnValue:
    """Take a step in a complaint."""
    if doing not in set(Doing):
        abort(404)
    with database().write() as db:
        take(db, today(), me(), _ours(db, number, lock=True), Doing(doing), request.form)
    return redirect(url_for(".complaint", number=number), 303)


@pages.get("/complaints/<number>/files/<int:file_id>", endpoint="complaint_file")
@only(*READERS)
def evidence(number: str, file_id: int) -> Response:
    """A piece of evidence, always as a download."""
    with database().read() as db:
        file = file_of(db, _ours(db, number), file_id)
        if file is None:
            abort(404)
        name, content = file_name(file), content_of(file)
    return send_file(BytesIO(content), "application/octet-stream", as_attachment=True, download_name=name)
