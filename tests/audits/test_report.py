"""A report taken in, corrected, explained and completed; on both databases."""

import orjson
import pytest

from audits import report as acts
from audits.refusal import Conflict, Unfit
from models.db import Session
from models.report import Document, Took, all_versions
from tests import make
from tests.reporting import DAY, YEAR, People, audit_report, content, drafted, latest, submitted


@pytest.fixture
def people(db: Session) -> People:
    return People(db)


def test_a_report_is_kept_with_its_file_and_what_was_found(db: Session, people: People) -> None:
    file = content(people.organization)
    found, verdict = acts.receive(db, DAY, people.preparer, people.organization, YEAR, file, "年报.json")
    assert found is not None and verdict.verdict != "rejected"
    assert (found.version, found.uploaded_by, found.rules) == (1, people.preparer.id, verdict.rules)
    assert db.get_one(Document, found.sha256).content == file


def test_the_same_bytes_again_are_the_same_version(db: Session, people: People) -> None:
    for _ in range(2):
        file = content(people.organization)
        acts.receive(db, DAY, people.preparer, people.organization, YEAR, file, "年报.json")
    assert [one.version for one in all_versions(db, people.organization.code, YEAR)] == [1]


def test_a_report_with_faults_is_kept_as_rejected_and_the_next_is_a_new_version(
    db: Session, people: People
) -> None:
    wrong = content(people.organization, {"balance.total_assets.closing": 1})
    found, _ = acts.receive(db, DAY, people.preparer, people.organization, YEAR, wrong, "年报.json")
    assert acts.state(found) == "rejected"
    right = content(people.organization)
    better, _ = acts.receive(db, DAY, people.preparer, people.organization, YEAR, right, "年报.json")
    assert better is not None and better.version == 2


def test_another_organizations_code_is_named_and_nothing_is_kept(db: Session, people: People) -> None:
    other = make.organization(db)
    found, verdict = acts.receive(
        db, DAY, people.preparer, people.organization, YEAR, content(other), "a.json"
    )
    assert found is None
    [fault] = [fault for fault in verdict.faults if fault.rule == "form.code.other"]
    assert fault.line == "basic.code.value" and fault.cell and fault.found == other.code
    assert all_versions(db, people.organization.code, YEAR) == []


def test_a_file_that_is_no_report_is_not_kept(db: Session, people: People) -> None:
    found, verdict = acts.receive(db, DAY, people.preparer, people.organization, YEAR, b"%PDF-1.7", "a.xlsx")
    assert found is None and verdict.verdict == "rejected"


def test_a_line_corrected_on_the_page_is_a_new_version_over_the_same_file(
    db: Session, people: People
) -> None:
    wrong = content(people.organization, {"balance.total_assets.closing": 1})
    first, _ = acts.receive(db, DAY, people.preparer, people.organization, YEAR, wrong, "年报.json")
    assert first is not None
    right = content(people.organization)
    amount = orjson.loads(right)["lines"]["balance.total_assets.closing"]
    changes = {"balance.total_assets.closing": amount}
    made = acts.correct(db, DAY, people.preparer, people.organization, YEAR, changes)
    assert (made.version, made.sha256, made.corrected) == (2, first.sha256, ["balance.total_assets.closing"])
    assert made.verdict != "rejected"
    assert first.lines["balance.total_assets.closing"] == "0.01"


def test_only_what_was_asked_can_be_explained(db: Session, people: People) -> None:
    found, _ = acts.receive(
        db, DAY, people.preparer, people.organization, YEAR, content(people.organization), "年报.json"
    )
    assert found is not None
    acts.explain(db, DAY, people.preparer, found, {("no.such.rule", "basic.name.value"): "说明"})
    assert acts.explanations(found) == {}


def test_an_audit_report_that_is_no_pdf_is_refused(db: Session, people: People) -> None:
    found = drafted(db, people)
    with pytest.raises(Unfit):
        acts.attach(db, DAY, people.preparer, found, b"MZ\x90", "审计报告.pdf")


def test_what_was_attached_and_explained_stays_with_the_next_version(db: Session, people: People) -> None:
    drafted(db, people)
    file = content(people.organization, {"basic.address.value": "阳光市东城区九号"})
    found, _ = acts.receive(db, DAY, people.preparer, people.organization, YEAR, file, "年报.json")
    assert found is not None and found.version == 2
    assert any(step.took is Took.ATTACHED for step in found.steps)
    assert acts.unexplained(found) == []


def test_nothing_changes_after_submission(db: Session, people: People) -> None:
    submitted(db, people)
    with pytest.raises(Conflict, match="已提交，当前状态不允许修改"):
        acts.receive(db, DAY, people.preparer, people.organization, YEAR, audit_report(), "a.xlsx")
    with pytest.raises(Conflict):
        acts.correct(db, DAY, people.preparer, people.organization, YEAR, {"basic.name.value": "甲"})


def test_a_name_with_markup_is_kept_as_typed(db: Session, people: People) -> None:
    file = content(people.organization, {"basic.address.value": "<script>alert(1)</script>"})
    acts.receive(db, DAY, people.preparer, people.organization, YEAR, file, "年报.json")
    assert latest(db, people).lines["basic.address.value"] == "<script>alert(1)</script>"
