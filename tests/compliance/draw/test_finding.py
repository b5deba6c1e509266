"""What the rows about a visit add up to, and who may say what next."""

import pytest

from compliance.draw.finding import Outcome, Row, Standing, Word, may, standing

BOTH = ("J001", "J002")
ENTERED = Row(Word.ENTERED, Outcome.FOUND, "J001")


def test_a_finding_counts_once_another_who_went_has_confirmed_it() -> None:
    assert standing([]) == Standing() and not standing([ENTERED]).final
    here = standing([ENTERED, Row(Word.CONFIRMED, Outcome.FOUND, "J002")])
    assert here.final and here.outcome is Outcome.FOUND


def test_what_is_disputed_counts_as_the_officer_settles_it() -> None:
    disputed = [ENTERED, Row(Word.DISPUTED, Outcome.FOUND, "J002")]
    assert not standing(disputed).final
    here = standing([*disputed, Row(Word.SETTLED, Outcome.CLEAR, "")])
    assert here.final and here.outcome is Outcome.CLEAR


@pytest.mark.parametrize(
    ("rows", "word", "inspector", "went", "possible"),
    [
        ((), Word.ENTERED, "J001", BOTH, True),
        ((), Word.ENTERED, "J009", BOTH, False),
        ((), Word.CONFIRMED, "J002", BOTH, False),
        ((ENTERED,), Word.ENTERED, "J001", BOTH, True),
        ((ENTERED,), Word.ENTERED, "J002", BOTH, False),
        ((ENTERED,), Word.CONFIRMED, "J001", BOTH, False),
        ((ENTERED,), Word.CONFIRMED, "J002", BOTH, True),
        ((ENTERED,), Word.SETTLED, "", BOTH, False),
        ((ENTERED,), Word.SETTLED, "", ("J001",), True),
        ((ENTERED, Row(Word.DISPUTED, Outcome.FOUND, "J002")), Word.SETTLED, "", BOTH, True),
        ((ENTERED, Row(Word.DISPUTED, Outcome.FOUND, "J002")), Word.ENTERED, "J001", BOTH, False),
        ((ENTERED, Row(Word.CONFIRMED, Outcome.FOUND, "J002")), Word.SETTLED, "", BOTH, False),
        ((ENTERED, Row(Word.CONFIRMED, Outcome.FOUND, "J002")), Word.ENTERED, "J001", BOTH, False),
    ],
)
def test_who_may_say_what_next(
    rows: tuple[Row, ...], word: Word, inspector: str, went: tuple[str, ...], possible: bool
) -> None:
    assert may(standing(rows), word, inspector, went) is possible
