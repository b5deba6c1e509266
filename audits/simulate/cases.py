"""Cases of the simulated office after last year's visits: a warning just announced, one ready to be proposed, an order
to rectify that waits for the organization, an interview called.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from audits.case import take
from audits.draw.desk import office, officers
from audits.filing import file_case
from audits.simulate.office import noon
from compliance.case import Matter, Move
from compliance.draw.finding import Outcome
from compliance.facts import Kind
from compliance.law.offences import OFFENCES
from models.account import Account, Role
from models.case import Case
from models.db import Session
from models.draw.finding import drawn_plans, standings
from models.organization import Organization, find

REFUSAL: Mapping[Kind, str] = {
    Kind.ASSOCIATION: "association.30(3)",
    Kind.SERVICE_INSTITUTION: "service.25(3)",
}
WHAT = "实地检查发现理事会记录不全，要求补正后仍未补正。"
EVIDENCE = "检查记录、现场照片、询问笔录。"
DEMAND = "补正会议记录，按章程规定召开理事会，书面报告整改结果。"


class Way(NamedTuple):
    """A case: what it is about, how many days ago it began, and the moves since, each so many days after that."""

    matter: Matter
    ago: int
    moves: Sequence[tuple[Move, int, Mapping[str, str]]] = ()


NOTICED: tuple[Move, int, Mapping[str, str]] = (Move.NOTICED, 1, {})
WAYS = (
    Way(Matter.WARNING, 3, (NOTICED,)),
    Way(
        Matter.WARNING,
        25,
        (NOTICED, (Move.PROPOSED, 20, {"reasons": "未提出陈述申辩，事实清楚，建议警告。"})),
    ),
    Way(
        Matter.RECTIFICATION,
        20,
        (
            (Move.PROPOSED, 2, {"reasons": "事实清楚，应当责令限期整改。"}),
            (Move.DECIDED, 3, {"reasons": "同意。"}),
            (Move.SERVED, 3, {"how": "platform", "proof": "平台送达"}),
        ),
    ),
    Way(Matter.INTERVIEW, 2, ((Move.NOTICED, 1, {"place": "阳光市民政局二楼会议室", "who": "法定代表人"}),)),
)


def cases(db: Session, day: date) -> list[Case]:
    """Open one case of each way against organizations in which a visit found problems."""
    officer = officers(db, office(db).id)[0]
    second = next(one for one in officers(db, office(db).id) if one.role is Role.APPROVER)
    pairs = zip(WAYS, _found(db), strict=False)
    return [_walked(db, day, way, organization, officer, second) for way, organization in pairs]


def _found(db: Session) -> Sequence[Organization]:
    told = (standings(db, plan.id) for plan, _sizes in drawn_plans(db))
    codes = sorted(
        {code for one in told for code, at in one.items() if at.final and at.outcome is Outcome.FOUND}
    )
    known = (find(db, code) for code in codes)
    return [one for one in known if one is not None and one.kind in REFUSAL]


def _walked(
    db: Session, day: date, way: Way, organization: Organization, officer: Account, second: Account
) -> Case:
    begun, ground = day - timedelta(way.ago), REFUSAL[organization.kind]
    text = OFFENCES[ground].on(day)
    said = {
        "ground": ground, "basis": text.cite.said.zh if text else ground, "since": (begun - timedelta(5)).isoformat(),
        "what": WHAT, "evidence": EVIDENCE, "demand": DEMAND, "due": (day + timedelta(20)).isoformat(),
    }  # fmt: skip
    case = file_case(db, begun, officer, organization, way.matter, said)
    for move, after, told in way.moves:
        by = second if move is Move.DECIDED else officer
        on = begun + timedelta(after)
        take(db, on, by, case, move, {"held_on": (day + timedelta(10)).isoformat(), **told})
    for made in case.moves:
        made.at = noon(made.on)
    return case
