"""The work report on a period as PDF: its figures with their charts, what each counts, and the articles."""

import json
from datetime import date
from hashlib import sha256
from typing import Any, NamedTuple

from audits.paper import pdf
from audits.paper.facts import office
from audits.statistics import FULL, Found, Row, Table, least
from compliance.facts import Said
from compliance.statistics import NOT_KEPT
from compliance.statistics.figure import SECTION_NAMES, Figure, Section
from models.registrar import Registrar

TITLE = Said("{zh}社会组织登记管理工作统计报告", "Work report on social organizations, {en}")
WIDE, HIGH, GAP = 230, 9, 8
"""Measures of a chart: the longest bar, how high a bar is, and the space between figures."""


class Bar(NamedTuple):
    """A figure as drawn: its name, how far down, both bars' lengths and what is written beside them."""

    name: str
    top: int
    now: int
    then: int
    said_now: str
    said_then: str


class Chart(NamedTuple):
    """The bars of a section and how high the drawing is."""

    bars: list[Bar]
    high: int


def report(found: Found, registrar: Registrar | None, language: str, on: date) -> bytes:
    """The report as PDF. PaperFault if it could not be made."""
    return pdf("work_report", context(found, registrar, language, on), language)


def context(found: Found, registrar: Registrar | None, language: str, on: date) -> dict[str, Any]:
    """What the report states. Its digest is of the figures, the days and the office."""
    span = found.asked.span.said
    stated = {
        "office": office(registrar, language) if registrar else "",
        "days": [found.now.days, found.then.days],
        "figures": [found.now.figures, found.then.figures],
    }
    canonical = json.dumps(stated, default=str, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return {
        **stated,
        "title": TITLE.on(language).format(zh=span.zh, en=span.en),
        "on": on,
        "asked": found.asked,
        "found": found,
        "main": [sentence(row).on(language) for row in found.main],
        "sections": [section(table, found, language) for table in found.tables],
        "not_kept": [said.on(language) for said in NOT_KEPT],
        "digest": sha256(canonical.encode()).hexdigest(),
        "least": least,
    }


def sentence(row: Row) -> Said:
    """A main figure in a sentence, with its share and what it was in the other period."""
    of, now, then = row.figure, row.now, row.then
    unit, name = of.unit, told(of)
    zh = f"{name.zh}{now.count}{unit.zh}{_zh(now.share)}，对比期{then.count}{unit.zh}{_zh(then.share)}。"
    other = f"in the other period {then.count}{_en(then.share)}"
    en = f"{name.en}, {now.count} {unit.en}{_en(now.share)}; {other}."
    return Said(zh, en)


def told(of: Figure) -> Said:
    """A figure's name where it stands alone: with its section, unless it names its list itself."""
    if of.section is Section.LISTS:
        return of.said
    section = SECTION_NAMES[of.section]
    return Said(f"{section.zh}：{of.said.zh}", f"{section.en}: {of.said.en}")


def _zh(share: str) -> str:
    return f"（{share}）" if share else ""


def _en(share: str) -> str:
    return f" ({share})" if share else ""


def section(table: Table, found: Found, language: str) -> dict[str, Any]:
    """A section: its table, its chart, what is counted, and the articles, each once."""
    cites = [cite for row in table.rows for cite in row.figure.cited(found.now.days.last)]
    return {
        "name": SECTION_NAMES[table.section].on(language),
        "rows": table.rows,
        "chart": chart(table, language),
        "basis": list(dict.fromkeys(cite.on(language) for cite in cites)),
        "draws": found.now.draws if table.section is Section.DRAWS else (),
    }


def chart(table: Table, language: str) -> Chart:
    """The bars of a section; figures that are nought in both periods are left to the table."""
    bars: list[Bar] = []
    for row in table.rows:
        if row.now.count or row.then.count:
            top = GAP + len(bars) * (2 * HIGH + GAP)
            now, then = (WIDE * min(value.bar, FULL) // FULL for value in (row.now, row.then))
            told, told_then = (f"{value.count} {value.share}".strip() for value in (row.now, row.then))
            bars.append(Bar(row.figure.said.on(language), top, now, then, told, told_then))
    return Chart(bars, GAP + len(bars) * (2 * HIGH + GAP))
