"""Consent and conclusion: in order, by whom it concerns, once."""

from threading import Barrier, Thread

import pytest

from audits import inspection as acts
from audits import report, signing
from audits.refusal import Conflict, NotFound, Refusal, Refused, Unfit
from compliance.judge import judge
from models.account import Account, Role
from models.db import Database, Session
from models.record import dossier
from models.registrar import Registrar
from models.report import Report, Took
from tests import make
from tests.reporting import DAY, YEAR, People, consented, content, latest, submitted


@pytest.fixture
def people(db: Session) -> People:
    return People(db)


def test_a_charitys_report_is_published_when_its_unit_agrees(db: Session, people: People) -> None:
    found = consented(db, people)
    assert [step.took for step in found.steps][-2:] == [Took.CONSENTED, Took.PUBLISHED]
    assert dossier(db, people.organization.code).reports[0].published_on == DAY


def test_an_organization_without_a_unit_goes_straight_to_the_registrar(db: Session) -> None:
    people = People(db, unit_id=None)
    assert acts.can_conclude(submitted(db, people))


def test_another_unit_does_not_see_the_report(db: Session, people: People) -> None:
    found = submitted(db, people)
    with pytest.raises(NotFound):
        acts.consent(db, DAY, make.account(db, Role.SUPERVISING_UNIT), found)


def test_a_unit_that_declines_gives_reasons_and_the_report_goes_on_as_a_new_version(
    db: Session, people: People
) -> None:
    found = submitted(db, people)
    with pytest.raises(Unfit):
        acts.decline(db, DAY, people.unit, found, " ")
    acts.decline(db, DAY, people.unit, found, "活动情况不实")
    db.flush()
    file = content(people.organization, {"basic.address.value": "阳光市东城区九号"})
    report.receive(db, DAY, people.preparer, people.organization, YEAR, file, "年报.json")
    assert latest(db, people).version > found.version
    signing.sign(db, DAY, people.signer, people.organization, YEAR)
    assert signing.submit(db, DAY, people.preparer, people.organization, YEAR).number


def test_nothing_is_concluded_before_the_unit_has_agreed(db: Session, people: People) -> None:
    found = submitted(db, people)
    with pytest.raises(Conflict):
        acts.conclude(db, DAY, people.officer, found, "qualified", "")


def test_a_conclusion_has_a_number_and_moves_the_credit_at_once(db: Session, people: People) -> None:
    found = consented(db, people)
    before = judge(dossier(db, people.organization.code), DAY).credit.points
    step = acts.conclude(db, DAY, people.officer, found, "unqualified", "未按章程开展活动")
    db.flush()
    assert step.number is not None and step.number.endswith("年检〔2026〕1号")
    assert judge(dossier(db, people.organization.code), DAY).credit.points < before


@pytest.mark.parametrize("conclusion", ["basically_qualified", "unqualified"])
def test_reasons_are_needed_unless_all_is_well(db: Session, people: People, conclusion: str) -> None:
    found = consented(db, people)
    with pytest.raises(Unfit, match="理由"):
        acts.conclude(db, DAY, people.officer, found, conclusion, "  ")


def test_a_conclusion_that_does_not_exist_is_refused(db: Session, people: People) -> None:
    with pytest.raises(Unfit):
        acts.conclude(db, DAY, people.officer, consented(db, people), "excellent", "")


def test_another_office_does_not_see_it_and_the_office_above_does(db: Session, people: People) -> None:
    found = consented(db, people)
    with pytest.raises(NotFound):
        acts.conclude(db, DAY, make.account(db, Role.OFFICER), found, "qualified", "")
    above = make.registrar(db)
    db.get_one(Registrar, people.organization.registrar_id).parent_id = above.id
    db.flush()
    officer = make.account(db, Role.OFFICER, registrar=above)
    assert acts.conclude(db, DAY, officer, found, "qualified", "").took is Took.CONCLUDED


@pytest.mark.parametrize("role", ["preparer", "signer", "unit"])
def test_only_officers_conclude(db: Session, people: People, role: str) -> None:
    found = consented(db, people)
    with pytest.raises(Refused):
        acts.conclude(db, DAY, getattr(people, role), found, "qualified", "")


def test_a_returned_report_can_be_changed_again(db: Session, people: People) -> None:
    found = consented(db, people)
    acts.return_report(db, DAY, people.officer, found, "附件不全")
    db.flush()
    assert report.state(found) == "returned"
    assert report.changeable(db, people.organization, YEAR) is not None


def test_of_two_officers_at_once_one_concludes_and_the_other_is_told(database: Database) -> None:
    with database.write() as db:
        people = People(db)
        key = consented(db, people).id
        accounts = (people.officer.id, people.approver.id)
    outcomes, together = list[object](), Barrier(2)

    def conclude(account: int) -> None:
        together.wait()
        try:
            with database.write() as db:
                found, by = db.get_one(Report, key), db.get_one(Account, account)
                outcomes.append(acts.conclude(db, DAY, by, found, "qualified", ""))
        except Refusal as refusal:
            outcomes.append(refusal)

    threads = [Thread(target=conclude, args=(account,)) for account in accounts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lost = [one for one in outcomes if isinstance(one, Refusal)]
    assert len(outcomes) == 2 and len(lost) == 1
    assert isinstance(lost[0], Conflict) and str(DAY) in lost[0].said.zh
