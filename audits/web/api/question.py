"""Two questions that store nothing: what is wrong with a report, what the law makes of a dossier."""

from flask import request
from flask.typing import ResponseReturnValue

from audits.check import examine
from audits.config import config, today
from audits.refusal import Refusal, Unfit
from audits.strict_json import parse_json
from audits.web import asked
from audits.web.access import public
from audits.web.api.pages import pages
from audits.web.limit import limiter
from audits.web.public.check import attempts
from audits.workbook.flaw import Unfit as Flaw
from compliance import dossier
from compliance.facts import Dossier
from compliance.judge import judge
from compliance.workday import CalendarUnknown

JSON = "application/json"
RAW = {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "report.xlsx",
    "application/octet-stream": "report.xlsx",
    JSON: "report.json",
}
"""Media types of a body that is the file itself, and the name it is read under."""


class TooLarge(Refusal):
    """More bytes than are read."""

    status = 413


class Unsupported(Refusal):
    """A kind of content that is not read here."""

    status = 415


def _sent() -> tuple[bytes, str]:
    most = max(config().upload.workbook_bytes, config().upload.json_bytes)
    if request.mimetype == "multipart/form-data":
        upload = next(iter(request.files.values()), None)
        if upload is None:
            raise Unfit("缺少文件。", "There is no file in the form.")
        return _within(upload.stream.read(most + 1), most), upload.filename or "report.xlsx"
    if request.mimetype not in RAW:
        raise Unsupported("请发送 .xlsx 工作簿或 JSON。", "Send an .xlsx workbook or a JSON document.")
    content = _within(request.stream.read(most + 1), most)
    if not content:
        raise Unfit("没有内容。", "The body is empty.")
    return content, RAW[request.mimetype]


def _within(content: bytes, most: int) -> bytes:
    if len(content) > most:
        raise TooLarge(f"文件超过 {most} 字节。", f"The file is larger than {most} bytes.")
    return content


@pages.post("/check")
@public
@limiter.limit(attempts)
def check() -> ResponseReturnValue:
    """What is wrong with a report (contract 3); rejected is an answer like any other."""
    content, name = _sent()
    return examine(content, name).as_json()


@pages.post("/judge")
@public
@limiter.limit(attempts)
def judge_dossier() -> ResponseReturnValue:
    """What the law makes of a dossier (contract 4) on a day, today unless `on` is given."""
    if request.mimetype != JSON:
        raise Unsupported("请发送 JSON。", "Send a JSON document.")
    most = config().upload.json_bytes
    try:
        document = parse_json(_within(request.stream.read(most + 1), most))
    except Flaw as flaw:
        said = flaw.faults[0].message
        raise Unfit(said.zh, said.en) from flaw
    found = dossier.read(document)
    if not isinstance(found, Dossier):
        raise Unfit(*("\n".join(dossier.said(found, language)) for language in ("zh", "en")))
    try:
        return judge(found, asked.day("on", today())).as_json()
    except CalendarUnknown as unknown:
        raise Unfit(unknown.said.zh, unknown.said.en) from unknown
