"""The log: one JSON object a line, in UTC, with request id, actor and outcome; no bodies, no secrets."""

import time
from uuid import uuid4

import structlog
from flask import Response, g, has_request_context, request

from audits.diary import log


def open_request() -> None:
    """Give the request its id."""
    g.request_id = uuid4().hex
    g.started = time.perf_counter()
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request=g.request_id)


def close_request(response: Response) -> Response:
    """One line for every request that is not a static file, and the id in the answer."""
    response.headers["X-Request-Id"] = g.get("request_id", "")
    if request.endpoint not in {"static", "bootstrap.static", "public.health"}:
        spent = round((time.perf_counter() - g.get("started", time.perf_counter())) * 1000)
        note("request", method=request.method, path=request.path, status=response.status_code, ms=spent)
    return response


def note(event: str, **details: object) -> None:
    """A line of the log; who acts is added here and never by the caller."""
    account = g.get("account") if has_request_context() else None
    log.info(event, actor=account.id if account else None, **details)
