"""Files given out: always as a download, never shown in the page."""

from io import BytesIO

from flask import Response, abort, send_file

from audits.paper import PaperFault
from audits.paper.issue import issue_one, translation
from audits.web.session import database
from models.case import CaseMove
from models.report import Document, Step


def download(of: Step | CaseMove, language: str = "zh") -> Response:
    """The paper of a step; printed now if the printer has not come to it yet, 404 where none belongs to it."""
    english = language == "en"
    content = _translated(of) if english else _content(of)
    name = f"{of.number or of.id}{' (English)' if english else ''}.pdf"
    return send_file(BytesIO(content), "application/pdf", as_attachment=True, download_name=name)


def _translated(of: Step | CaseMove) -> bytes:
    if of.number is None:
        abort(404)
    try:
        return translation(database(), of)
    except PaperFault:
        abort(503)


def _content(of: Step | CaseMove) -> bytes:
    if of.sha256 is not None:
        with database().read() as db:
            document = db.get(Document, of.sha256)
            return document.content if document else abort(404)
    if of.number is None:
        abort(404)
    try:
        return issue_one(database(), of)
    except PaperFault:
        abort(503)
