"""An uploaded PDF looked through for what must not be in it; only ever run inside the limited child."""

from importlib import import_module

from audits.config import Upload


def read_pdf(content: bytes, limits: Upload) -> bytes:
    """Codes of what was found, as JSON: [code, what]. pypdf is loaded here: only the child ever needs it."""
    found: bytes = import_module("audits.pdf.read").read_pdf(content, limits)
    return found
