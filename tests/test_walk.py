"""The office's main job, once through the pages: a report becomes a decision, and silence becomes a listing."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest
from flask import Flask
from pypdf import PdfReader, PdfWriter

from audits import listing
from audits.prefill import registered
from audits.template import template
from audits.web.app import create_app
from compliance.form.answer import Given
from compliance.form.example import example
from models.account import Account, Role
from models.case import cases_of
from models.db import Database
from models.organization import Organization
from models.record import dossier
from models.report import latest_report
from tests import make
from tests.visitor import Visitor

YEAR = 2025
TODAY = date(2026, 5, 20)


class Clock:
    """The day on which everything happens, moved by the test."""

    def __init__(self) -> None:
        self.day = TODAY

    def now(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 4, tzinfo=UTC)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("audits.config.now", clock.now)
    return clock


@pytest.fixture
def app(database: Database, clock: Clock) -> Iterator[Flask]:
    yield create_app(database)


class Office:
    """One organization, and everyone who has to do with it."""

    def __init__(self, database: Database, app: Flask) -> None:
        with database.write() as db:
            self.organization = make.organization(db, fundraising_since=date(2020, 1, 1))
            whom = {"organization": self.organization}
            office = {"registrar": self.organization.registrar}
            self.preparer = self._in(app, make.account(db, Role.PREPARER, **whom))
            self.signer = self._in(app, make.account(db, Role.SIGNER, **whom))
            self.unit = self._in(app, make.account(db, Role.SUPERVISING_UNIT, unit=self.organization.unit))
            self.officer = self._in(app, make.account(db, Role.OFFICER, **office))
            self.approver = self._in(app, make.account(db, Role.APPROVER, **office))
            self.stranger = self._in(app, make.account(db, Role.PREPARER))
        self.people = {role: Visitor(app).sign_in(account) for role, account in self.accounts.items()}

    accounts: dict[str, Account]

    def _in(self, app: Flask, account: Account) -> str:
        self.accounts = {**getattr(self, "accounts", {}), account.login: account}
        return account.login

    def __getitem__(self, login: str) -> Visitor:
        return self.people[login]


@pytest.fixture
def office(database: Database, app: Flask) -> Office:
    return Office(database, app)


def answers(organization: Organization, **changed: Given) -> dict[str, Given]:
    given = {**example(organization.kind, YEAR), **registered(organization, YEAR)}
    return {**given, **{key.replace("__", "."): value for key, value in changed.items()}}


def workbook(given: Mapping[str, Given], organization: Organization) -> tuple[BytesIO, str]:
    return BytesIO(template(organization.kind, YEAR, prefill=given)), "年报.xlsx"


def audit_report() -> tuple[BytesIO, str]:
    writer, file = PdfWriter(), BytesIO()
    writer.add_blank_page(595, 842)
    writer.write(file)
    return BytesIO(file.getvalue()), "审计报告.pdf"


def test_a_report_becomes_a_decision(database: Database, office: Office) -> None:
    organization, walk = office.organization, f"/my/report/{YEAR}"
    preparer, signer = office[office.preparer], office[office.signer]

    page = preparer.get("/my").get_data(as_text=True)
    assert organization.name in page
    form = preparer.get(f"{walk}/template.xlsx")
    assert form.status_code == 200
    assert form.data[:2] == b"PK"

    wrong = answers(organization, balance__total_assets__closing=1)
    sent = preparer.post(f"{walk}/upload", {"file": workbook(wrong, organization)})
    assert sent.status_code == 303, sent.get_data(as_text=True)
    page = preparer.get(walk).get_data(as_text=True)
    assert "资产负债表" in page
    assert "必须更正" in page
    assert signer.post(f"{walk}/sign", {"true": "yes"}).status_code == 409

    preparer.post(f"{walk}/upload", {"file": workbook(answers(organization), organization)})
    with database.read() as db:
        report = latest_report(db, organization.code, YEAR)
    assert report is not None
    assert (report.version, [f for f in report.faults if f["severity"] == "stop"]) == (2, [])
    for fault in report.faults:
        if fault["severity"] == "explain":
            preparer.post(f"{walk}/explain", {f"{fault['rule']}|{fault['line']}": "上年已经披露。"})
    assert signer.post(f"{walk}/sign", {"true": "yes"}).status_code == 409
    assert preparer.post(f"{walk}/attach", {"file": audit_report()}).status_code == 303

    assert preparer.post(f"{walk}/sign", {"true": "yes"}).status_code == 403
    assert preparer.post(f"{walk}/submit").status_code == 409
    assert signer.post(f"{walk}/sign", {"true": "yes"}).status_code == 303
    assert preparer.post(f"{walk}/submit").status_code == 303
    assert preparer.post(f"{walk}/submit").status_code == 303
    with database.read() as db:
        report = latest_report(db, organization.code, YEAR)
    assert report is not None
    receipts = [step.number for step in report.steps if step.number]
    assert len(receipts) == 1
    assert str(receipts[0]) in preparer.get(walk).get_data(as_text=True)
    assert pdf_text(preparer.get(f"{walk}/receipt.pdf").data)
    refused = preparer.post(f"{walk}/upload", {"file": workbook(wrong, organization)})
    assert refused.status_code == 409

    desk = f"/desk/reports/{report.id}"
    officer, unit = office[office.officer], office[office.unit]
    assert officer.post(f"{desk}/conclude", {"conclusion": "qualified"}).status_code == 409
    assert office[office.stranger].get(desk).status_code == 403
    assert unit.post(f"{desk}/consent").status_code == 303
    assert unit.post(f"{desk}/consent").status_code == 409
    page = officer.get(desk).get_data(as_text=True)
    assert organization.name in page
    no_reasons = officer.post(f"{desk}/conclude", {"conclusion": "unqualified", "reasons": " "})
    assert no_reasons.status_code == 422
    concluded = {"conclusion": "basically_qualified", "reasons": "会议次数不足。"}
    assert officer.post(f"{desk}/conclude", concluded).status_code == 303
    assert officer.post(f"{desk}/conclude", concluded).status_code == 409
    assert "会议次数不足" in pdf_text(preparer.get(f"{walk}/conclusion.pdf").data)
    assert "基本合格" in preparer.get("/my").get_data(as_text=True)
    with database.read() as db:
        known = dossier(db, organization.code).reports
    assert [(it.year, it.conclusion, it.received_on) for it in known] == [
        (YEAR, "basically_qualified", TODAY)
    ]


def pdf_text(content: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def test_silence_becomes_a_listing_and_the_report_ends_it(
    database: Database, office: Office, clock: Clock
) -> None:
    code = office.organization.code
    officer, approver, signer = office[office.officer], office[office.approver], office[office.signer]
    with database.write() as db:
        db.merge(office.organization).registered_on = date(2024, 12, 1)
    clock.day = date(2026, 6, 10)
    with database.write() as db:
        listing.open_proposals(db, clock.day)
    with database.read() as db:
        case = next(case for case in cases_of(db, code) if case.ground == "anomaly.report_missed")
    page = officer.get("/desk/cases").get_data(as_text=True)
    assert case.number in page
    desk = f"/desk/cases/{case.number}"
    assert officer.post(f"{desk}/proposed", {"reasons": "逾期未报。"}).status_code == 409
    assert officer.post(f"{desk}/noticed").status_code == 303
    assert officer.post(f"{desk}/proposed", {"reasons": "逾期未报。"}).status_code == 409
    assert case.number in signer.get("/my").get_data(as_text=True)
    assert office[office.stranger].get(f"/my/cases/{case.number}").status_code == 404

    clock.day += timedelta(days=40)
    assert officer.post(f"{desk}/proposed", {"reasons": "逾期未报，未作申辩。"}).status_code == 303
    assert officer.post(f"{desk}/decided", {"reasons": "同意。"}).status_code == 403
    assert approver.post(f"{desk}/decided", {"reasons": "同意列入。"}).status_code == 303
    assert approver.post(f"{desk}/decided", {"reasons": "同意列入。"}).status_code == 409
    assert "列入" in signer.get("/my/standing").get_data(as_text=True)
    assert signer.post("/my/standing/anomaly/removal").status_code == 409
