"""Evidence sent with a complaint: a PDF that holds nothing that acts, or a picture. Never opened on the server."""

from audits.config import Upload
from audits.format import NAMES, kind
from audits.pdf_guard import inspect_pdf
from audits.refusal import Unfit
from audits.upload import safe_name
from compliance.facts import Severity

MOST_FILES = 5
PICTURES = {b"\xff\xd8\xff": ("jpeg", b"\xff\xd9"), b"\x89PNG\r\n\x1a\n": ("png", b"IEND\xaeB`\x82")}
"""How a picture begins, what it is, and what it holds at its end."""


def accepted(content: bytes, name: str, limits: Upload) -> str:
    """What a file is: "pdf", "jpeg" or "png". Unfit says why it cannot be taken."""
    shown = safe_name(name)
    for start, (found, end) in PICTURES.items():
        if content.startswith(start):
            _whole(content, end, shown, limits)
            return found
    if kind(content, name) != "pdf":
        what = NAMES.get(kind(content, name), NAMES["unknown"])
        raise Unfit(
            f"“{shown}”是{what.zh}，不能接收。请上传 PDF、JPG 或 PNG。",
            f"“{shown}” is {what.en} and cannot be taken. Send a PDF, JPG or PNG.",
        )
    stops = [one for one in inspect_pdf(content, limits) if one.severity is Severity.STOP]
    if stops:
        raise Unfit(f"“{shown}”：{stops[0].message.zh}", f"“{shown}”: {stops[0].message.en}")
    return "pdf"


def _whole(content: bytes, end: bytes, shown: str, limits: Upload) -> None:
    if len(content) > limits.pdf_bytes:
        most = limits.pdf_bytes >> 20
        raise Unfit(f"“{shown}”超过 {most} MB。", f"“{shown}” is larger than {most} MB.")
    if end not in content[-4096:]:
        raise Unfit(f"“{shown}”不完整，请重新选择。", f"“{shown}” is incomplete; choose it again.")
