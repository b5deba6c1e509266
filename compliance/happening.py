"""What can happen in an organization's record: every event of contract 4, its keys and its words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from compliance.facts import Register, Said, yuan
from compliance.law.credit_measures import GROUNDS
from compliance.reading import Reading

Reader = Callable[[Reading, str, object], str | None]


@dataclass(frozen=True)
class Happening:
    """One kind of event: its words, the keys it needs, and those it may have."""

    said: Said
    needs: tuple[str, ...] = ()
    may: tuple[str, ...] = ()


def _day(reading: Reading, at: str, value: object) -> str | None:
    day = reading.day(at, value)
    return None if day is None else day.isoformat()


def _amount(reading: Reading, at: str, value: object) -> str | None:
    amount = reading.amount(at, value)
    return None if amount is None else yuan(amount)


def _one_of(*names: str) -> Reader:
    return lambda reading, at, value: reading.one_of(at, value, names)


KEYS: Mapping[str, Reader] = {
    "amount": _amount,
    "basis": Reading.text,
    "due": _day,
    "grade": _one_of("1A", "2A", "3A", "4A", "5A"),
    "ground": _one_of(*GROUNDS),
    "list": _one_of(*Register),
    "matter": Reading.text,
    "until": _day,
    "valid_from": _day,
    "valid_to": _day,
}
"""How each key of an event is read."""

HAPPENINGS: Mapping[str, Happening] = {
    "warning": Happening(Said("警告", "Warning"), may=("basis",)),
    "public_criticism": Happening(Said("通报批评", "Public criticism"), may=("basis",)),
    "fine": Happening(Said("罚款", "Fine"), ("amount",), ("basis",)),
    "confiscation": Happening(Said("没收违法所得、非法财物", "Confiscation"), may=("amount", "basis")),
    "suspension": Happening(Said("限期停止活动", "Suspension of activities"), may=("until", "basis")),
    "certificate_revoked": Happening(Said("吊销登记证书", "Certificate revoked"), may=("basis",)),
    "establishment_annulled": Happening(Said("撤销设立登记", "Establishment annulled"), may=("basis",)),
    "change_annulled": Happening(Said("撤销变更登记", "Change of registration annulled"), may=("basis",)),
    "enforcement_debtor": Happening(Said("被纳入失信被执行人名单", "Named a dishonest judgment debtor")),
    "enforcement_debtor_cleared": Happening(Said("移出失信被执行人名单", "Cleared as a judgment debtor")),
    "rectification_ordered": Happening(
        Said("责令限期整改", "Ordered to rectify"), ("due",), ("matter", "basis")
    ),
    "rectification_completed": Happening(Said("完成整改", "Rectification completed"), may=("matter",)),
    "party_organization_required": Happening(Said("应当建立党组织", "Party organization required")),
    "party_organization_formed": Happening(Said("已建立党组织", "Party organization formed")),
    "letter_returned": Happening(Said("专用信函被退回", "Special letter returned")),
    "letter_received": Happening(Said("专用信函已签收", "Special letter received")),
    "fundraising_condition_lost": Happening(Said("不再符合公开募捐资格条件", "Fundraising condition lost")),
    "fundraising_condition_restored": Happening(
        Said("恢复公开募捐资格条件", "Fundraising condition restored")
    ),
    "not_responsible": Happening(
        Said("有关部门书面证明不负直接责任", "Certified as not responsible"), ("ground",)
    ),
    "listed": Happening(Said("列入名录", "Entered on a list"), ("list", "ground"), ("basis",)),
    "removed": Happening(Said("移出名录", "Removed from a list"), ("list",), ("ground", "basis")),
    "repaired": Happening(Said("信用修复", "Credit repaired"), ("list",), ("ground", "basis")),
    "assessed": Happening(Said("评估等级", "Assessed"), ("grade", "valid_from", "valid_to")),
    "commitment_signed": Happening(Said("签署信用承诺", "Credit commitment signed")),
    "interviewed": Happening(Said("行政约谈", "Interviewed")),
    "complaint_upheld": Happening(Said("投诉举报查实", "Complaint upheld")),
    "award": Happening(Said("表彰奖励", "Award")),
}
"""Every event by its name in contract 4."""
