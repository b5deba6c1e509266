"""Numbers of articles as official papers write them."""

import pytest

from compliance.law.numeral import DIGITS, numeral

TENS = ("", "十", *(f"{digit}十" for digit in DIGITS[2:]))


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (19, "十九"),
        (20, "二十"),
        (61, "六十一"),
        (99, "九十九"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (111, "一百一十一"),
        (120, "一百二十"),
        (199, "一百九十九"),
        (200, "二百"),
    ],
)
def test_a_number_is_written_in_chinese(number: int, written: str) -> None:
    assert numeral(number) == written


def test_every_number_below_a_hundred_is_its_tens_and_its_ones() -> None:
    expected = [tens + ones for tens in TENS for ones in ("", *DIGITS[1:])]
    assert [numeral(number) for number in range(1, 100)] == expected[1:]


def test_no_two_numbers_to_two_hundred_are_written_alike() -> None:
    assert len({numeral(number) for number in range(1, 201)}) == 200
