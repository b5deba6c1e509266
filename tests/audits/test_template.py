"""The workbook as written: it reads back as what was put in, and it helps the person who fills it."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from audits.template import template
from audits.template.typed import options
from compliance.facts import Kind
from compliance.form import Type
from compliance.form.book import INSTRUCTIONS, MARK_CELL, by_id, lines, mark, sheets
from compliance.form.cells import Cell
from compliance.form.example import example
from compliance.form.read import Expect, read
from tests.workbook import changed, opened

YEARS = (2023, 2025, 2026)
EVERY = [(kind, year) for kind in Kind for year in YEARS]
AMOUNTS = [line.id for line in lines(Kind.FOUNDATION, 2025) if line.type is Type.MONEY and line.signed]


def loaded(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content))


@pytest.mark.parametrize(("kind", "year"), EVERY)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_template_filled_with_the_example_reads_back_as_the_example(
    kind: Kind, year: int, language: str
) -> None:
    answers = example(kind, year)
    reading = read(opened(template(kind, year, prefill=answers, language=language)))
    assert reading.faults == ()
    assert reading.values == answers
    assert (reading.kind, reading.year) == (kind, year)


def test_an_organization_that_is_no_charity_is_not_stopped_for_charity_lines() -> None:
    answers = example(Kind.ASSOCIATION, 2025, charity=False)
    content = template(Kind.ASSOCIATION, 2025, prefill=answers, ask=(False, False))
    assert read(opened(content)).faults == ()


def test_the_mark_stands_in_its_fixed_cell() -> None:
    book = loaded(template(Kind.FOUNDATION, 2025))
    assert book.sheetnames[0] == INSTRUCTIONS
    assert book[INSTRUCTIONS][MARK_CELL].value == mark(Kind.FOUNDATION, 2025)


@pytest.mark.parametrize("kind", Kind)
def test_every_answer_cell_is_open_and_carries_help_and_its_label_is_locked(kind: Kind) -> None:
    book = loaded(template(kind, 2025))
    for line in lines(kind, 2025):
        cell = book[line.sheet][line.cell]
        assert not cell.protection.locked
        assert cell.comment is not None and line.help.zh in cell.comment.text
        assert book[line.sheet][line.label_cell].protection.locked
    assert all(book[page.part.sheet].protection.sheet for page in sheets(kind, 2025))


def test_every_answer_cell_has_a_check_of_its_type() -> None:
    book = loaded(template(Kind.FOUNDATION, 2026))
    for page in sheets(Kind.FOUNDATION, 2026):
        checks = book[page.part.sheet].data_validations.dataValidation
        checked = {cell for check in checks for area in check.sqref.ranges for cell in _cells(str(area))}
        assert checked == {line.cell for line in page.lines}


def _cells(area: str) -> list[str]:
    if ":" not in area:
        return [area]
    first, last = area.split(":")
    return [f"{first[0]}{row}" for row in range(int(first[1:]), int(last[1:]) + 1)]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_lists_of_choices_fit_the_input_check(language: str) -> None:
    for kind in Kind:
        for line in lines(kind, 2026):
            if line.choices:
                text = options(line, language)
                assert len(text) <= 255
                assert text.count(",") == len(line.choices) - 1


def test_last_years_figures_stand_beside_and_become_this_years_openings() -> None:
    last = example(Kind.FOUNDATION, 2024)
    content = template(Kind.FOUNDATION, 2025, last_year=last)
    at = by_id(Kind.FOUNDATION, 2025)
    sheet = loaded(content)["资产负债表"]
    closing = last["balance.cash.closing"]
    assert isinstance(closing, int)
    assert sheet[at["balance.cash.closing"].last_year].value == closing / 100
    assert sheet[at["balance.cash.opening"].cell].value == closing / 100
    assert sheet[at["balance.cash.closing"].cell].value is None


def test_what_is_not_asked_is_closed_and_said_on_the_first_sheet() -> None:
    book = loaded(template(Kind.ASSOCIATION, 2025, ask=(False, False)))
    line = by_id(Kind.ASSOCIATION, 2025)["charity.charitable_spending.value"]
    assert book[line.sheet][line.cell].protection.locked
    who = [row[2].value for row in book[INSTRUCTIONS].iter_rows() if row[0].value == "公开募捐"]
    assert who == ["本单位不需填写"]


def test_the_callers_sentence_on_the_due_day_is_printed() -> None:
    book = loaded(template(Kind.ASSOCIATION, 2025, due="2026 年 5 月 31 日前"))
    assert "2026 年 5 月 31 日前" in [cell.value for row in book[INSTRUCTIONS].iter_rows() for cell in row]


def test_without_one_the_dates_of_the_law_are_given_with_their_article() -> None:
    told = loaded(template(Kind.FOUNDATION, 2025, ask=(True, True)))[INSTRUCTIONS]["B6"].value
    assert "2026 年 5 月 31 日前" in told and "慈善组织信息公开办法" in told


def test_every_sheet_prints_on_a4_as_wide_as_the_page_and_keeps_its_head_in_sight() -> None:
    book = loaded(template(Kind.FOUNDATION, 2025))
    for page in sheets(Kind.FOUNDATION, 2025):
        sheet = book[page.part.sheet]
        assert sheet.page_setup.paperSize == 9
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.freeze_panes == "C4"


def test_a_report_with_faults_comes_back_with_its_cells_marked() -> None:
    at = by_id(Kind.FOUNDATION, 2025)["balance.cash.closing"]
    sent = changed(
        opened(template(Kind.FOUNDATION, 2025, prefill=example(Kind.FOUNDATION, 2025))),
        at.sheet,
        {at.cell: Cell("917.2万元")},
    )
    reading = read(sent)
    book = loaded(template(Kind.FOUNDATION, 2025, prefill=reading.values, faults=reading.faults))
    cell = book[at.sheet][at.cell]
    assert cell.value == "917.2万元"
    assert cell.comment is not None and "请填 9172000" in cell.comment.text
    assert cell.fill.fgColor.rgb != book[at.sheet][at.cell.replace("D", "C")].fill.fgColor.rgb


def test_lines_grey_by_the_answers_given_in_the_workbook_itself() -> None:
    book = loaded(template(Kind.ASSOCIATION, 2025))
    at = by_id(Kind.ASSOCIATION, 2025)["basic.charity.value"]
    rules = [rule for area in book["慈善活动"].conditional_formatting for rule in area.rules]
    assert any(f"${at.cell[0]}${at.cell[1:]}" in rule.formula[0] for rule in rules)


def test_text_that_looks_like_a_formula_stays_text() -> None:
    answers = {**example(Kind.FOUNDATION, 2025), "basic.changes.value": "=1+1"}
    book = loaded(template(Kind.FOUNDATION, 2025, prefill=answers))
    line = by_id(Kind.FOUNDATION, 2025)["basic.changes.value"]
    assert book[line.sheet][line.cell].data_type != "f"


@settings(max_examples=8, deadline=None)
@given(st.fixed_dictionaries({line: st.integers(-(10**15), 10**15) for line in AMOUNTS}))
def test_amounts_survive_the_way_through_the_workbook(amounts: dict[str, int]) -> None:
    answers = {**example(Kind.FOUNDATION, 2025), **amounts}
    reading = read(opened(template(Kind.FOUNDATION, 2025, prefill=answers)), Expect(year=2025))
    assert reading.values == answers
