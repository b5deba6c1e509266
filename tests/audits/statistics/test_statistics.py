"""Shares, changes, the CSV that no spreadsheet computes, what the night keeps, and the work report as PDF."""

import csv
import io
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from audits import jobs
from audits.refusal import Unfit
from audits.statistics import Asked, Found, asked, find, offered, sheet
from audits.statistics.kept import JOB, kept, yesterday
from audits.statistics.report import context, report
from compliance.facts import Conclusion
from compliance.statistics import BY_KEY, FIGURES
from models.db import Database, Session
from models.registrar import Registrar, within
from tests import make
from tests.audits.draw.course import drawn
from tests.models.statistics.office import assessed, happened, organization, reported

DAY = date(2026, 11, 2)


def half(against: str = "") -> Asked:
    return asked("2025H1", against, DAY)


@pytest.fixture
def office(sqlite_database: Database) -> Registrar:
    """Three organizations, two of which reported; one fine; one 4A; a draw of the same office is left out."""
    with sqlite_database.write() as db:
        city = make.registrar(db)
        some = [organization(db, city) for _ in range(3)]
        for of in some[:2]:
            reported(db, of, 2024, date(2025, 5, 6), [(date(2025, 6, 2), Conclusion.QUALIFIED)])
        happened(db, some[0], date(2025, 2, 3), "fine", amount="800.00")
        assessed(db, some[1], date(2024, 1, 1), "4A", date(2028, 12, 31))
        drawn(db)
        return city


def found(db: Session, office: Registrar) -> Found:
    return find(db, within(db, office.id), half())


def test_a_share_is_rounded_half_up_and_a_share_of_none_is_none(
    sqlite_database: Database, office: Registrar
) -> None:
    with sqlite_database.read() as db:
        of = found(db, office)
    row = of.row(BY_KEY["took_part"])
    assert (row.now.count, row.now.share, row.then.share, row.change) == (2, "66.7%", "", "+2")
    assert of.row(BY_KEY["assessed_well"]).now.share == "33.3%"
    assert of.row(BY_KEY["drawn"]).now.share == ""
    assert of.row(BY_KEY["not_reported"]).change == "+1"
    assert of.row(BY_KEY["dissolved"]).change == "0"


def test_no_bar_is_longer_than_the_longest(sqlite_database: Database, office: Registrar) -> None:
    with sqlite_database.read() as db:
        of = found(db, office)
    lengths = [value.bar for table in of.tables for row in table.rows for value in (row.now, row.then)]
    assert min(lengths) == 0
    assert max(lengths) == 1000


def test_a_period_is_held_against_the_one_before_or_the_year_before() -> None:
    assert half().other.key == "2024H2"
    assert half("year").other.key == "2024H1"
    assert not half().running
    assert asked("", "", DAY).span.key == "2026H2"
    assert asked("", "", DAY).running


@pytest.mark.parametrize("text", ["2027", "2026H3", "1989", "x", "2026Q5"])
def test_a_period_that_is_none_or_has_not_begun_is_refused(text: str) -> None:
    with pytest.raises(Unfit, match="2026H1"):
        asked(text, "", DAY)


def test_periods_are_offered_from_the_running_one_back() -> None:
    keys = [span.key for span in offered(DAY)]
    assert keys[0] == "2026"
    assert {"2022", "2026H2", "2024H1", "2026Q4", "2025Q1"} <= set(keys)


def test_the_file_has_a_line_for_each_figure_and_says_from_when_to_when(
    sqlite_database: Database, office: Registrar
) -> None:
    with sqlite_database.read() as db:
        content = sheet.figures(found(db, office), "en")
    assert content.startswith(b"\xef\xbb\xbf")
    rows = {row["key"]: row for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig")))}
    assert list(rows) == [one.key for one in FIGURES]
    took = rows["took_part"]
    assert (took["value"], took["from"], took["to"], took["share"]) == (
        "2",
        "2025-01-01",
        "2025-06-30",
        "66.7%",
    )
    assert "art. 28" in took["basis"]


@given(st.text(max_size=12), st.sampled_from(["", "=", "+", "-", "@", "\t", "＝"]))
def test_no_text_of_a_file_begins_as_a_formula_does(text: str, sign: str) -> None:
    written = sheet.written([[sign + text, 7]]).decode("utf-8-sig")
    assert not written.lstrip('"').startswith(sheet.ACTIVE)
    assert next(csv.reader(io.StringIO(written, newline="")))[-1] == "7"


def test_the_night_keeps_what_the_desk_shows(sqlite_database: Database, office: Registrar) -> None:
    day = date(2025, 7, 1)
    with sqlite_database.read() as db:
        assert kept(db, office.id) is None
    jobs.run(sqlite_database, JOB, day)
    with sqlite_database.read() as db:
        of = kept(db, office.id)
        live = find(db, within(db, office.id), yesterday(day))
        assert kept(db, 999_999) is None
    assert of is not None
    assert of.asked == live.asked == half()
    assert (of.now.figures, of.then.figures) == (live.now.figures, live.then.figures)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", ("2025年上半年", "已参加2家（66.7%）", "尚未记录", "第二十八条")),
        ("en", ("first half of 2025", "art. 28")),
    ],
)
def test_the_work_report_is_a_pdf_with_its_figures_and_their_sources(
    sqlite_database: Database, office: Registrar, language: str, words: tuple[str, ...]
) -> None:
    with sqlite_database.read() as db:
        content = report(found(db, office), office, language, DAY)
    read = PdfReader(BytesIO(content))
    text = "".join(page.extract_text() for page in read.pages).replace("\n", "")
    assert [word for word in words if word.replace(" ", "") not in text.replace(" ", "")] == []
    assert str(read.root_object["/Lang"])[:2] == language


def test_the_work_report_draws_every_section_that_has_figures(
    sqlite_database: Database, office: Registrar
) -> None:
    with sqlite_database.read() as db:
        told = context(found(db, office), office, "zh", DAY)
    drawn_bars = {part["name"]: len(part["chart"].bars) for part in told["sections"]}
    assert drawn_bars["年度检查（年度报告）参加情况"] == 4
    assert all(bar.now <= 230 and bar.then <= 230 for part in told["sections"] for bar in part["chart"].bars)
