"""Texts (rows 43, 78-85): kept as written, marked where a reader could be misled."""

import pytest

from compliance.facts import Kind, Severity
from compliance.form.answer import found
from compliance.form.answer.cell import answer
from compliance.form.answer.text import masked
from compliance.form.book import by_id
from compliance.form.cells import Cell, Value

LINES = by_id(Kind.FOUNDATION, 2025)
NAME = LINES["basic.name.value"]
CONTACT = LINES["basic.contact_phone.value"]


@pytest.mark.parametrize(
    "written",
    ["示例基金会", "𠮷野家慈善会", "阳光🌞协会", "第一行\r\n第二行 INFO 200 OK", "<script>alert(1)</script>",
     "{{ 7*7 }}", "'; DROP TABLE report; --", "字" * 4000, "_x0041_"],
)  # fmt: skip
def test_ordinary_and_inert_text_is_kept_without_a_word(written: str) -> None:
    got = answer(Cell(written), NAME)
    assert (got.value, got.remarks) == (written, ())


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("=1+1", "form.text.sign"),
        ("+86", "form.text.sign"),
        ("-甲", "form.text.sign"),
        ("@SUM(A1)", "form.text.sign"),
        ("＝1", "form.text.sign"),
        ("示例\u202e会金基", "form.text.hidden"),
        ("示例\u200b基金会", "form.text.hidden"),
        ("Cafe\u0301", "form.text.hidden"),
        ("示例\ue000", "form.text.private"),
        ("联系 13812341234", "form.text.personal"),
        ("身份证 11010519491231002X", "form.text.personal"),
        ("卡号 6222021234567890128", "form.text.personal"),
    ],
)
def test_text_that_may_mislead_is_kept_and_marked(written: str, rule: str) -> None:
    got = answer(Cell(written), NAME)
    assert got.value == written
    assert (got.remarks[0].severity, got.remarks[0].rule) == (Severity.ADVISE, rule)


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("   ", "form.text.spaces"),
        ("\u3000\u200b", "form.text.spaces"),
        ("a\x00b", "form.text.control"),
        ("a\ud800b", "form.text.control"),
        ("字" * 4001, "form.text.long"),
        ("e" + "\u0301" * 3999, "form.text.marks"),
        (True, "form.text.type"),
    ],
)
def test_text_nobody_can_read_or_keep_is_refused(written: Value, rule: str) -> None:
    got = answer(Cell(written), NAME)
    assert got.value is None
    assert got.remarks[0].rule == rule


def test_ends_are_stripped_of_what_is_unseen_and_the_rest_stays() -> None:
    assert answer(Cell("\ufeff 示例　基金会\u00a0"), NAME).value == "示例　基金会"


def test_a_line_that_is_never_public_may_hold_a_phone_number() -> None:
    assert answer(Cell("13812341234"), CONTACT).remarks == ()


def test_identity_and_phone_numbers_are_masked_and_other_numbers_stay() -> None:
    assert masked("11010519491231002X") == "11*************02X"
    assert masked("打 13812341234 找我") == "打 138****1234 找我"
    assert masked("金额 12345678901") == "金额 12345678901"
    assert masked("533301000000004529") == "533301000000004529"  # the code of an organization


def test_what_was_found_is_shown_on_one_line_with_unseen_characters_written_out() -> None:
    assert found("a\r\nb") == "a[U+000D][U+000A]b"
    assert len(found("长" * 100)) == 40
