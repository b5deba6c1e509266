"""What a made-up organization says of itself in words, days, counts and choices."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from stdnum.cn import uscc

from compliance.facts import Kind
from compliance.form import Type
from compliance.form.answer import Given
from compliance.form.book import lines
from compliance.form.example.account import YUAN, Plan

DIVISION = "999901"
"""No such division exists: no real organization is imitated."""
PREFIX = {Kind.ASSOCIATION: "51", Kind.SERVICE_INSTITUTION: "52", Kind.FOUNDATION: "53"}
NAMES = {
    Kind.ASSOCIATION: "示例市阳光志愿服务协会",
    Kind.SERVICE_INSTITUTION: "示例市阳光社会工作服务中心",
    Kind.FOUNDATION: "示例市阳光公益基金会",
}
WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
"""GB 11714."""
NO = (
    "basic.name_changed basic.address_changed basic.representative_changed basic.charter_changed "
    "governance.representative_other_posts governance.surplus_shared governance.investment_losses "
    "governance.penalized governance.supervisors_paid charity.cost_excused charity.spending_excused "
    "fundraising.use_changed disclosure.corrected staff.bookkeeping_agency"
)  # fmt: skip
COUNTS = {
    "basic.bank_accounts": 2, "basic.branches": 0, "governance.board_size": 9,
    "governance.board_term_years": 4,
    "governance.standing_board_size": 5, "governance.board_meetings": 3, "governance.supervisors": 3,
    "governance.supervisors_attended": 3, "governance.unit_members": 60, "governance.individual_members": 120,
    "governance.congress_meetings": 1, "governance.dues_grades": 3, "governance.special_funds": 1,
    "governance.board_paid": 1, "party.members": 5, "party.members_here": 4, "party.meetings": 24,
    "party.activities": 12, "staff.part_time": 3, "staff.women": 4, "staff.graduates": 5, "staff.under_35": 3,
    "staff.social_workers": 2, "staff.accountants": 2, "staff.volunteers": 80, "staff.volunteer_hours": 2400,
    "charity.projects": 3, "charity.beneficiaries": 5200, "charity.volunteers": 600,
    "fundraising.campaigns": 2, "related_parties.parties": 1, "disclosure.queries": 4,
}  # fmt: skip
CHOICES = {
    "basic.field": "children", "basic.assessment_grade": "4A", "basic.audit_opinion": "unqualified",
    "party.form": "branch",
}  # fmt: skip
WORDS = {
    "basic.english_name": "Sunshine Example Organization",
    "basic.purpose": "扶助困境儿童和长者，促进社区互助。",
    "basic.scope": "开展助学、阅读推广、长者关怀等公益活动。",
    "basic.supervising_unit": "示例市民政局",
    "basic.legal_representative": "王晓阳", "basic.chair": "王晓阳", "basic.secretary_general": "李明光",
    "basic.address": "示例市阳光区公益路 1 号", "basic.district": "阳光区", "basic.postal_code": "999901",
    "basic.phone": "000-88880000",
    "basic.email": "report@example.org", "basic.website": "https://example.org",
    "basic.contact": "赵小暖", "basic.contact_phone": "000-88880001", "basic.auditor": "示例会计师事务所",
    "governance.founders": "示例实业有限公司", "governance.founder": "示例实业有限公司",
    "governance.activities": "开展阅读、助学和长者关怀三个项目，服务五千余人次，满意度回访良好。",
    "party.secretary": "李明光", "party.superior": "示例市社会组织党委",
    "disclosure.officer": "李明光", "commitment.preparer": "赵小暖", "commitment.signer": "王晓阳",
}  # fmt: skip


def narrative(kind: Kind, year: int, plan: Plan, charity: bool, fundraising: bool) -> dict[str, Given]:
    """Every answer that is not on spending or in a statement, by id."""
    simple = {f"{row}.value": value for row, value in (COUNTS | CHOICES | WORDS).items()}
    return {
        **dict(_defaults(kind, year)),
        **simple,
        **_identity(kind, year, plan),
        **_days(year),
        **_published(year),
        "basic.charity.value": charity,
        "basic.fundraising.value": fundraising,
    }


def code(kind: Kind, number: int) -> str:
    """A social credit code in a division that does not exist, with both check characters right."""
    body = f"{number:08d}"
    rest = 11 - sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True)) % 11
    subject = body + {10: "X", 11: "0"}.get(rest, str(rest))
    whole = PREFIX[kind] + DIVISION + subject
    return whole + uscc.calc_check_digit(whole)


def _defaults(kind: Kind, year: int) -> Iterator[tuple[str, Given]]:
    """Yes to every question but those where no is the good answer, and zero for the remaining counts."""
    no = {f"{row}.value" for row in NO.split()}
    for line in lines(kind, year):
        if line.type is Type.YES_NO:
            yield line.id, line.id not in no
        elif line.type is Type.INTEGER:
            yield line.id, 0


def _identity(kind: Kind, year: int, plan: Plan) -> dict[str, Given]:
    return {
        "basic.code.value": code(kind, 1),
        "basic.name.value": NAMES[kind],
        "basic.kind.value": kind.value,
        "basic.year.value": year,
        "governance.board_attendance.value": Decimal("0.85"),
        "basic.registered_funds.value": 100_000 * YUAN,
        "basic.original_fund.value": 4_000_000 * YUAN,
    }


def _days(year: int) -> dict[str, Given]:
    return {
        "basic.registered_on.value": date(2008, 6, 18),
        "basic.certificate_until.value": date(year + 3, 6, 17),
        "basic.legal_representative_since.value": date(year - 2, 6, 1),
        "basic.charity_since.value": date(2011, 9, 5),
        "basic.fundraising_since.value": date(2013, 10, 10),
        "basic.assessment_until.value": date(year + 2, 12, 31),
        "governance.board_term_from.value": date(year - 2, 6, 1),
        "governance.board_term_to.value": date(year + 2, 5, 31),
        "governance.congress_last.value": date(year, 6, 20),
        "party.formed_on.value": date(2012, 7, 1),
        "commitment.signed_on.value": date(year + 1, 3, 15),
        "commitment.board_approved_on.value": date(year + 1, 3, 10),
        "fundraising.campaign_1.published": date(year, 12, 20),
        "fundraising.campaign_2.published": date(year, 12, 22),
    }


def _published(year: int) -> dict[str, Given]:
    days = {
        "annual_report": date(year, 5, 20), "financial_report": date(year, 5, 20),
        "basic_information": date(year, 1, 15), "major_projects": date(year, 5, 20),
        "related_dealings": date(year, 9, 12), "campaigns": date(year, 12, 20),
        "projects": date(year, 12, 20), "cost_standards": date(year, 5, 20), "fees": date(year, 1, 15),
    }  # fmt: skip
    given: dict[str, Given] = {}
    for item, day in days.items():
        given |= {f"disclosure.{item}.place": "platform", f"disclosure.{item}.day": day}
    return given
