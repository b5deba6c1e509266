"""A report on its way, as tests of the acts need it: an organization, its people, a file that is right."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from typing import Any

import orjson
from pypdf import PdfWriter

from audits import inspection, report, signing
from audits.prefill import registered
from compliance.form.answer import Given
from compliance.form.document import to_json
from compliance.form.example import example
from models.account import Account, Role
from models.db import Session
from models.organization import Organization
from models.report import Report, latest_report
from tests import make

YEAR = 2025
DAY = date(2026, 4, 20)


def content(organization: Organization, changes: Mapping[str, Given] | None = None) -> bytes:
    """A report without faults that stop, as the `.json` form, with some answers changed."""
    given = {**example(organization.kind, YEAR), **registered(organization, YEAR), **(changes or {})}
    return orjson.dumps(to_json(organization.kind, YEAR, given) | {"code": organization.code})


def audit_report() -> bytes:
    """A PDF of one page."""
    writer, file = PdfWriter(), BytesIO()
    writer.add_blank_page(595, 842)
    writer.write(file)
    return file.getvalue()


class People:
    """An organization with a preparer and a signer, its unit's account, an officer and an approver."""

    def __init__(self, db: Session, **given: Any) -> None:
        self.organization = make.organization(db, **given)
        whom, office = {"organization": self.organization}, {"registrar": self.organization.registrar}
        self.preparer: Account = make.account(db, Role.PREPARER, **whom)
        self.signer: Account = make.account(db, Role.SIGNER, **whom)
        self.unit: Account = make.account(db, Role.SUPERVISING_UNIT, unit=self.organization.unit)
        self.officer: Account = make.account(db, Role.OFFICER, **office)
        self.approver: Account = make.account(db, Role.APPROVER, **office)


def drafted(db: Session, people: People) -> Report:
    """A report taken in, explained, with its audit report."""
    found, _ = report.receive(
        db, DAY, people.preparer, people.organization, YEAR, content(people.organization), "年报.json"
    )
    assert found is not None
    said = {(fault["rule"], fault["line"]): "已经说明。" for fault in found.faults}
    report.explain(db, DAY, people.preparer, found, said)
    report.attach(db, DAY, people.preparer, found, audit_report(), "审计报告.pdf")
    db.flush()
    return found


def submitted(db: Session, people: People) -> Report:
    """A report signed by the other person and submitted."""
    found = drafted(db, people)
    signing.sign(db, DAY, people.signer, people.organization, YEAR)
    signing.submit(db, DAY, people.preparer, people.organization, YEAR)
    db.flush()
    return found


def consented(db: Session, people: People) -> Report:
    """A report that the supervising unit has agreed to."""
    found = submitted(db, people)
    inspection.consent(db, DAY, people.unit, found)
    db.flush()
    return found


def latest(db: Session, people: People) -> Report:
    """The latest version."""
    found = latest_report(db, people.organization.code, YEAR)
    assert found is not None
    return found
