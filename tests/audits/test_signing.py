"""Signature and submission: another person signs, a receipt is given once, whoever presses and how often."""

from datetime import date
from threading import Barrier, Thread

import pytest

from audits import report as acts
from audits import signing
from audits.refusal import Conflict, Refused
from compliance.facts import Kind
from models.account import Account
from models.db import Database, Session
from models.organization import find
from models.record import dossier
from models.report import Took, latest_report
from tests.reporting import DAY, YEAR, People, content, drafted, latest, submitted


@pytest.fixture
def people(db: Session) -> People:
    return People(db)


def test_the_preparer_cannot_sign(db: Session, people: People) -> None:
    drafted(db, people)
    with pytest.raises(Refused, match="不得为同一人"):
        signing.sign(db, DAY, people.preparer, people.organization, YEAR)


def test_a_signer_who_uploaded_this_version_cannot_sign_it(db: Session, people: People) -> None:
    drafted(db, people)
    file = content(people.organization, {"basic.address.value": "阳光市东城区九号"})
    acts.receive(db, DAY, people.signer, people.organization, YEAR, file, "年报.json")
    with pytest.raises(Refused):
        signing.sign(db, DAY, people.signer, people.organization, YEAR)


def test_a_foundation_attaches_its_audit_report_before_it_signs(db: Session, people: People) -> None:
    acts.receive(
        db, DAY, people.preparer, people.organization, YEAR, content(people.organization), "年报.json"
    )
    with pytest.raises(Conflict, match="审计报告"):
        signing.sign(db, DAY, people.signer, people.organization, YEAR)


def test_an_association_without_fundraising_needs_no_audit(db: Session) -> None:
    people = People(db, kind=Kind.ASSOCIATION)
    assert not signing.needs_audit(people.organization, YEAR)


def test_a_report_with_faults_cannot_be_signed(db: Session, people: People) -> None:
    wrong = content(people.organization, {"balance.total_assets.closing": 1})
    acts.receive(db, DAY, people.preparer, people.organization, YEAR, wrong, "年报.json")
    with pytest.raises(Conflict, match="更正"):
        signing.sign(db, DAY, people.signer, people.organization, YEAR)


def test_nothing_is_submitted_without_a_signature_on_this_very_version(db: Session, people: People) -> None:
    drafted(db, people)
    signing.sign(db, DAY, people.signer, people.organization, YEAR)
    file = content(people.organization, {"basic.address.value": "阳光市东城区九号"})
    acts.receive(db, DAY, people.preparer, people.organization, YEAR, file, "年报.json")
    with pytest.raises(Conflict, match="由另一人签署"):
        signing.submit(db, DAY, people.preparer, people.organization, YEAR)


def test_submitting_twice_gives_the_same_receipt(db: Session, people: People) -> None:
    submitted(db, people)
    first = signing.submit(db, DAY, people.preparer, people.organization, YEAR)
    again = signing.submit(db, DAY, people.signer, people.organization, YEAR)
    assert again is first and first.number is not None and first.number.endswith("收〔2026〕1号")
    assert [step.took for step in latest(db, people).steps].count(Took.SUBMITTED) == 1


def test_a_late_report_is_taken_and_said_to_be_late(db: Session, people: People) -> None:
    drafted(db, people)
    late = date(2026, 9, 1)
    signing.sign(db, late, people.signer, people.organization, YEAR)
    signing.submit(db, late, people.preparer, people.organization, YEAR)
    db.flush()
    assert dossier(db, people.organization.code).reports[0].received_on == late


def test_two_presses_at_once_give_one_receipt(database: Database) -> None:
    with database.write() as db:
        people = People(db)
        drafted(db, people)
        signing.sign(db, DAY, people.signer, people.organization, YEAR)
        code, accounts = people.organization.code, (people.preparer.id, people.signer.id)
    numbers, together = list[str | None](), Barrier(2)

    def press(account: int) -> None:
        together.wait()
        with database.write() as db:
            by, organization = db.get_one(Account, account), find(db, code)
            assert organization is not None
            numbers.append(signing.submit(db, DAY, by, organization, YEAR).number)

    threads = [Thread(target=press, args=(account,)) for account in accounts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(numbers) == 2 and len(set(numbers)) == 1
    with database.read() as db:
        report = latest_report(db, code, YEAR)
        assert report is not None
        assert [step.took for step in report.steps].count(Took.SUBMITTED) == 1
