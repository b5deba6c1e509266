"""Spending, campaigns and related dealings of a made-up organization, in step with its statements."""

from compliance.form.answer import Given
from compliance.form.example.account import Plan


def spending(plan: Plan, year: int) -> dict[str, Given]:
    """The money lines outside the statements, by id, in fen."""
    donations = plan.donations + plan.donations_restricted
    return {
        "charity.charitable_spending.value": plan.charitable,
        "charity.management_cost.value": plan.management,
        "charity.fundraising_cost.value": plan.fundraising,
        "charity.last_year_income.value": plan.income,
        "charity.last_year_net_assets.value": plan.net_assets(year - 1),
        "charity.income_mean.value": plan.income,
        "charity.net_assets_mean.value": plan.net_assets(year - 2),
        "charity.donation_income_mean.value": donations,
        "charity.trust_setup.value": 0,
        "charity.partners_pending.value": 0,
        "charity.donations_cash.value": donations - plan.donations_in_kind,
        "charity.donations_kind.value": plan.donations_in_kind,
        **_projects(plan),
        **_campaigns(plan, donations // 2),
        **_related(plan),
        **_staff(plan),
    }


def _projects(plan: Plan) -> dict[str, Given]:
    projects = (
        ("乡村儿童阅读计划", plan.charitable // 2, "乡村小学学生"),
        ("困境家庭助学", plan.charitable // 4, "困境家庭子女"),
        ("社区长者关怀", plan.charitable // 5, "社区高龄老人"),
    )
    given: dict[str, Given] = {}
    for number, (name, amount, whom) in enumerate(projects, 1):
        row = f"charity.project_{number}"
        given |= {f"{row}.name": name, f"{row}.income": amount, f"{row}.spending": amount}
        given[f"{row}.beneficiaries"] = whom
    return given


def _campaigns(plan: Plan, raised: int) -> dict[str, Given]:
    used = raised * 9 // 10
    given: dict[str, Given] = {
        "fundraising.raised.value": raised,
        "fundraising.raised_online.value": raised // 2,
        "fundraising.cost.value": plan.fundraising,
        "fundraising.used.value": used,
        "fundraising.left.value": raised - used,
    }
    amounts = {"raised": raised, "cost": plan.fundraising, "used": used}
    for number, name in enumerate(("阅读伴成长", "冬日暖心"), 1):
        row = f"fundraising.campaign_{number}"
        given |= {f"{row}.filing": f"YGMJ-EXAMPLE-{number:05d}", f"{row}.name": name}
        given |= {f"{row}.{column}": amount // 2 for column, amount in amounts.items()}
    return given


def _related(plan: Plan) -> dict[str, Given]:
    amount = plan.donations // 10
    return {
        "related_parties.total.value": amount,
        "related_parties.owed_to.value": 0,
        "related_parties.owed_by.value": 0,
        "related_parties.party_1.name": "示例实业有限公司",
        "related_parties.party_1.relation": "founder",
        "related_parties.party_1.matter": "gift_from",
        "related_parties.party_1.amount": amount,
    }


def _staff(plan: Plan) -> dict[str, Given]:
    return {
        "staff.full_time.value": plan.staff,
        "staff.contracts.value": plan.staff,
        "staff.insured.value": plan.staff,
        "staff.housing_fund.value": plan.staff,
        "staff.pay_total.value": plan.pay,
        "staff.pay_average.value": plan.pay // plan.staff,
        "staff.highest_pay.value": plan.pay // plan.staff * 2,
        "staff.overseas_travel.value": 0,
        "staff.vehicles.value": plan.management // 50,
        "staff.reception.value": plan.management // 100,
        "party.funds.value": plan.management // 100,
    }
