"""Papers: what they say, that they are tagged and complete, and that nothing reaches out."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from audits import case as acts
from audits import jobs
from audits.listing import open_proposals
from audits.numbering import Paper, number
from audits.paper import PaperFault, chinese_day, html, pdfs
from audits.paper.issue import issue_one, page, print_papers
from audits.report import add_step
from compliance.facts import Kind
from models.account import Role
from models.case import CaseMove, Matter, Move, cases_of
from models.db import Database, Session
from models.event import Event
from models.organization import Organization
from models.printed import unprinted
from models.report import Document, Report, Step, Took, keep
from tests import make

NOTICED, OVER = date(2025, 7, 2), date(2025, 7, 24)


def concluded(db: Session, organization: Organization, conclusion: str, reasons: str = "") -> Step:
    digest = keep(db, b"content", "application/json")
    report = Report(
        code=organization.code, year=2024, version=1, kind=organization.kind, sha256=digest,
        file_name="年报.xlsx", uploaded_at=make.MOMENT, rules="2024-aaaa", verdict="accepted",
        lines={"basic.code.value": organization.code}, faults=[], corrected=[],
    )  # fmt: skip
    db.add(report)
    db.flush()
    db.refresh(report, ["organization", "steps"])
    signer = make.account(db, Role.SIGNER, organization=organization, name="王芳")
    add_step(report, Took.SIGNED, NOTICED, signer)
    add_step(report, Took.SUBMITTED, NOTICED, signer, number=number(db, Paper.RECEIPT, organization, NOTICED))
    step = add_step(
        report,
        Took.CONCLUDED,
        OVER,
        None,
        number=number(db, Paper.CONCLUSION, organization, OVER),
        conclusion=conclusion,
        reasons=reasons,
        findings=[],
    )
    db.flush()
    return step


def decided(db: Session, name: str = "阳光市养老服务协会") -> tuple[CaseMove, CaseMove]:
    office = make.registrar(db)
    found = make.organization(
        db,
        registrar=office,
        kind=Kind.ASSOCIATION,
        charity_since=None,
        registered_on=date(2024, 1, 5),
        name=name,
    )
    officer, approver = (make.account(db, role, registrar=office) for role in (Role.OFFICER, Role.APPROVER))
    open_proposals(db, date(2025, 7, 1))
    [case] = cases_of(db, found.code)
    notice = acts.take(db, NOTICED, officer, case, Move.NOTICED, {})
    acts.take(db, OVER, officer, case, Move.PROPOSED, {"reasons": "未报送"})
    decision = acts.take(db, OVER, approver, case, Move.DECIDED, {"reasons": "经核查属实"})
    db.flush()
    return notice, decision


def test_a_conclusion_says_result_reasons_articles_and_rights(db: Session) -> None:
    organization = make.organization(db, kind=Kind.SERVICE_INSTITUTION, charity_since=None)
    step = concluded(db, organization, "basically_qualified", "未按章程开展活动")
    said = page(db, step)
    for words in (
        "年度检查结论通知书",
        step.number or "?",
        "基本合格",
        "未按章程开展活动",
        "第二十三条",
        "3个月",
    ):
        assert words in said
    assert "60日" in said and "6个月" in said


def test_a_charitys_report_is_reviewed_and_not_inspected(db: Session) -> None:
    said = page(db, concluded(db, make.organization(db), "qualified"))
    assert "慈善组织年度报告审查结论通知书" in said
    assert "整改要求" not in said


def test_a_receipt_says_number_moment_digest_and_who(db: Session) -> None:
    step = concluded(db, make.organization(db), "qualified")
    submitted = next(one for one in step.report.steps if one.took is Took.SUBMITTED)
    said = page(db, submitted)
    for words in (submitted.number or "?", "Asia/Shanghai", step.report.sha256, "2024-aaaa", "王芳"):
        assert words in said


def test_a_notice_and_a_decision_say_facts_basis_and_rights(db: Session) -> None:
    notice, decision = decided(db)
    said = page(db, notice)
    for words in (
        "拟列入活动异常名录告知书",
        "（2024）",
        "第十一条第（一）项",
        "15个工作日",
        "2025年7月23日",
    ):
        assert words in said
    said = page(db, decision)
    for words in ("列入活动异常名录决定书", notice.number or "?", "经核查属实", "60日", "未提出陈述申辩"):
        assert words in said


def test_papers_are_complete_in_english(db: Session) -> None:
    notice, decision = decided(db, "Sunshine Association")
    for row in (notice, decision):
        said = page(db, row, "en").partition("<body>")[2]
        assert "activity-anomaly list" in said and "The annual work report" in said


def test_markup_in_a_name_stays_text(db: Session) -> None:
    notice, _ = decided(db, "<img src='file:///etc/passwd'>协会")
    said = page(db, notice)
    assert "<img" not in said and "&lt;img" in said


def test_a_page_that_reaches_out_is_printed_without_what_it_wanted() -> None:
    wanted = '<img src="file:///etc/hostname" alt=""><link rel="attachment" href="file:///etc/passwd">'
    [content] = pdfs([f"<html lang='zh'><title>t</title><body>{wanted}<p>正文</p></body></html>"])
    assert "/EmbeddedFiles" not in PdfReader(BytesIO(content)).root_object.get("/Names", {})


def test_a_child_that_fails_makes_no_paper() -> None:
    with pytest.raises(PaperFault):
        pdfs([1])  # type: ignore[list-item]


def test_a_missing_name_in_a_template_is_an_error() -> None:
    with pytest.raises(Exception, match="undefined"):
        html("receipt", {})


def test_a_day_is_written_as_papers_write_it() -> None:
    assert chinese_day(date(2026, 7, 1)) == "2026年7月1日"


def test_the_night_prints_what_has_a_number_once_as_tagged_pdf(database: Database) -> None:
    with database.write() as db:
        decided(db)
    assert print_papers(database, OVER) == {"printed": 2, "failed": 0}
    assert print_papers(database, OVER) == {"printed": 0, "failed": 0}
    with database.read() as db:
        [case] = cases_of(db, make_code(db))
        notice = next(move for move in case.moves if move.move is Move.NOTICED)
        document = db.get_one(Document, notice.sha256)
        read = PdfReader(BytesIO(document.content))
        root = dict(read.root_object)
        assert "/StructTreeRoot" in root and "'/Marked': True" in str(root["/MarkInfo"])
        assert str(root["/Lang"]) == "zh-CN"
        assert read.metadata is not None and "拟列入活动异常名录告知书" in str(read.metadata.title)
        assert "养老服务协会" in read.pages[0].extract_text().replace("\n", "")


def make_code(db: Session) -> str:
    return str(db.query(Organization.code).scalar())


def test_a_paper_asked_for_twice_is_the_same(sqlite_database: Database) -> None:
    with sqlite_database.write() as db:
        notice, _ = decided(db)
    assert issue_one(sqlite_database, notice) == issue_one(sqlite_database, notice)


def test_printing_is_a_job_of_the_night(sqlite_database: Database) -> None:
    with sqlite_database.write() as db:
        decided(db)
    assert jobs.run(sqlite_database, "print-papers", OVER) == {"printed": 2, "failed": 0, "left": 0}
    with sqlite_database.read() as db:
        assert unprinted(db) == []


def test_a_removal_says_what_is_removed_and_from_when(db: Session) -> None:
    office = make.registrar(db)
    found = make.organization(
        db, registrar=office, kind=Kind.ASSOCIATION, charity_since=None, registered_on=date(2024, 1, 5)
    )
    for what, details in (
        ("warning", {}),
        ("listed", {"list": "anomaly", "ground": "anomaly.warned_or_fined"}),
    ):
        db.add(Event(code=found.code, on=date(2024, 1, 10), what=what, details=details, at=make.MOMENT))
        db.flush()
    officer, approver = (make.account(db, role, registrar=office) for role in (Role.OFFICER, Role.APPROVER))
    open_proposals(db, date(2024, 7, 11))
    case = next(case for case in cases_of(db, found.code) if case.matter is Matter.REMOVAL)
    acts.take(db, date(2024, 7, 12), officer, case, Move.PROPOSED, {"reasons": "已满六个月"})
    said = page(db, acts.take(db, date(2024, 7, 12), approver, case, Move.DECIDED, {"reasons": "同意移出"}))
    for words in ("移出活动异常名录决定书", "2024年7月12日", "同意移出", "符合移出活动异常名录的条件"):
        assert words in said
