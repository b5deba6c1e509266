"""What every answer carries, and what every form must come with."""

from urllib.parse import urlsplit

from flask import Response, abort, g, request

from audits.web.journal import note

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def same_origin() -> None:
    """Refuse a form that another site sent (OWASP: verifying origin). The API reads no cookie and is free."""
    if request.method in SAFE or request.path.startswith("/api/"):
        return
    origin = request.headers.get("Origin") or request.headers.get("Referer", "")
    if urlsplit(origin).netloc != request.host:
        note("malicious_csrf", origin=origin[:200])
        abort(400, "origin")


def headers(response: Response) -> Response:
    """The security headers; what a signed-in person sees is never stored on the way.

    A view may have set one otherwise: a badge is made to stand on other sites.
    """
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if g.get("account") is not None or request.path.startswith(("/my", "/desk", "/account")):
        response.headers["Cache-Control"] = "no-store"
    return response
