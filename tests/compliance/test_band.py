"""Bands of places while marks vary."""

from collections.abc import Sequence
from datetime import date

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from compliance.band import banded, settings
from compliance.law.transparency_items import ITEMS, MARKS_VARY, Aspect
from compliance.ranking import rank

DAY = date(2026, 11, 23)
VALUE = st.none() | st.sampled_from([0, 250, 500, 1000])
SCHEMA = {
    "code": pl.String,
    "class_": pl.String,
    **dict.fromkeys([f"item.{name}" for name in ITEMS], pl.Int64),
}


def frame(rows: Sequence[Sequence[int | None]]) -> pl.DataFrame:
    """Organizations of one class, each with its items, scored by the table itself."""
    marks = {name: item.texts[-1].value.marks for name, item in ITEMS.items()}
    table = pl.DataFrame(
        [(f"{number:03d}", "a", *row) for number, row in enumerate(rows)], schema=SCHEMA, orient="row"
    )
    known = [
        sum(worth for worth, value in zip(marks.values(), row, strict=True) if value is not None)
        for row in rows
    ]
    won = [
        sum(worth * (value or 0) for worth, value in zip(marks.values(), row, strict=True)) for row in rows
    ]
    scores = [w * 100 // k if k else None for w, k in zip(won, known, strict=True)]
    return table.with_columns(score=pl.Series(scores, dtype=pl.Int64))


@given(st.lists(st.lists(VALUE, min_size=len(ITEMS), max_size=len(ITEMS)), min_size=1, max_size=12))
def test_a_place_lies_in_its_band_and_who_has_no_score_has_none(rows: list[list[int | None]]) -> None:
    for row in banded(rank(frame(rows)), DAY).iter_rows(named=True):
        if row["rank"] is None:
            assert row["best"] is None and row["worst"] is None
        else:
            assert 1 <= row["best"] <= row["rank"] <= row["worst"] <= len(rows)


def test_whoever_is_better_everywhere_is_better_under_every_setting() -> None:
    best, worst = [1000] * len(ITEMS), [0] * len(ITEMS)
    found = banded(rank(frame([worst, best])), DAY).sort("code")
    assert found.select("rank", "best", "worst").rows() == [(2, 2, 2), (1, 1, 1)]


def test_two_that_are_good_at_different_things_change_places_within_the_limits() -> None:
    names = list(ITEMS)
    timely = [1000 if ITEMS[n].texts[-1].value.aspect is Aspect.TIMELY else 500 for n in names]
    complete = [1000 if ITEMS[n].texts[-1].value.aspect is Aspect.COMPLETE else 350 for n in names]
    found = banded(rank(frame([timely, complete])), DAY)
    assert sorted(found.select("best", "worst").rows()) == [(1, 2), (1, 2)]


def test_the_settings_are_the_table_itself_then_each_item_and_each_part_at_both_limits() -> None:
    usual, *moved = settings(DAY)
    limit = MARKS_VARY.texts[-1].value
    assert usual == {name: item.texts[-1].value.marks * 100 for name, item in ITEMS.items()}
    assert len(moved) == 2 * (len(ITEMS) + len(Aspect))
    shares = {100 * marks[n] // usual[n] for marks in moved for n in usual if marks[n] != usual[n]}
    assert shares == {100 - limit, 100 + limit}
