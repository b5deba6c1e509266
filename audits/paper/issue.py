"""Printing what was decided: after the decision, as its own step, so that a failed printer undoes nothing."""

from collections.abc import Sequence
from datetime import date

from audits.diary import log
from audits.log.proof import Proof, proof_of
from audits.paper import PaperFault, html, pdfs
from audits.paper import case as of_case
from audits.paper import penalty as of_penalty
from audits.paper import report as of_report
from audits.paper.facts import Context
from models.case import CaseMove, Matter, Move
from models.db import Database, Facts, Session
from models.decision import subject
from models.printed import Unprinted, kept, row_of, unprinted
from models.report import Step, Took

AT_ONCE = 10


def page(db: Session, row: Step | CaseMove, language: str = "zh", proof: Proof | None = None) -> str:
    """The page of a receipt, conclusion, notice or decision; with its place in the decision log, if known."""
    name, context = _paper(db, row, language)
    return html(name, {**context, "log": proof}, language)


def _paper(db: Session, row: Step | CaseMove, language: str) -> tuple[str, Context]:
    if isinstance(row, Step):
        if row.took is Took.SUBMITTED:
            return "receipt", of_report.receipt(db, row, language)
        return "conclusion", of_report.conclusion(db, row, language)
    if not row.case.register:
        name, context = of_penalty.made_of(row)
        return name, context(row, language)
    if row.move is Move.NOTICED:
        return "notice", of_case.notice(row, language)
    name = "removal" if row.case.matter is Matter.REMOVAL else "listing"
    return name, of_case.decision(row, language)


def issue(database: Database, wanted: Sequence[Unprinted]) -> list[bytes]:
    """Print papers and keep each with its step; PaperFault if it could not be done now.

    What the decision log holds of each goes with it as files: the proof, if it is published by now.
    """
    pages, files = [], []
    with database.read() as db:
        for one in wanted:
            row = row_of(db, one)
            proof = proof_of(db, subject(row))
            pages.append(page(db, row, proof=proof))
            files.append(proof.attachments() if proof else {})
    made = pdfs(pages, files)
    with database.write() as db:
        return [kept(db, one, content) for one, content in zip(wanted, made, strict=True)]


def issue_one(database: Database, row: Step | CaseMove) -> bytes:
    """The paper of one step, printed and kept now."""
    return issue(database, [(type(row), row.id)])[0]


def translation(database: Database, row: Step | CaseMove) -> bytes:
    """The English of a paper, made when it is asked for and not kept: the Chinese alone has legal effect."""
    with database.read() as db:
        made = page(db, row_of(db, (type(row), row.id)), "en")
    return pdfs([made])[0]


def print_papers(database: Database, day: date) -> Facts:
    """Print everything that has a number and no paper yet, a few at a time; what fails is tried next time."""
    with database.read() as db:
        wanted = unprinted(db)
    failed = 0
    for start in range(0, len(wanted), AT_ONCE):
        some = wanted[start : start + AT_ONCE]
        try:
            issue(database, some)
        except PaperFault as fault:
            failed += len(some)
            log.warning("paper_failed", why=str(fault), count=len(some))
    return {"printed": len(wanted) - failed, "failed": failed}


def papers_left(db: Session, day: date) -> Facts:
    """How many papers are still to be printed."""
    return {"left": len(unprinted(db))}
