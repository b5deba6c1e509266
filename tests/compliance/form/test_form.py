"""The form as data: every kind and year has its lines, named, placed and explained."""

import re
from collections import Counter

import pytest

from compliance.facts import Kind
from compliance.form import Type
from compliance.form.book import by_id, lines, mark, sheets

YEARS = (2023, 2025, 2026)
EVERY = [(kind, year) for kind in Kind for year in YEARS]
FIXED = {
    ("basic", "value"): "code name year kind",
    ("balance", "opening closing"): (
        "cash current_assets long_term_investments fixed_assets entrusted_assets total_assets "
        "current_liabilities long_term_liabilities entrusted_liabilities total_liabilities "
        "unrestricted_net_assets restricted_net_assets net_assets"
    ),
    ("activity", "unrestricted restricted total"): (
        "donation_income dues_income service_income government_grants sales_income investment_income "
        "other_income total_income business_cost management_cost financing_cost other_expenses "
        "total_expense change_in_net_assets"
    ),
    ("cash_flow", "this_year last_year"): (
        "donations_received operating_net investing_net financing_net net_increase"
    ),
    ("charity", "value"): (
        "charitable_spending management_cost fundraising_cost last_year_income last_year_net_assets"
    ),
}
SIGNED = {"investment_income", "fixed_assets_disposal", "taxes_payable", "salaries_payable"}


def texts(kind: Kind, year: int, part: str) -> set[str]:
    return {line.label.zh for line in lines(kind, year) if line.part == part}


@pytest.mark.parametrize(("kind", "year"), EVERY)
def test_every_kind_has_at_least_150_lines_even_without_charity_status(kind: Kind, year: int) -> None:
    asked = [line for line in lines(kind, year) if line.asks(kind, charity=False, fundraising=False)]
    assert len(asked) >= 150


@pytest.mark.parametrize(("kind", "year"), EVERY)
def test_the_ids_of_the_contract_are_there(kind: Kind, year: int) -> None:
    wanted = {
        f"{part}.{line}.{column}"
        for (part, columns), names in FIXED.items()
        for line in names.split()
        for column in columns.split()
    }
    assert wanted <= set(by_id(kind, year))


@pytest.mark.parametrize(("kind", "year"), EVERY)
def test_ids_and_cells_are_unique_and_well_formed(kind: Kind, year: int) -> None:
    form = lines(kind, year)
    assert max(Counter(line.id for line in form).values()) == 1
    assert max(Counter((line.sheet, line.cell) for line in form).values()) == 1
    assert all(re.fullmatch(r"[a-z_]+\.[a-z0-9_]+\.[a-z_]+", line.id) for line in form)
    assert all(re.fullmatch(r"[C-Z][1-9]\d*", line.cell) for line in form)


@pytest.mark.parametrize(("kind", "year"), EVERY)
def test_every_line_is_labelled_and_explained_in_both_languages(kind: Kind, year: int) -> None:
    for line in lines(kind, year):
        for said in (line.label, line.column, line.help):
            assert re.search(r"[\u4e00-\u9fff]|\dA", said.zh), line.id
            assert said.en and not re.search(
                r"[\u4e00-\u9fff](?!中国|”)", said.en.replace("慈善中国", "").replace("无", "")
            ), line.id
            assert "{" not in said.zh + said.en


@pytest.mark.parametrize(("kind", "year"), EVERY)
def test_choice_lines_and_only_they_have_choices(kind: Kind, year: int) -> None:
    for line in lines(kind, year):
        assert bool(line.choices) is (line.type is Type.CHOICE)
        assert len({one.key for one in line.choices}) == len(line.choices)


@pytest.mark.parametrize("kind", Kind)
def test_a_line_keeps_its_type_and_sheet_over_the_years(kind: Kind) -> None:
    old, new = by_id(kind, 2025), by_id(kind, 2026)
    for key in set(old) & set(new):
        assert (old[key].type, old[key].sheet) == (new[key].type, new[key].sheet)


def test_the_2026_layout_adds_what_the_new_system_added_and_2004_knows_nothing_of_it() -> None:
    added = {
        "balance": {"文物资源", "长期待摊费用", "减：累计摊销", "非流动资产合计", "应付职工薪酬", "应交税费"},
        "activity": {
            "总部拨款收入",
            "税金及附加",
            "资产减值损失",
            "所得税费用",
            "以前年度净资产调整",
            "其中：设立慈善信托支出",
        },
        "cash_flow": {"支付的各项税费"},
    }
    for part, labels in added.items():
        assert labels <= texts(Kind.FOUNDATION, 2026, part)
        assert not labels & texts(Kind.FOUNDATION, 2025, part)
    assert "activity.restricted_to_unrestricted.restricted" in by_id(Kind.FOUNDATION, 2025)


def test_only_amounts_that_can_fall_below_zero_are_signed() -> None:
    rows = {line.row.partition(".")[2] for line in lines(Kind.FOUNDATION, 2026) if line.signed}
    assert rows >= SIGNED
    assert not rows & {"donation_income", "management_cost", "cash", "total_assets", "charitable_spending"}


def test_kinds_are_asked_different_things() -> None:
    association, foundation = by_id(Kind.ASSOCIATION, 2025), by_id(Kind.FOUNDATION, 2025)
    assert "governance.unit_members.value" in association
    assert "governance.unit_members.value" not in foundation
    assert "basic.original_fund.value" in foundation


def test_a_foundation_that_is_no_charity_is_still_asked_for_its_spending() -> None:
    for kind, asked in ((Kind.FOUNDATION, True), (Kind.ASSOCIATION, False)):
        line = by_id(kind, 2025)["charity.charitable_spending.value"]
        assert line.asks(kind, charity=False, fundraising=False) is asked


def test_the_mark_differs_for_every_kind_and_year_and_follows_the_labels() -> None:
    assert len({mark(kind, year) for kind, year in EVERY}) == len(EVERY)


@pytest.mark.parametrize(("kind", "year"), EVERY)
def test_labels_stand_left_of_their_answers_and_last_year_right_of_them(kind: Kind, year: int) -> None:
    for page in sheets(kind, year):
        for line in page.lines:
            assert line.label_cell == f"B{line.cell[1:]}"
            assert not line.last_year or line.cell < line.last_year < f"{page.help}{line.cell[1:]}"
