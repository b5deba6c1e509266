"""One shape for every error: a page for people, application/problem+json for machines."""

from http import HTTPStatus

from flask import Flask, g, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException, SecurityError

from audits.diary import log
from audits.refusal import Refusal
from audits.web.journal import note
from audits.web.language import gettext as _


def _advice(status: int) -> tuple[str, str]:
    texts = {
        400: (_("The page has expired"), _("Please go back, reload the page and send the form again.")),
        401: (_("Please sign in"), _("Your session has ended. Sign in and send the form again.")),
        403: (_("This is not open to your account"), _("Sign in with the account that does this work.")),
        404: (_("Not found"), _("There is nothing at this address, or it is not yours to see.")),
        405: (_("That cannot be done here"), _("Go back and use the buttons on the page.")),
        409: (_("Not possible now"), _("Reload the page to see what has happened in the meantime.")),
        410: (
            _("No longer shown"),
            _("This file holds what may not be shown any more; a new one comes at night."),
        ),
        413: (_("The file is too large"), _("The limits are shown beside the upload button.")),
        415: (_("This kind of content is not accepted"), _("Send a workbook (.xlsx) or a JSON document.")),
        422: (_("Something must be corrected"), _("See the message and try again.")),
        429: (_("Too many attempts"), _("Please wait a few minutes and try again.")),
        503: (_("Not available for the moment"), _("Please try again in a minute.")),
    }
    return texts.get(
        status, (_("Something went wrong on our side"), _("It has been noted. Please try again."))
    )


Answered = tuple[str | dict[str, object], int, dict[str, str]]


def answer(status: int, detail: str | None = None) -> Answered:
    """The error page, or the problem document under /api/."""
    title, advice = _advice(status)
    reference = g.get("request_id", "")
    headers = {"Retry-After": "60"} if status in {429, 503} else {}
    if request.path.startswith("/api/"):
        problem: dict[str, object] = {"type": "about:blank", "title": HTTPStatus(status).phrase}
        problem |= {"status": status, "detail": detail or f"{title}. {advice}", "instance": reference}
        return problem, status, {"Content-Type": "application/problem+json", **headers}
    page = render_template(
        "error.html", status=status, title=title, advice=advice, detail=detail, reference=reference
    )
    return page, status, headers


def _http(error: HTTPException) -> ResponseReturnValue:
    if isinstance(error, SecurityError):  # a forged host: there is no address to build a page with
        return "400 Bad Request\n", 400, {"Content-Type": "text/plain"}
    return error.response if error.response is not None else answer(error.code or 500)


def _refusal(error: Refusal) -> ResponseReturnValue:
    note("refused", status=error.status, why=error.said.en)
    return answer(error.status, error.said.on(g.language))


def _fault(error: Exception) -> ResponseReturnValue:
    log.exception("fault", path=request.path)
    return answer(500)


def install(app: Flask) -> None:
    """Every error ends here."""
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Refusal, _refusal)
    app.register_error_handler(Exception, _fault)
