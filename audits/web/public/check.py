"""Try a report without an account: the same check as everywhere, and nothing is stored."""

from io import BytesIO

from flask import g, render_template, request, send_file
from flask.typing import ResponseReturnValue

from audits.check import examine
from audits.config import config, today
from audits.refusal import Unfit
from audits.template import template
from audits.web import asked
from audits.web.access import public
from audits.web.limit import limiter
from audits.web.public.pages import pages
from compliance.facts import KIND_NAMES, Kind, Severity

FIRST_FORM = 2018
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def attempts() -> str:
    """How often one visitor may check."""
    return config().web.check_attempts


@pages.get("/check")
@public
def check_form() -> ResponseReturnValue:
    """The upload form, with its limits and the empty templates."""
    return render_template(
        "public/check.html", limits=config().upload, kinds=KIND_NAMES, year=today().year - 1, verdict=None
    )


@pages.post("/check")
@public
@limiter.limit(attempts)
def check() -> ResponseReturnValue:
    """Everything that is wrong with the file sent."""
    upload = request.files.get("report")
    if upload is None or not upload.filename:
        raise Unfit("请先选择文件。", "Choose a file first.")
    most = max(config().upload.workbook_bytes, config().upload.json_bytes)
    verdict = examine(upload.stream.read(most + 1), upload.filename)
    page = render_template(
        "public/check.html",
        limits=config().upload,
        kinds=KIND_NAMES,
        year=today().year - 1,
        verdict=verdict,
        name=upload.filename,
        groups=[(each, [fault for fault in verdict.faults if fault.severity is each]) for each in Severity],
    )
    return page, 200, {"Cache-Control": "no-store"}


@pages.get("/check/template")
@public
@limiter.limit(attempts)
def empty_template() -> ResponseReturnValue:
    """The empty workbook of a kind and year."""
    kind = asked.kind() or Kind.FOUNDATION.value
    year = asked.whole("year", today().year - 1, FIRST_FORM, today().year)
    content = template(Kind(kind), year, language=g.language)
    name = f"yangguang-{kind}-{year}.xlsx"
    return send_file(BytesIO(content), WORKBOOK, as_attachment=True, download_name=name)
