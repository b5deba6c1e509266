"""Reports as open data: when they came, what published ones say line by line, how they were concluded."""

from datetime import date
from typing import Any

from audits.export.register import CODE
from audits.export.table import Blocks, Field, Sources, Table, Type
from compliance.conclusion import concluded_under
from compliance.facts import Organization, Said
from compliance.form.book import by_id
from compliance.law.annual_deadlines import PUBLICATION_DUE, REPORT_DUE
from compliance.law.inspection_measures import CONCLUDING
from compliance.published import public_lines
from models import open_data
from models.db import Session

YEAR = Field("year", Type.INTEGER, Said("报告所属年度", "The year reported on"))
DUE = "；".join(dict.fromkeys(dated.texts[-1].cite.said.zh for dated in REPORT_DUE.values()))
DUE_EN = "; ".join(dict.fromkeys(dated.texts[-1].cite.said.en for dated in REPORT_DUE.values()))
CONCLUDED = tuple(dated.texts[-1].cite.said for dated in CONCLUDING.values())
PUBLICATION = PUBLICATION_DUE.texts[-1].cite.said
REPORTS = Table(
    "reports",
    Said("年度工作报告报送情况", "Annual reports received"),
    Said(
        "每份已收到的年度工作报告一行；没有行的就是没有报送。",
        "A row for each report received; no row, no report.",
    ),
    (
        CODE,
        YEAR,
        Field("received_on", Type.DATE, Said("收到日期", "Received on")),
        Field(
            "published_on",
            Type.DATE,
            Said("公开日期；未公开的为空", "Published on; empty if it is not"),
            source=PUBLICATION,
        ),
    ),
    ("code", "year"),
    Said(DUE, DUE_EN),
)
LINES = Table(
    "report_lines",
    Said("已公开报告的各行", "Published reports, line by line"),
    Said(
        "依法公开的年度工作报告中可以公开的全部内容；个人信息和只报登记机关的部分不在其中。",
        "All of a published report that may be published; personal data and what goes to the registrar alone stay out.",
    ),
    (
        CODE,
        YEAR,
        Field("line", Type.STRING, Said("行的标识，逐年不变", "The line's id, which never changes")),
        Field(
            "value",
            Type.STRING,
            Said(
                "填报内容；金额单位为元，日期为年-月-日", "The answer; money in yuan, a day as year-month-day"
            ),
        ),
    ),
    ("code", "year", "line"),
    PUBLICATION,
)
CONCLUSIONS = Table(
    "conclusions",
    Said("年度检查结论", "Conclusions of annual inspections"),
    Said("年度检查或者年度报告审查的结论。", "How reports were concluded."),
    (
        CODE,
        YEAR,
        Field("on", Type.DATE, Said("作出日期", "Day of the conclusion")),
        Field("number", Type.STRING, Said("文号", "Number of the document")),
        Field(
            "conclusion",
            Type.STRING,
            Said(
                "结论：qualified 合格，basically_qualified 基本合格，unqualified 不合格",
                "Conclusion: qualified, basically_qualified, unqualified",
            ),
        ),
        Field("basis", Type.STRING, Said("依据", "The articles it rests on (Chinese)")),
    ),
    ("code", "year", "on", "number"),
    Said(
        "；".join(dict.fromkeys(one.zh for one in CONCLUDED)),
        "; ".join(dict.fromkeys(one.en for one in CONCLUDED)),
    ),
)


def reports(db: Session, day: date) -> Blocks:
    """Reports received, by code and year."""
    for rows in open_data.reports(db, day):
        yield REPORTS.frame([(*row[:3], row[3] if row[3] and row[3] <= day else None) for row in rows])


def lines(db: Session, day: date) -> Blocks:
    """The public lines of published reports, in the order of the form."""
    for rows in open_data.published_lines(db, day):
        yield LINES.frame([line for row in rows for line in _lines(row)])


def _lines(row: Any) -> list[tuple[object, ...]]:
    code, year, kind, answers = row
    shown = public_lines(kind, year, answers)
    return [(code, year, line, _text(shown[line])) for line in by_id(kind, year) if _told(shown.get(line))]


def _told(value: object) -> bool:
    return value not in (None, "")


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def conclusions(db: Session, day: date) -> Blocks:
    """Conclusions, by code and year."""
    for rows in open_data.conclusions(db, day):
        yield CONCLUSIONS.frame([_conclusion(row) for row in rows])


def _conclusion(row: Any) -> tuple[object, ...]:
    fact = Organization(row.code, "", row.kind, row.level, row.registered_on, row.charity_since)
    basis = "；".join(cite.said.zh for cite in concluded_under(fact, row.year, row.on))
    return row.code, row.year, row.on, row.number, row.details.get("conclusion"), basis


SOURCES: Sources = ((REPORTS, reports), (LINES, lines), (CONCLUSIONS, conclusions))
