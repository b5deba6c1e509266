"""What the desk and the command line begin with: the plan to freeze, the officers who type."""

from collections.abc import Sequence
from datetime import date

from audits.draw.plan import Wanted, make
from audits.refusal import Conflict
from models.account import Account, Role
from models.db import Session
from models.draw.asked import people_of, plans_to_freeze
from models.draw.plan import Plan
from models.registrar import Registrar, highest

ANNOUNCED = (
    "异议期满后首次开奖的中国福利彩票双色球（SSQ 期号 红球 + 蓝球）和中国体育彩票超级大乐透（DLT 期号 前区 + 后区）"
    "结果，各取一期，号码两位数、由小到大，由两名工作人员分别录入；停售期间顺延至下一期。"
    "The first results of the two state lotteries (SSQ issue, red + blue; DLT issue, front + back) after the period "
    "for objections, one issue each, two digits a number, rising, typed apart by two officers; while sales pause, the "
    "next issue."
)


def office(db: Session) -> Registrar:
    """The registrar of this installation. Conflict where there is none yet."""
    found = highest(db)
    if found is None:
        raise Conflict("请先导入登记簿。", "Import the register first.")
    return found


def plan_to_freeze(db: Session, day: date, name: str) -> Plan:
    """The oldest plan that waits to be frozen (of a name); a new one with the usual rules where none does."""
    registrar = office(db)
    waiting = [plan for plan in plans_to_freeze(db, registrar.id) if name in ("", plan.name)]
    return waiting[0] if waiting else make(db, day, None, registrar, usual(day, name))


def usual(day: date, name: str = "") -> Wanted:
    """The usual plan: everyone registered by now, strata by kind and grade, the least ratio of each."""
    return Wanted(name=name or f"{day.year}年度双随机抽查", seed_announced=ANNOUNCED, registered_by=day)


def officers(db: Session, registrar_id: int) -> Sequence[Account]:
    """The officers of a registrar who can sign in, in the order of their accounts."""
    return people_of(db, registrar_id, (Role.OFFICER, Role.APPROVER))
