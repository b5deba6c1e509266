"""Signs of risk: what reports, disclosures and record say of organizations as known on a day.

Column                unit        source
age                   years       register: since registration
charity, fundraising  0 or 1      register: status on the day
association, foundation 0 or 1    register: kind
supervised            0 or 1      register: has a supervising unit
reports               count       reports received by the day
missed, missed_share  count, share reports due before the day and not received by it
late_share            share       of the reports received: after their due date
slack_last, slack_mean, slack_least  days  from receipt to due date; negative is late
years_silent          years       since the last report received
unpublished_share     share       of the reports received: not published by the day
faults_last, faults_mean count    findings to be explained in the reports received
conclusion_last       0, 1, 2     the last conclusion known: qualified, basically qualified, unqualified
not_qualified_share   share       of the conclusions known
log_income            log yuan    last report received
growth                ratio       income of the last report to that of the one before
margin                share       of income not spent, last report
months_of_net_assets  months      of spending, last report
management_share      share       of expense, last report
penalties, complaints, orders, interviews, letters_returned  count  record of three years
completed_share       share       rectifications completed of those ordered, record
listed                0 or 1      on a list on the day
awards                count       record of three years
grade                 1 to 5      last assessment that holds on the day
years_since_event     years       since the last penalty, complaint upheld or order

Who inspected is never a column.
"""

from collections.abc import Mapping, Sequence
from datetime import date

import polars as pl
from polars import DataFrame, Expr, col, lit, when

ORGANIZATIONS: Mapping[str, type[pl.DataType]] = {
    "code": pl.String, "kind": pl.String, "registered_on": pl.Date, "charity_since": pl.Date,
    "fundraising_since": pl.Date, "supervised": pl.Boolean,
}  # fmt: skip
REPORTS: Mapping[str, type[pl.DataType]] = {
    "code": pl.String, "year": pl.Int64, "due": pl.Date, "received_on": pl.Date, "published_on": pl.Date,
    "concluded_on": pl.Date, "conclusion": pl.String, "faults": pl.Int64, "income": pl.Int64,
    "expense": pl.Int64, "net_assets": pl.Int64, "management": pl.Int64,
}  # fmt: skip
"""A row for each report that was owed, received or not; amounts in fen."""
EVENTS: Mapping[str, type[pl.DataType]] = {
    "code": pl.String, "on": pl.Date, "what": pl.String, "grade": pl.String, "until": pl.Date,
}  # fmt: skip
"""The record; `grade` and `until` (last day it holds) of assessments."""
YEAR = 365.25
RECENT = "3y"
TOLD_WITH_REPORT = ("received_on", "published_on", "faults", "income", "expense", "net_assets", "management")
PENALTIES = ("warning", "public_criticism", "fine", "confiscation", "suspension")
COUNTED: Mapping[str, Sequence[str]] = {
    "penalties": PENALTIES,
    "complaints": ("complaint_upheld",),
    "orders": ("rectification_ordered",),
    "interviews": ("interviewed",),
    "letters_returned": ("letter_returned",),
    "awards": ("award",),
}
SEVERITY = {"qualified": 0, "basically_qualified": 1, "unqualified": 2}
COLUMNS = (
    "age", "charity", "fundraising", "association", "foundation", "supervised", "reports", "missed",
    "missed_share", "late_share", "slack_last", "slack_mean", "slack_least", "years_silent",
    "unpublished_share", "faults_last", "faults_mean", "conclusion_last", "not_qualified_share",
    "log_income", "growth", "margin", "months_of_net_assets", "management_share", *COUNTED,
    "completed_share", "listed", "grade", "years_since_event",
)  # fmt: skip
"""Every column, in its order."""
RISING = (
    "missed", "missed_share", "late_share", "unpublished_share", "faults_last", "faults_mean",
    "conclusion_last", "not_qualified_share", "penalties", "complaints", "orders", "listed",
)  # fmt: skip
DIRECTIONS: Mapping[str, int] = {**dict.fromkeys(RISING, 1), "slack_mean": -1, "slack_least": -1}
"""The risk only rises (1) or only falls (-1) with these."""


def signs(organizations: DataFrame, reports: DataFrame, events: DataFrame, day: date) -> DataFrame:
    """COLUMNS and the code of each organization registered by a day, by what was known on that day."""
    living = organizations.filter(col("registered_on") <= day)
    told = known_reports(reports, day)
    happened = events.filter(col("on") <= day)
    frame = living.select("code", *_status(day))
    for part in (_filing(told, day), _money(told), _record(happened, day)):
        frame = frame.join(part, on="code", how="left")
    nothing = [col(name).fill_null(0) for name in ("reports", "missed", *COUNTED, "listed")]
    return frame.with_columns(nothing).select("code", *COLUMNS).sort("code")


def known_reports(reports: DataFrame, day: date) -> DataFrame:
    """Reports that were due or received by a day, without whatever became known later."""
    there = (col("received_on") <= day).fill_null(False)
    told = reports.filter(there | (col("due") < day))
    told = told.with_columns(when(there).then(col(name)).alias(name) for name in TOLD_WITH_REPORT)
    published, concluded = col("published_on") <= day, there & (col("concluded_on") <= day)
    return told.with_columns(
        when(published).then("published_on").alias("published_on"),
        when(concluded).then("conclusion").alias("conclusion"),
    ).sort("code", "year")


def _status(day: date) -> Sequence[Expr]:
    return (
        ((lit(day) - col("registered_on")).dt.total_days() / YEAR).alias("age"),
        (col("charity_since") <= day).fill_null(False).alias("charity"),
        (col("fundraising_since") <= day).fill_null(False).alias("fundraising"),
        (col("kind") == "association").alias("association"),
        (col("kind") == "foundation").alias("foundation"),
        col("supervised"),
    )


def _filing(told: DataFrame, day: date) -> DataFrame:
    """How it reported so far."""
    came = col("received_on").is_not_null()
    slack = (col("due") - col("received_on")).dt.total_days().filter(came)
    missed = (~came & (col("due") < day)).sum()
    grave = col("conclusion").replace_strict(SEVERITY, default=None, return_dtype=pl.Int64).drop_nulls()
    return told.group_by("code").agg(
        came.sum().alias("reports"),
        missed.alias("missed"),
        (missed / pl.len()).alias("missed_share"),
        (slack < 0).mean().alias("late_share"),
        slack.last().alias("slack_last"),
        slack.mean().alias("slack_mean"),
        slack.min().alias("slack_least"),
        ((lit(day) - col("received_on").max()).dt.total_days() / YEAR).alias("years_silent"),
        col("published_on").is_null().filter(came).mean().alias("unpublished_share"),
        col("faults").drop_nulls().last().alias("faults_last"),
        col("faults").mean().alias("faults_mean"),
        grave.last().alias("conclusion_last"),
        (grave > 0).mean().alias("not_qualified_share"),
    )


def _money(told: DataFrame) -> DataFrame:
    """What the last report says of money; a share of nothing is not known."""
    came = told.filter(col("received_on").is_not_null()).group_by("code", maintain_order=True)
    last = came.agg(
        *(col(name).last() for name in ("income", "expense", "net_assets", "management")),
        when(pl.len() > 1).then(col("income").tail(2).first()).alias("before"),
    )
    month = col("expense") / 12
    return last.select(
        "code",
        (col("income") / 100).clip(1).log().alias("log_income"),
        _share(col("income"), col("before")).alias("growth"),
        _share(col("income") - col("expense"), col("income")).alias("margin"),
        when(month > 0).then((col("net_assets") / month).clip(-60, 240)).alias("months_of_net_assets"),
        _share(col("management"), col("expense")).alias("management_share"),
    )


def _share(above: Expr, below: Expr) -> Expr:
    return when(below > 0).then((above / below).clip(-5, 5))


def _record(happened: DataFrame, day: date) -> DataFrame:
    """What stands in the record."""
    recent = col("on") > lit(day).dt.offset_by(f"-{RECENT}")
    listed = col("what").filter(col("what").is_in(["listed", "removed"])).last() == "listed"
    grade = col("grade").filter((col("what") == "assessed") & (col("until") >= day)).last()
    orders, done = (
        (col("what") == name).sum() for name in ("rectification_ordered", "rectification_completed")
    )
    bad = [*PENALTIES, "complaint_upheld", "rectification_ordered"]
    last_bad = col("on").filter(col("what").is_in(bad)).max()
    return (
        happened.sort("code", "on", maintain_order=True)
        .group_by("code", maintain_order=True)
        .agg(
            *((recent & col("what").is_in(list(names))).sum().alias(name) for name, names in COUNTED.items()),
            when(orders > 0).then((done / orders).clip(0, 1)).alias("completed_share"),
            listed.fill_null(False).cast(pl.Int64).alias("listed"),
            grade.str.head(1).cast(pl.Int64).alias("grade"),
            ((lit(day) - last_bad).dt.total_days() / YEAR).alias("years_since_event"),
        )
    )
