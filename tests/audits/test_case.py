"""A case of the two lists from the nightly look to the decision, on both databases."""

from datetime import date, timedelta
from threading import Barrier, Thread

import pytest

from audits import case as acts
from audits.listing import open_proposals
from audits.refusal import Conflict, NotFound, Refusal, Refused, Unfit
from audits.removal import apply_for_removal
from compliance.case import Matter, Move
from compliance.facts import Kind, Register
from compliance.judge import judge
from models.account import Account, Role
from models.case import Case, case_by_number, cases_of
from models.db import Database, Session
from models.event import Event, events_of
from models.organization import Organization
from models.record import dossier
from models.registrar import Registrar
from models.report import Report, YearFigures, keep
from tests import make

OPENED = date(2025, 7, 1)
NOTICED = date(2025, 7, 2)
OVER = date(2025, 7, 24)
"""The first day after fifteen working days from NOTICED."""


def reported(db: Session, organization: Organization, year: int, on: date) -> None:
    digest = keep(db, f"{organization.code}/{year}".encode(), "application/json")
    report = Report(
        code=organization.code, year=year, version=1, kind=organization.kind, sha256=digest, file_name="a",
        uploaded_at=make.MOMENT, rules="", verdict="accepted", lines={}, faults=[], corrected=[],
    )  # fmt: skip
    db.add(report)
    db.flush()
    db.add(
        YearFigures(
            code=organization.code,
            year=year,
            report_id=report.id,
            received_on=on,
            published_on=on,
            figures={},
        )
    )
    db.flush()


@pytest.fixture
def office(db: Session) -> Registrar:
    return make.registrar(db)


@pytest.fixture
def officer(db: Session, office: Registrar) -> Account:
    return make.account(db, Role.OFFICER, registrar=office)


@pytest.fixture
def approver(db: Session, office: Registrar) -> Account:
    return make.account(db, Role.APPROVER, registrar=office)


@pytest.fixture
def silent(db: Session, office: Registrar) -> Organization:
    """An association that reported on 2023 and not on 2024."""
    found = make.organization(
        db, registrar=office, kind=Kind.ASSOCIATION, charity_since=None, registered_on=date(2023, 1, 5)
    )
    reported(db, found, 2023, date(2024, 3, 1))
    return found


@pytest.fixture
def preparer(db: Session, silent: Organization) -> Account:
    return make.account(db, Role.PREPARER, organization=silent)


@pytest.fixture
def case(db: Session, silent: Organization) -> Case:
    """The case that the night opens about it."""
    open_proposals(db, OPENED)
    return cases_of(db, silent.code)[0]


def listed(db: Session, case: Case, officer: Account, approver: Account) -> None:
    acts.take(db, NOTICED, officer, case, Move.NOTICED, {})
    acts.take(db, OVER, officer, case, Move.PROPOSED, {"reasons": "未报送"})
    acts.take(db, OVER, approver, case, Move.DECIDED, {"reasons": "同意"})
    db.flush()


def test_the_night_opens_one_case_for_who_did_not_report_and_none_for_who_did(
    db: Session, office: Registrar, silent: Organization
) -> None:
    punctual = make.organization(
        db, registrar=office, kind=Kind.ASSOCIATION, charity_since=None, registered_on=date(2023, 1, 5)
    )
    for year in (2023, 2024):
        reported(db, punctual, year, date(year + 1, 3, 1))
    assert open_proposals(db, OPENED)["opened"] == 1
    assert open_proposals(db, OPENED + timedelta(1))["opened"] == 0
    assert cases_of(db, punctual.code) == []
    [case] = cases_of(db, silent.code)
    assert (case.matter, case.register, case.ground) == (Matter.LISTING, "anomaly", "anomaly.report_missed")
    assert case.facts["grounds"][0]["of"] == ["2024"]
    assert "第十一条第（一）项" in case.facts["grounds"][0]["basis"]
    assert [(move.move, move.by) for move in case.moves] == [(Move.OPENED, None)]


def test_nobody_is_proposed_before_the_day_is_over(db: Session, silent: Organization) -> None:
    assert open_proposals(db, date(2025, 5, 31))["opened"] == 0
    assert open_proposals(db, date(2025, 6, 3))["opened"] == 1


def test_a_case_that_was_dismissed_does_not_open_again_on_the_same_facts(
    db: Session, case: Case, officer: Account
) -> None:
    acts.take(db, NOTICED, officer, case, Move.DISMISSED, {"reasons": "主管单位证明"})
    db.flush()
    assert open_proposals(db, NOTICED)["opened"] == 0


def test_the_straight_way_lists_an_organization_with_article_and_two_officers(
    db: Session, case: Case, officer: Account, approver: Account
) -> None:
    listed(db, case, officer, approver)
    [event] = events_of(db, case.code)
    assert (event.what, event.details["list"], event.details["ground"], event.case_id) == (
        "listed", "anomaly", "anomaly.report_missed", case.id,
    )  # fmt: skip
    standing = judge(dossier(db, case.code), OVER).facts.lists[Register.ANOMALY]
    assert standing.listed_since == OVER
    assert [move.move for move in case.moves] == [Move.OPENED, Move.NOTICED, Move.PROPOSED, Move.DECIDED]
    prefix = case.organization.registrar.number_prefix
    numbers = [move.number for move in case.moves if move.number]
    assert numbers == [f"{prefix}告〔2025〕1号", f"{prefix}决〔2025〕1号"]


def test_the_statement_period_is_fifteen_working_days_from_service(
    db: Session, case: Case, officer: Account
) -> None:
    made = acts.take(db, NOTICED, officer, case, Move.NOTICED, {})
    assert made.details["until"] == "2025-07-23"
    with pytest.raises(Conflict, match="2025-07-23届满"):
        acts.take(db, date(2025, 7, 23), officer, case, Move.PROPOSED, {"reasons": "未报送"})


def test_a_period_in_a_year_without_holidays_is_not_guessed(
    db: Session, case: Case, officer: Account
) -> None:
    late = date(2039, 12, 20)
    made = acts.take(db, late, officer, case, Move.NOTICED, {})
    assert made.details["until"] == ""
    with pytest.raises(Conflict, match="待公布"):
        acts.take(db, date(2040, 3, 1), officer, case, Move.PROPOSED, {"reasons": "未报送"})


def test_a_statement_is_heard_before_anyone_proposes(
    db: Session, case: Case, officer: Account, preparer: Account
) -> None:
    acts.take(db, NOTICED, officer, case, Move.NOTICED, {})
    acts.take(db, date(2025, 7, 3), preparer, case, Move.STATED, {"text": "系统故障"})
    made = acts.take(db, date(2025, 7, 4), officer, case, Move.PROPOSED, {"reasons": "申辩不成立"})
    assert made.move is Move.PROPOSED


def test_a_statement_after_the_period_is_too_late(
    db: Session, case: Case, officer: Account, preparer: Account
) -> None:
    acts.take(db, NOTICED, officer, case, Move.NOTICED, {})
    assert not acts.may(case, Move.STATED, preparer, OVER)
    with pytest.raises(Conflict, match="届满"):
        acts.take(db, OVER, preparer, case, Move.STATED, {"text": "系统故障"})


@pytest.mark.parametrize(
    ("move", "first"), [(Move.PROPOSED, "须先发出告知书"), (Move.DECIDED, "须先提出处理意见")]
)
def test_a_missing_step_is_named(db: Session, case: Case, approver: Account, move: Move, first: str) -> None:
    with pytest.raises(Conflict, match=first):
        acts.take(db, OVER, approver, case, move, {"reasons": "理由"})


def test_who_proposed_does_not_decide(db: Session, case: Case, officer: Account, approver: Account) -> None:
    acts.take(db, NOTICED, officer, case, Move.NOTICED, {})
    acts.take(db, OVER, approver, case, Move.PROPOSED, {"reasons": "未报送"})
    with pytest.raises(Refused, match="提出人与审批人不得为同一人"):
        acts.take(db, OVER, approver, case, Move.DECIDED, {"reasons": "同意"})
    with pytest.raises(Refused, match="审批权限"):
        acts.take(db, OVER, officer, case, Move.DECIDED, {"reasons": "同意"})


def test_reasons_are_needed(db: Session, case: Case, officer: Account) -> None:
    acts.take(db, NOTICED, officer, case, Move.NOTICED, {})
    with pytest.raises(Unfit):
        acts.take(db, OVER, officer, case, Move.PROPOSED, {"reasons": "  "})


def test_another_offices_case_does_not_exist(db: Session, case: Case) -> None:
    stranger = make.account(db, Role.OFFICER)
    with pytest.raises(NotFound):
        acts.take(db, NOTICED, stranger, case, Move.NOTICED, {})
    other = make.account(db, Role.PREPARER)
    with pytest.raises(NotFound):
        acts.take(db, NOTICED, other, case, Move.STATED, {"text": "系统故障"})


def test_an_organization_or_an_administrator_cannot_move_a_case(
    db: Session, case: Case, office: Registrar
) -> None:
    administrator = make.account(db, Role.ADMINISTRATOR, registrar=office)
    with pytest.raises(Refused):
        acts.take(db, NOTICED, administrator, case, Move.NOTICED, {})


def test_a_report_that_comes_meanwhile_ends_what_the_case_rests_on(
    db: Session, case: Case, silent: Organization, officer: Account
) -> None:
    reported(db, silent, 2024, NOTICED)
    assert acts.done_meanwhile(db, case, NOTICED) is not None
    with pytest.raises(Conflict, match="已经消除"):
        acts.take(db, NOTICED, officer, case, Move.NOTICED, {})
    assert acts.take(db, NOTICED, officer, case, Move.DISMISSED, {"reasons": "已补报"}).move is Move.DISMISSED


def test_removal_needs_the_duty_done_an_application_and_two_officers(
    db: Session, case: Case, silent: Organization, officer: Account, approver: Account, preparer: Account
) -> None:
    listed(db, case, officer, approver)
    asked = date(2025, 8, 1)
    with pytest.raises(Conflict, match="报送2024年度工作报告"):
        apply_for_removal(db, asked, preparer, silent, Register.ANOMALY)
    reported(db, silent, 2024, asked)
    removal = apply_for_removal(db, asked, preparer, silent, Register.ANOMALY)
    assert apply_for_removal(db, asked, preparer, silent, Register.ANOMALY) is removal
    acts.take(db, asked, officer, removal, Move.PROPOSED, {"reasons": "已补报"})
    acts.take(db, asked, approver, removal, Move.DECIDED, {"reasons": "同意移出"})
    db.flush()
    assert events_of(db, silent.code)[-1].what == "removed"
    assert judge(dossier(db, silent.code), asked).facts.lists[Register.ANOMALY].listed_since is None


def test_an_entry_without_a_duty_is_taken_out_by_the_system_after_six_months(
    db: Session, silent: Organization
) -> None:
    reported(db, silent, 2024, date(2025, 3, 1))
    listed = {"list": "anomaly", "ground": "anomaly.warned_or_fined"}
    for what, details in (("warning", {}), ("listed", listed)):
        db.add(Event(code=silent.code, on=date(2025, 1, 10), what=what, details=details, at=make.MOMENT))
        db.flush()
    assert open_proposals(db, date(2025, 7, 9))["opened"] == 0
    assert open_proposals(db, date(2025, 7, 11))["opened"] == 1
    assert cases_of(db, silent.code)[0].matter is Matter.REMOVAL


def test_guidance_names_the_period_and_the_article(db: Session, case: Case, officer: Account) -> None:
    acts.take(db, NOTICED, officer, case, Move.NOTICED, {})
    said = " ".join(line.zh for line in acts.guidance(case))
    assert "15个工作日" in said and "2025-07-23" in said and "第十八条" in said


def test_two_officers_at_once_make_one_decision(database: Database) -> None:
    with database.write() as db:
        office = make.registrar(db)
        found = make.organization(
            db, registrar=office, kind=Kind.ASSOCIATION, charity_since=None, registered_on=date(2024, 1, 5)
        )
        officer = make.account(db, Role.OFFICER, registrar=office)
        deciders = [make.account(db, Role.APPROVER, registrar=office).id for _ in range(2)]
        open_proposals(db, OPENED)
        [one] = cases_of(db, found.code)
        acts.take(db, NOTICED, officer, one, Move.NOTICED, {})
        acts.take(db, OVER, officer, one, Move.PROPOSED, {"reasons": "未报送"})
        number = one.number
    outcomes, together = list[object](), Barrier(2)

    def decide(account: int) -> None:
        together.wait()
        try:
            with database.write() as db:
                by, held = db.get(Account, account), case_by_number(db, number, lock=True)
                assert by is not None and held is not None
                acts.take(db, OVER, by, held, Move.DECIDED, {"reasons": "同意"})
            outcomes.append("decided")
        except Refusal as refusal:
            outcomes.append(refusal)

    threads = [Thread(target=decide, args=(account,)) for account in deciders]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    [lost] = [one for one in outcomes if one != "decided"]
    assert isinstance(lost, Conflict) and "2025-07-24" in lost.said.zh
    with database.read() as db:
        assert [event.what for event in events_of(db, found.code)] == ["listed"]
