"""Files given out: always as a download, never shown in the page."""

from io import BytesIO

from flask import Response, abort, send_file

from audits.web.session import database
from models.case import CaseMove
from models.report import Document, Step


def download(of: Step | CaseMove) -> Response:
    """The paper of a step; 404 while it has none."""
    if of.sha256 is None:
        abort(404)
    with database().read() as db:
        document = db.get(Document, of.sha256)
        content = document.content if document else abort(404)
    name = f"{of.number or of.id}.pdf"
    return send_file(BytesIO(content), "application/pdf", as_attachment=True, download_name=name)
