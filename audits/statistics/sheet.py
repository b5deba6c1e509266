"""Figures and their cases as CSV that is safe to open in a spreadsheet program."""

import csv
import io
from collections.abc import Iterable, Sequence

from audits.statistics import Found
from compliance.facts import Said
from compliance.statistics.figure import SECTION_NAMES

ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet program may take for the beginning of a formula."""
HEAD = (
    Said("代码", "key"),
    Said("类别", "section"),
    Said("指标", "figure"),
    Said("统计口径", "counts"),
    Said("单位", "unit"),
    Said("期间", "period"),
    Said("起", "from"),
    Said("止", "to"),
    Said("数值", "value"),
    Said("占比", "share"),
    Said("对比期间", "compared with"),
    Said("对比起", "compared from"),
    Said("对比止", "compared to"),
    Said("对比数值", "compared value"),
    Said("对比占比", "compared share"),
    Said("依据", "basis"),
)


def safe(text: object) -> str:
    """A text that no spreadsheet program computes: what might be a formula begins with an apostrophe."""
    said = str(text)
    return f"'{said}" if said.startswith(ACTIVE) else said


def written(rows: Iterable[Sequence[object]]) -> bytes:
    """Rows as CSV: UTF-8 with a mark, by which spreadsheet programs know it."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    for row in rows:
        writer.writerow([one if isinstance(one, int) else safe(one) for one in row])
    return file.getvalue().encode("utf-8-sig")


def figures(found: Found, language: str) -> bytes:
    """Every figure, a line each."""
    rows: list[list[object]] = [[said.on(language) for said in HEAD]]
    for table in found.tables:
        for row in table.rows:
            of = row.figure
            told = (of.said, of.counts, of.unit)
            values: list[object] = []
            for value in (row.now, row.then):
                days = value.days
                values += [value.span.key, days.first, days.last, value.count, value.share]
            basis = "; ".join(said.on(language) for said in of.cited(row.now.days.last))
            section = SECTION_NAMES[table.section].on(language)
            rows.append([of.key, section, *(said.on(language) for said in told), *values, basis])
    return written(rows)
