"""Open data: what the pages show and nothing else, whole or not there, and enough to do the ranking again."""

import csv
import json
import os
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import polars as pl
import pytest
from polars import DataFrame, col
from polars.testing import assert_frame_equal

from audits import ranking
from audits.config import now, today
from audits.export import SUMS, export
from audits.export.dictionary import TABLES
from audits.export.files import as_read, harmless
from audits.refusal import Conflict
from audits.simulate import simulate
from compliance.ranking import moved
from compliance.reproduction import reproduced
from compliance.transparency import COLUMNS
from models.db import Database
from models.organization import Particular
from models.report import Report, YearFigures
from tests.audits.web.test_public import an_organization, happened, reported

DAY = date(2026, 11, 23)
PRIVATE = {
    "party.secretary.value": "欧阳书记",
    "basic.contact.value": "欧阳联系",
    "commitment.signer.value": "欧阳签署",
    "related_parties.name.value": "欧阳关联",
    "governance.activities.value": "联系 13812341234，证件 11010519491231002X。",
    "basic.office_address.value": "阳光市东城区和平街88号3单元502室",
}
HIDDEN = ("欧阳书记", "欧阳联系", "欧阳签署", "欧阳关联", "13812341234", "11010519491231002X", "502室")


def everything(folder: Path) -> str:
    """All that any file says: Parquet as its rows."""
    told = [path.read_text() for path in folder.iterdir() if path.suffix != ".parquet"]
    return "\n".join(told + [pl.read_parquet(path).write_csv() for path in folder.glob("*.parquet")])


def test_the_same_day_gives_the_same_bytes_and_every_sum_holds(database: Database, tmp_path: Path) -> None:
    list(simulate(database, 60, range(2024, 2026), 3, DAY))
    with database.write() as db:
        edition, _ = ranking.compute(db, 2025, DAY)
        ranking.publish(db, edition, now())
    counts = export(database, tmp_path / "a", today())
    assert export(database, tmp_path / "b", today()) == counts
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()
    sums = dict(line.split("  ")[::-1] for line in (tmp_path / "a" / SUMS).read_text().splitlines())
    assert set(sums) | {SUMS} == set(os.listdir(tmp_path / "a"))
    for name, digest in sums.items():
        assert sha256((tmp_path / "a" / name).read_bytes()).hexdigest() == digest
    for table in TABLES:
        frame = pl.read_parquet(tmp_path / "a" / f"{table.name}.parquet")
        assert frame.schema == pl.Schema(table.schema)
        assert frame.height == counts[table.name] == frame.select(table.key).n_unique()
        lines = (tmp_path / "a" / f"{table.name}.jsonl").read_text().splitlines()
        assert len(lines) == frame.height
        assert all([*json.loads(line)] == frame.columns for line in lines)


def opened(home: Path, table: str) -> DataFrame:
    return pl.read_parquet(home / "open" / f"{table}.parquet")


def test_the_published_ranking_follows_from_the_open_data_alone(database: Database, tmp_path: Path) -> None:
    list(simulate(database, 400, range(2023, 2026), 3, DAY))
    for year in (2024, 2025):
        with database.write() as db:
            edition, _ = ranking.compute(db, year, DAY)
            ranking.publish(db, edition, now())
    export(database, tmp_path / "open", today())
    inputs = opened(tmp_path, "ranking_inputs").with_columns(income=(col("income_from") * 100).cast(pl.Int64))
    last, again = None, []
    for told in opened(tmp_path, "ranking_editions").iter_rows(named=True):
        frame = inputs.filter(edition=told["edition"]).select(
            col(n).cast(kind) for n, kind in COLUMNS.items()
        )
        last = moved(reproduced(frame, told["day"]), last)
        again.append(last.with_columns(edition=pl.lit(told["edition"], pl.Int64)))
        last = last.drop("before")
    published = opened(tmp_path, "ranking_places")
    assert published["score"].count() > 20 and published["before"].count() > 5
    computed = pl.concat(again).rename({"class_": "class"}).sort("edition", "code")
    assert_frame_equal(computed.select(published.columns), published)


def planted(database: Database) -> tuple[str, str]:
    """An organization with everything that must stay inside, and one whose report is not published."""
    day = today()
    loud = an_organization(database, name="=HYPERLINK(阳光)", address="阳光市东城区和平街9号")
    quiet = an_organization(database, address="阳光市东城区一号", email="office@example.org")
    for one in (loud, quiet):
        reported(database, one, day.year - 1)
    with database.write() as db:
        first, second = db.query(Report).order_by(Report.id)
        first.lines = {**first.lines, **PRIVATE}
        second.lines = {**second.lines, "governance.activities.value": "尚未公开"}
        db.get_one(YearFigures, (quiet.code, day.year - 1)).published_on = None
        for what, value in (("name", "旧名"), ("address", "旧址")):
            since = date(2016, 1, 1)
            db.add(
                Particular(
                    code=loud.code, what=what, value=value, since=since, entered_at=now(), entered_by="x"
                )
            )
    ground = {"list": "anomaly", "ground": "anomaly.report_missed"}
    happened(database, loud.code, "listed", day - timedelta(100), **ground)
    happened(database, loud.code, "repaired", day - timedelta(1), **ground)
    happened(database, quiet.code, "listed", day - timedelta(50), **ground)
    return loud.code, quiet.code


def test_nothing_personal_withheld_or_repaired_leaves_the_house(database: Database, tmp_path: Path) -> None:
    loud, quiet = planted(database)
    export(database, tmp_path / "open", today())
    told = everything(tmp_path / "open")
    assert [text for text in HIDDEN if text in told] == []
    assert "旧址" not in told and "office@example.org" not in told and "和平街9号" not in told
    assert "旧名" in told and "和平街" in told and "138****1234" in told
    lines = pl.read_parquet(tmp_path / "open" / "report_lines.parquet")
    assert set(lines["code"]) == {loud} and lines.height > 100
    assert not any(line.startswith(("commitment.", "related_parties.")) for line in lines["line"])
    assert pl.read_parquet(tmp_path / "open" / "list_entries.parquet")["code"].to_list() == [quiet]


def test_a_spreadsheet_takes_no_text_for_a_formula(database: Database, tmp_path: Path) -> None:
    loud, _quiet = planted(database)
    export(database, tmp_path / "open", today())
    with (tmp_path / "open" / "organizations.csv").open(encoding="utf-8-sig", newline="") as file:
        (written,) = [row["name"] for row in csv.DictReader(file) if row["code"] == loud]
    assert written == "'=HYPERLINK(阳光)" and as_read(written) == "=HYPERLINK(阳光)"
    assert '"name":"=HYPERLINK(阳光)"' in (tmp_path / "open" / "organizations.jsonl").read_text()


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("-12.50", "-12.50"),
        ("+86", "+86"),
        ("-1+1", "'-1+1"),
        ("@x", "'@x"),
        ("＝1", "'＝1"),
        ("一", "一"),
        (None, None),
    ],
)
def test_numbers_stay_numbers_and_only_what_could_run_is_quoted(text: str | None, safe: str | None) -> None:
    frame = DataFrame({"text": [text], "number": [-1]}, schema={"text": pl.String, "number": pl.Int64})
    assert harmless(frame).rows() == [(safe, -1)]


def test_an_older_export_is_replaced_and_a_strange_folder_left_alone(
    database: Database, tmp_path: Path
) -> None:
    open_data, strange = tmp_path / "open", tmp_path / "strange"
    export(database, open_data, today())
    (open_data / "left-over").touch()
    export(database, open_data, today())
    assert not (open_data / "left-over").exists()
    strange.mkdir()
    (strange / "letter.txt").write_text("mine")
    with pytest.raises(Conflict):
        export(database, strange, today())
    assert (strange / "letter.txt").read_text() == "mine"
    assert sorted(os.listdir(tmp_path / "strange")) == ["letter.txt"]


def test_an_export_that_fails_leaves_nothing_and_the_old_one_stands(
    database: Database, tmp_path: Path
) -> None:
    export(database, tmp_path / "open", today())
    before = sorted(os.listdir(tmp_path))

    def fail(table: str, done: int, of: int) -> None:
        if done == of - 1:
            raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        export(database, tmp_path / "open", today(), fail)
    assert sorted(os.listdir(tmp_path)) == before
    assert (tmp_path / "open" / SUMS).is_file()


def test_the_dictionary_tells_every_field_of_every_table_in_both_languages(
    sqlite_database: Database, tmp_path: Path
) -> None:
    export(sqlite_database, tmp_path / "open", today())
    told = pl.read_parquet(tmp_path / "open" / "dictionary.parquet")
    fields = [(table.name, field) for table in TABLES for field in table.schema]
    assert told.select("table", "field").rows() == fields
    for name in ("type", "meaning_zh", "meaning_en", "source_zh", "source_en"):
        assert (told[name].str.len_chars() > 0).all(), name
    package = json.loads((tmp_path / "open" / "datapackage.json").read_text())
    assert [one["path"] for one in package["resources"]] == [f"{table.name}.csv" for table in TABLES]
    for one in package["resources"]:
        assert (tmp_path / "open" / one["path"]).stat().st_size == one["bytes"]
