"""A public decision by its number: what, of whom, by which article; its entry in the log, and the proof."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from flask import abort, g, jsonify, render_template, send_file
from flask.typing import ResponseReturnValue

from audits.config import today
from audits.log.proof import Proof, pretty, proof_of
from audits.web.access import public
from audits.web.case_words import matter_title
from audits.web.files import download
from audits.web.public.organization import articles
from audits.web.public.pages import pages
from audits.web.session import database
from compliance.case.effect import EVENTS
from compliance.conclusion import concluded_under
from compliance.display import entries, public_events
from compliance.facts import CONCLUSION_NAMES, Conclusion, Event
from compliance.listing import Record, record
from models.case import CaseMove, Matter
from models.db import Session
from models.decision import decision, subject
from models.organization import Organization
from models.record import dossier
from models.report import Step


@dataclass(frozen=True)
class Shown:
    """A decision as its page shows it."""

    title: str
    number: str
    on: date
    organization: Organization
    what: list[str]
    basis: list[str]
    paper: bool


def is_shown(db: Session, row: CaseMove | Step, day: date) -> bool:
    """Whether the public sees a decision on a day: a list's as long as its entry is displayed."""
    if isinstance(row, Step):
        return True
    case, removal = row.case, row.case.matter is Matter.REMOVAL
    facts = record(dossier(db, case.code), day)
    if not case.register:
        return any(event.on == row.on and event.what == EVENTS[case.matter] for event in _shown(facts, day))
    return any(
        entry.list.value == case.register and row.on == (entry.removed_on if removal else entry.since)
        for entry in entries(facts)
    )


def _shown(facts: Record, day: date) -> list[Event]:
    return public_events(facts.dossier.events, day)


def found(db: Session, number: str) -> tuple[CaseMove | Step, Proof | None]:
    """A public decision with its proof; 404 if there is none, or none that may be shown any more."""
    row = decision(db, number)
    if row is None or not is_shown(db, row, today()):
        abort(404)
    return row, proof_of(db, subject(row))


def shown(row: CaseMove | Step) -> Shown:
    """What the page says of a decision."""
    return _conclusion(row) if isinstance(row, Step) else _listing(row)


def _conclusion(row: Step) -> Shown:
    of, cites = row.report, concluded_under(row.report.organization.fact, row.report.year, row.on)
    said = CONCLUSION_NAMES[Conclusion(row.details["conclusion"])].on(g.language)
    title = _title(said, of.year)
    return Shown(title, str(row.number), row.on, of.organization, [said], articles(cites, row.details), False)


def _title(said: str, year: int) -> str:
    return (
        f"Conclusion on the report for {year}: {said}"
        if g.language == "en"
        else f"{year}年度报告结论：{said}"
    )


def _listing(row: CaseMove) -> Shown:
    case, english = row.case, g.language == "en"
    grounds = case.facts.get("grounds", ())
    title = matter_title(case.matter, case.register)
    what = [one["says_en" if english else "says"] for one in grounds]
    basis = [one["basis_en" if english else "basis"] for one in grounds if one["basis"]]
    return Shown(
        title,
        str(row.number),
        row.on,
        case.organization,
        what,
        list(dict.fromkeys(basis)),
        bool(case.register),
    )


@pages.get("/decisions/<number>")
@public
def decision_page(number: str) -> ResponseReturnValue:
    """A decision with its proof."""
    with database().read() as db:
        row, proof = found(db, number)
        told = shown(row)
        return render_template("public/decision.html", decision=told, proof=proof, body=pretty(proof))


@pages.get("/decisions/<number>/entry.json")
@public
def decision_entry(number: str) -> ResponseReturnValue:
    """Entry, body and salt of a decision."""
    with database().read() as db:
        proof = found(db, number)[1]
    if proof is None:
        abort(404)
    return jsonify(proof.as_json())


@pages.get("/decisions/<number>/proof")
@public
def decision_proof(number: str) -> ResponseReturnValue:
    """The proof of inclusion as a file."""
    with database().read() as db:
        proof = found(db, number)[1]
    file: Any = proof.file() if proof else None
    if file is None:
        abort(404)
    name = f"{number}.tlog-proof"
    return send_file(BytesIO(file.encode()), "text/plain", as_attachment=True, download_name=name)


@pages.get("/decisions/<number>/paper.pdf")
@public
def decision_paper(number: str) -> ResponseReturnValue:
    """The paper of a decision on a list; that of a penalty may name people and is served, not published."""
    with database().read() as db:
        row, _ = found(db, number)
    if isinstance(row, Step) or not row.case.register:
        abort(404)
    return download(row)
