"""What an organization may be penalized for, by which penalties, under which article: the registration regulations
of each kind and the Charity Law.

Penalties by their names in an organization's record (contract 4). Acts whose text was not seen word for word are
unconfirmed.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from compliance.facts import Kind, Said
from compliance.law import Act, Dated, Version
from compliance.law.annual_deadlines import (
    ASSOCIATION_REGULATIONS,
    CHARITY_LAW,
    FOUNDATION_REGULATIONS,
    SERVICE_REGULATIONS,
)

LAW_2024 = date(2024, 9, 5)
FIRM = ("warning", "suspension", "establishment_annulled")
MONEY = ("confiscation", "fine")
CHARITY = ("warning", "confiscation", "suspension", "certificate_revoked")


class Offence(NamedTuple):
    """Whom a provision binds (`kind`, or every charity where None) and which penalties it allows."""

    kind: Kind | None
    penalties: tuple[str, ...]

    @property
    def said(self) -> Said:
        """The penalties in words."""
        said = [PENALTIES[one] for one in self.penalties]
        return Said("、".join(one.zh for one in said), ", ".join(one.en for one in said))


PENALTIES = {
    "warning": Said("警告", "warning"),
    "suspension": Said("限期停止活动", "suspension"),
    "confiscation": Said("没收违法所得、非法财物", "confiscation"),
    "fine": Said("罚款", "fine"),
    "certificate_revoked": Said("吊销登记证书", "revocation of the certificate"),
    "establishment_annulled": Said("撤销登记", "strike-off"),
}


CERTIFICATE = Said(
    "涂改、出租、出借登记证书，或者出租、出借印章", "Altering, letting or lending the certificate or the seal"
)
OFF_CHARTER = Said("超出章程规定的宗旨和业务范围进行活动", "Acting beyond purpose and scope of the charter")
REFUSAL = Said(
    "拒不接受或者不按照规定接受监督检查", "Refusing supervision, or not accepting it as prescribed"
)
UNREGISTERED = Said("不按照规定办理变更登记", "Not registering changes as prescribed")
PROFIT = Said("从事营利性的经营活动", "Running a business for profit")
DIVERTED = Said(
    "侵占、私分、挪用资产或者所接受的捐赠、资助", "Seizing, sharing out or diverting assets, gifts or grants"
)
FEES = Said(
    "违反国家有关规定收取费用、筹集资金或者接受、使用捐赠、资助",
    "Charging fees, raising money or taking and using gifts against the rules of the state",
)
BRANCHES = Said(
    "违反规定设立分支机构、代表机构，或者疏于管理造成严重后果",
    "Setting up branches against the rules, or neglecting them with grave result",
)
BRANCH = Said("设立分支机构", "Setting up a branch")
_ASSOCIATION = (CERTIFICATE, OFF_CHARTER, REFUSAL, UNREGISTERED, BRANCHES, PROFIT, DIVERTED, FEES)
_SERVICE = (CERTIFICATE, OFF_CHARTER, REFUSAL, UNREGISTERED, BRANCH, PROFIT, DIVERTED, FEES)
_FOUNDATION = (
    Said(
        "未按照章程规定的宗旨和公益活动的业务范围进行活动",
        "Acting outside the purpose and scope of the charter",
    ),
    Said("会计凭证、账簿、财务会计报告弄虚作假", "Falsifying vouchers, books or financial reports"),
    UNREGISTERED,
    Said("未按照规定完成公益事业支出额度", "Not spending on public benefit what is prescribed"),
    Said(
        "未按照规定接受年度检查，或者年度检查不合格",
        "Not inspected as prescribed, or inspected as unqualified",
    ),
    Said(
        "不履行信息公布义务或者公布虚假信息",
        "Not publishing what has to be published, or publishing falsehoods",
    ),
)
_CHARITY_109 = (
    Said("未按照慈善宗旨开展活动", "Acting off the charitable purpose"),
    Said(
        "私分、挪用、截留或者侵占慈善财产", "Sharing out, diverting, withholding or seizing charitable assets"
    ),
    Said(
        "接受附加违法或者违背社会公德条件的捐赠，或者对受益人附加此类条件",
        "Taking gifts on illegal or immoral conditions, or imposing them on beneficiaries",
    ),
)
_CHARITY_110 = {
    6: Said(
        "年度支出、管理费用、募捐成本违反规定",
        "Breaking the rules on spending, management cost or fundraising cost",
    ),
    7: Said("未依法履行信息公开义务", "Not disclosing as the law asks"),
    8: Said(
        "未依法报送年度工作报告、财务会计报告，或者报备募捐方案",
        "Not filing annual report, financial report or fundraising plan as the law asks",
    ),
}
_CHARITY_111 = Said(
    "募捐中欺骗、诱导、摊派或者扰乱秩序",
    "Deceiving, inducing, apportioning or disturbing order in fundraising",
)
_CHARITY_113 = Said("不具有公开募捐资格而公开募捐", "Raising funds in public without the qualification")


def _of(
    key: str, act: Act, since: date, article: str, said: Said, offence: Offence, sure: bool = False
) -> tuple[str, Dated[Offence]]:
    return f"{key}.{article}", Dated(act, said, Version(since, article, offence, confirmed=sure))


def _all() -> Iterator[tuple[str, Dated[Offence]]]:
    for number, said in enumerate(_ASSOCIATION, 1):
        offence = Offence(Kind.ASSOCIATION, FIRM + MONEY)
        yield _of("association", ASSOCIATION_REGULATIONS, date(2016, 2, 6), f"30({number})", said, offence)
    for number, said in enumerate(_SERVICE, 1):
        offence = Offence(Kind.SERVICE_INSTITUTION, FIRM + MONEY)
        yield _of("service", SERVICE_REGULATIONS, date(1998, 10, 25), f"25({number})", said, offence)
    for number, said in enumerate(_FOUNDATION, 1):
        offence = Offence(Kind.FOUNDATION, FIRM)
        yield _of("foundation", FOUNDATION_REGULATIONS, date(2004, 6, 1), f"42({number})", said, offence)
    for number, said in enumerate(_CHARITY_109, 1):
        yield _of("charity", CHARITY_LAW, LAW_2024, f"109({number})", said, Offence(None, CHARITY), True)
    for number, said in _CHARITY_110.items():
        yield _of("charity", CHARITY_LAW, LAW_2024, f"110({number})", said, Offence(None, CHARITY), True)
    yield _of("charity", CHARITY_LAW, LAW_2024, "111", _CHARITY_111, Offence(None, CHARITY), True)
    without = Offence(None, ("warning", "suspension", "fine"))
    yield _of("charity", CHARITY_LAW, LAW_2024, "113", _CHARITY_113, without, True)


OFFENCES: Mapping[str, Dated[Offence]] = dict(_all())
"""Every act by its key, such as association.30(3)."""


def binding(kind: Kind, charity: bool, day: date) -> Iterator[tuple[str, Dated[Offence]]]:
    """The acts that bind an organization on a day."""
    for key, dated in OFFENCES.items():
        text = dated.on(day)
        if text is not None and (text.value.kind is kind or (text.value.kind is None and charity)):
            yield key, dated
