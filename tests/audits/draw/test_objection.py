"""An organization objects to the lists of a draw about itself."""

from datetime import timedelta

import pytest

from audits.draw.freeze import answer, object_ours
from audits.refusal import Conflict, NotFound, Unfit
from models.account import Role
from models.db import Session
from tests import make as made
from tests.audits.draw.course import Office, frozen, office


@pytest.fixture
def of(db: Session) -> Office:
    return office(db)


def test_an_organization_objects_about_itself_once_until_it_is_answered(db: Session, of: Office) -> None:
    plan = frozen(db, of)
    ours = made.account(db, Role.SIGNER, organization=of.organizations[0])
    day = plan.snapshots[-1].on
    first = object_ours(db, day, ours, plan.number, "本单位已经注销。")
    assert (first.code, first.by) == (of.organizations[0].code, ours.id)
    with pytest.raises(Conflict, match="正在处理"):
        object_ours(db, day, ours, plan.number, "再说一次。")
    answer(db, day, of.first, plan, first.id, uphold=False, leave_out=False, why="未注销。")
    assert object_ours(db, day, ours, plan.number, "补充证明。").answer is None
    with pytest.raises(Unfit):
        object_ours(
            db, day, made.account(db, Role.SIGNER, organization=of.organizations[1]), plan.number, " "
        )
    with pytest.raises(NotFound):
        object_ours(
            db, day, made.account(db, Role.SIGNER, organization=made.organization(db)), plan.number, "x"
        )
    late = plan.snapshots[-1].until + timedelta(1)
    with pytest.raises(Conflict):
        object_ours(
            db, late, made.account(db, Role.SIGNER, organization=of.organizations[2]), plan.number, "x"
        )
