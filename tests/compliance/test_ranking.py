"""Places inside a class."""

from datetime import date

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from compliance.ranking import class_of, rank

SCORES = st.lists(
    st.tuples(st.sampled_from(["a", "b"]), st.none() | st.integers(0, 100_000)), min_size=1, max_size=30
)
SCHEMA = {"code": pl.String, "class_": pl.String, "score": pl.Int64}


def frame(scores: list[tuple[str, int | None]]) -> pl.DataFrame:
    rows = [(f"{number:03d}", class_, score) for number, (class_, score) in enumerate(scores)]
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")


@given(SCORES, st.randoms())
def test_the_order_of_the_register_does_not_matter(
    scores: list[tuple[str, int | None]], chance: object
) -> None:
    table = frame(scores)
    assert rank(table).equals(rank(table.sample(fraction=1, shuffle=True, seed=len(scores))))


@given(SCORES)
def test_a_place_is_one_more_than_the_number_of_better_ones(scores: list[tuple[str, int | None]]) -> None:
    for row in rank(frame(scores)).iter_rows(named=True):
        better = [
            s
            for c, s in scores
            if c == row["class_"] and s is not None and row["score"] is not None and s > row["score"]
        ]
        assert row["rank"] == (None if row["score"] is None else len(better) + 1)


def test_equal_scores_share_a_place_and_the_next_is_left_out() -> None:
    assert rank(frame([("a", 90), ("a", 90), ("a", 80), ("b", 10)]))["rank"].to_list() == [1, 1, 3, 1]


def test_a_class_is_kind_and_size_by_income() -> None:
    incomes = [None, 0, 49_999_999, 50_000_000, 499_999_999, 500_000_000]
    table = pl.DataFrame({"kind": ["foundation"] * 6, "income": incomes})
    sizes = table.select(class_of(date(2026, 6, 1))).to_series().str.split(".").list.last().to_list()
    assert sizes == ["unsized", "small", "small", "medium", "medium", "large"]
