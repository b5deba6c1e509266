"""Every hostile or broken workbook of the threat list is refused in plain words, quickly, leaving nothing."""

import multiprocessing
import resource
import time
from collections.abc import Callable

import pytest

from audits.upload import Limits, open_report
from compliance.facts import Fault, Severity
from compliance.form.cells import Book
from tests.attack.make_archive import ROWS, added, good
from tests.attack.make_workbook import REFUSED, blank_rows

STRAY = (
    ("xl/vbaProject.bin", "宏"),
    ("xl/externalLinks/externalLink1.xml", "外部"),
    ("xl/connections.xml", "数据连接"),
    ("xl/embeddings/oleObject1.bin", "嵌入"),
)


def refused(content: bytes, name: str = "年报.xlsx") -> tuple[Fault, ...]:
    start, before = time.monotonic(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    answer = open_report(content, name, Limits())
    assert isinstance(answer, tuple) and answer
    assert all(one.severity is Severity.STOP and one.message.zh and one.message.en for one in answer)
    assert time.monotonic() - start < 10
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 256 * 1024
    assert not multiprocessing.active_children()
    return answer


@pytest.mark.parametrize(("row", "what", "make", "word"), ROWS, ids=[f"{row[0]} {row[1]}" for row in ROWS])
def test_a_hostile_archive_is_refused(row: int, what: str, make: Callable[[], bytes], word: str) -> None:
    assert word in refused(make())[0].message.zh


@pytest.mark.parametrize(
    ("row", "what", "make", "word"), REFUSED, ids=[f"{row[0]} {row[1]}" for row in REFUSED]
)
def test_a_hostile_workbook_is_refused(
    row: int, what: str, make: Callable[[], dict[str, bytes]], word: str
) -> None:
    assert word in refused(good(**make()))[0].message.zh


@pytest.mark.parametrize(("name", "word"), STRAY)
def test_what_must_not_be_inside_is_named(name: str, word: str) -> None:
    assert word in refused(added(name, b"<a/>"))[0].message.zh


def test_blank_formatted_rows_do_not_count() -> None:
    book = open_report(good(sheet=blank_rows()), "年报.xlsx", Limits())
    assert isinstance(book, Book) and list(book.sheets[0].cells) == ["A1"]


def test_a_child_without_memory_or_time_is_a_plain_refusal() -> None:
    small = Limits(memory_bytes=1 << 26)
    assert "读不了" in str(open_report(good(sheet=blank_rows()), "年报.xlsx", small))
    assert "规定时间" in str(open_report(good(sheet=blank_rows()), "年报.xlsx", Limits(wall_seconds=0)))
    assert isinstance(open_report(good(), "年报.xlsx", Limits()), Book)
