"""Chinese numerals as figures."""

import pytest

from compliance.form.answer.numeral import numeral


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("一百零五", 105),
        ("三千零二十万", 30200000),
        ("一亿二千万", 120000000),
    ],
)
def test_small_numerals_are_understood_too(written: str, amount: int) -> None:
    assert numeral(written) == amount


@pytest.mark.parametrize("written", ["元", "甲乙", "一元整整", "12"])
def test_other_words_are_no_numerals(written: str) -> None:
    assert numeral(written) is None
