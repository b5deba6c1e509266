from datetime import date

import pytest

from compliance.facts import Register
from compliance.law import Dated, credit_measures, credit_periods
from compliance.law.credit_measures import GROUNDS, IN_FORCE, Interval
from compliance.workday import Period, Unit

NAMES = """
anomaly.report_missed anomaly.party_organization anomaly.rectification_overdue anomaly.fundraising_condition
anomaly.warned_or_fined anomaly.unreachable serious.two_years_on_anomaly serious.change_annulled serious.suspended
serious.fined_50000 serious.two_penalties_in_three_years serious.enforcement_debtor serious.revoked
"""


def test_every_ground_of_the_contract_is_there_in_the_order_of_the_articles() -> None:
    assert list(GROUNDS) == NAMES.split()


@pytest.mark.parametrize("name", GROUNDS)
def test_a_ground_begins_with_the_measures_and_names_its_list(name: str) -> None:
    dated = GROUNDS[name]
    assert dated.on(date(2018, 1, 23)) is None
    text = dated.on(IN_FORCE)
    assert text is not None
    assert text.value.list is Register(name.partition(".")[0])
    assert text.cite.act.number == "民政部令第60号"
    assert dated.label.zh and dated.label.en


@pytest.mark.parametrize(
    ("dated", "value", "confirmed"),
    [
        (credit_periods.ENTER_INFORMATION, Period(5, Unit.WORKDAYS), True),
        (credit_periods.REMOVAL_DECISION, Period(5, Unit.WORKDAYS), True),
        (credit_periods.NO_DUTY_STAY, Period(6, Unit.MONTHS), True),
        (credit_periods.ANOMALY_TO_SERIOUS, Period(2, Unit.YEARS), True),
        (credit_periods.SERIOUS_STAY, Period(2, Unit.YEARS), True),
        (credit_periods.PENALTY_WINDOW, Period(3, Unit.YEARS), True),
        (credit_periods.SERIOUS_FINE, 5_000_000, True),
        (credit_periods.STATEMENT, Period(15, Unit.WORKDAYS), False),
        (credit_periods.PUBLIC_SERVICE, Period(60, Unit.DAYS), False),
        (credit_periods.DEFENCE_CHECK, Period(10, Unit.WORKDAYS), False),
        (credit_periods.OBJECTION_CHECK, Period(20, Unit.WORKDAYS), False),
        (credit_periods.LETTER_INTERVAL, Interval(15, 30), False),
        (credit_periods.PARTY_GRACE, Period(0, Unit.DAYS), False),
    ],
)
def test_each_number_of_the_measures_stands_with_whether_it_is_confirmed(
    dated: Dated[object], value: object, confirmed: bool
) -> None:
    text = dated.on(date(2026, 6, 1))
    assert text is not None
    assert (text.value, text.confirmed) == (value, confirmed)


def test_the_act_is_cited_by_its_number() -> None:
    assert (
        str(credit_measures.UNREACHABLE.texts[0].cite)
        == "《社会组织信用信息管理办法》（民政部令第60号）第十一条第（六）项"
    )
