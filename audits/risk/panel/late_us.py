"""L1: returns of United States non-profits filed after the extended due date."""

from collections.abc import Mapping
from pathlib import Path

import polars as pl
from polars import DataFrame, Expr, col

from audits.risk.table import Table, numbers
from compliance.facts import Said

FILE = "us_990_efile_index_2010_2021.csv.gz"
FORMS = ("990", "990EZ")
GRACE, DAYS, HALF_LIFE = 5, 365.25, 2.0
"""Days of grace after the due date; days of a year; years after which a filing counts for e times less."""
SAID = Said(
    "迟报：超过延长后的期限提交年度申报表", "Late filing: a return received after the extended due date"
)
RULE = Said("上次申报距期限的天数", "Days to the due date at the last filing")
KEY = ("EIN", "end")


def table(folder: Path) -> Table:
    """A row each period with an earlier filing known at its end; tested on periods of 2017 and 2018.

    Learned from periods to December 2015: what came of the one between was not known in January 2017.
    """
    filed = _filed(folder)
    frame = _known(filed)
    columns = tuple(name for name in frame.columns if name not in {*KEY, "late"})
    return Table(
        name="L1", said=SAID, rule=RULE, columns=columns, x=numbers(frame, columns),
        y=frame["late"].to_numpy(), when=frame["end"].dt.year().cast(pl.Int64).to_numpy(),
        naive=-frame["slack_last"].to_numpy(), validation=(2014, 2015), test=(2017, 2018), gap=1,
        directions=DIRECTIONS,
    )  # fmt: skip


def _filed(folder: Path) -> DataFrame:
    """The first filing of each organization and period, with its days to the due date (`slack`)."""
    texts = {"EIN": pl.String, "tax_period": pl.String, "dln": pl.String}
    frame = pl.read_csv(folder / FILE, infer_schema_length=None, schema_overrides=texts, try_parse_dates=True)
    end = col("tax_period").str.to_date("%Y%m", strict=True).dt.month_end()
    frame = frame.filter(col("form").is_in(FORMS)).with_columns(end=end)
    frame = frame.sort(*KEY, "received_date").unique(KEY, keep="first", maintain_order=True)
    due = col("end").dt.offset_by("1d").dt.offset_by("10mo").dt.offset_by("14d")
    slack = (due - col("received_date")).dt.total_days()
    return frame.select(
        *KEY, "received_date", "form", slack=slack.clip(-400, 400).cast(pl.Float64), late=slack < -GRACE
    )


def _known(filed: DataFrame) -> DataFrame:
    """What was filed before the end of each period."""
    earlier = filed.rename({name: f"past_{name}" for name in filed.columns if name != "EIN"})
    pairs = filed.select(*KEY, "late").join(earlier, on="EIN")
    pairs = pairs.filter((col("past_received_date") < col("end")) & (col("past_end") < col("end")))
    pairs = pairs.sort(*KEY, "past_end")
    return pairs.group_by(*KEY, maintain_order=True).agg(col("late").first(), **_columns())


def _columns() -> Mapping[str, Expr]:
    slack, past_late = col("past_slack"), col("past_late")
    years = (col("end") - col("past_end")).dt.total_days() / DAYS
    weight = (-years / HALF_LIFE).exp()
    return {
        "slack_last": slack.last(), "slack_before": slack.tail(2).first(), "slack_mean": slack.mean(),
        "slack_least": slack.min(), "slack_most": slack.max(), "slack_spread": slack.std(),
        "slack_recent": _weighted(slack, weight), "slack_trend": slack.last() - slack.mean(),
        "late_count": past_late.sum(), "late_share": past_late.mean(), "late_last": past_late.last(),
        "late_recent": (past_late * weight).sum(),
        "tight_share": (slack < 15).mean(), "tight_recent": _weighted(slack < 15, weight),
        "very_tight_share": (slack < 5).mean(), "early_share": (slack > 170).mean(),
        "extended_recent": _weighted(slack < 165, weight),
        "filings": pl.len(), "years_since_last_period": years.last(), "behind": years.last() > 1.1,
        "years_since_last_filing": (col("end").last() - col("past_received_date").last()).dt.total_days() / DAYS,
        "periods_missed": (col("past_end").last() - col("past_end").first()).dt.total_days() / DAYS + 1 - pl.len(),
        "short_form": col("past_form").last() == "990EZ",
        "period_moved": col("past_end").last().dt.month() != col("end").last().dt.month(),
        "month": col("end").last().dt.month(), "december": col("end").last().dt.month() == 12,
        "june": col("end").last().dt.month() == 6,
    }  # fmt: skip


def _weighted(told: Expr, weight: Expr) -> Expr:
    return (told.cast(pl.Float64) * weight).sum() / weight.sum()


FALLING = ("slack_last", "slack_mean", "slack_least", "slack_recent")
RISING = (
    "late_count", "late_share", "late_last", "late_recent", "tight_share", "tight_recent", "extended_recent",
    "behind",
)  # fmt: skip
DIRECTIONS: Mapping[str, int] = {**dict.fromkeys(FALLING, -1), **dict.fromkeys(RISING, 1)}
"""Who files early is less at risk; who was late or just in time before is more."""
