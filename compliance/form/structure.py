"""Is it our template, whole and unmoved: its mark, its sheets, its labels. Checked before reading."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache

from compliance.facts import KIND_NAMES, Fault, Kind, Said, Severity
from compliance.form.answer import found, plain
from compliance.form.book import ANSWERS, INSTRUCTIONS, LABELS, MARK_CELL, Block, Page, letter, mark
from compliance.form.cells import Book, Sheet
from compliance.form.say import sheet_fault

MARK = re.compile(r"YG-(association|service_institution|foundation)-([12]\d{3})-[0-9a-f]{8}")
STAR = " *"
"""Stands behind the label of a required line."""


def recognise(book: Book) -> tuple[Kind, int] | Fault:
    """Kind and year of the template a workbook was made from, or one fault."""
    first = _find(book, INSTRUCTIONS)
    if first is None:
        return _foreign(book)
    written = plain(_text(first, MARK_CELL))
    match = MARK.fullmatch(written)
    if not match:
        return _stop(
            "form.template.mark",
            f"{INSTRUCTIONS}!{MARK_CELL}：模板版本“{found(written)}”不认识。请下载本年度的模板，重新填写。",
            f"{INSTRUCTIONS}!{MARK_CELL}: unknown template version. Download this year's template.",
            written,
        )
    kind, year = Kind(match[1]), int(match[2])
    return (kind, year) if written == mark(kind, year) else _old(written)


def _old(written: str) -> Fault:
    return _stop(
        "form.template.old",
        f"{INSTRUCTIONS}!{MARK_CELL}：这是旧版模板（{written}）。请下载新模板，把内容填到新模板里。",
        f"{INSTRUCTIONS}!{MARK_CELL}: an old template ({written}). Download the new one and use it.",
        written,
    )


def _foreign(book: Book) -> Fault:
    names = "、".join(sheet.name for sheet in book.sheets[:5]) or "（没有工作表）"
    zh = f"这不是年度报告模板：缺少工作表“{INSTRUCTIONS}”，现有：{found(names)}。请下载模板填写后上传。"
    en = f"This is not the annual report template: it has no sheet {INSTRUCTIONS}. Download the template."
    return sheet_fault(Severity.STOP, "form.template.foreign", Said(zh, en), "", seen=names)


def _stop(rule: str, zh: str, en: str, seen: str) -> Fault:
    return sheet_fault(Severity.STOP, rule, Said(zh, en), INSTRUCTIONS, MARK_CELL, seen)


def other_kind(kind: Kind, wanted: Kind) -> Fault:
    """The template is for another kind of organization."""
    has, need = KIND_NAMES[kind], KIND_NAMES[wanted]
    zh = f"这是{has.zh}的年度报告，这里要{need.zh}的。请下载对应的模板。"
    return _stop("form.template.kind", zh, f"This is a report for: {has.en}; wanted: {need.en}.", kind.value)


def other_year(year: int, wanted: int) -> Fault:
    """The template is for another year."""
    zh = f"这是 {year} 年度的报告，这里要 {wanted} 年度的。请下载 {wanted} 年度的模板。"
    return _stop("form.template.year", zh, f"This is a report on {year}; {wanted} is wanted.", str(year))


def place(book: Book, page: Page) -> tuple[Sheet | None, tuple[Fault, ...]]:
    """The sheet of a page, None if away or with labels out of place; and what is wrong with it."""
    name = page.part.sheet
    sheet = _find(book, name)
    if sheet is None:
        return None, (_missing(book, name),)
    if moved := _moved(sheet, page):
        return None, (moved,)
    if sheet.name == name:
        return sheet, ()
    said = Said(
        f"工作表名“{sheet.name}”应为“{name}”，多了空格；已照常读取。", f"Sheet {name} has spaces in its name."
    )
    return sheet, (sheet_fault(Severity.ADVISE, "form.sheet.name", said, name, seen=sheet.name),)


def _find(book: Book, name: str) -> Sheet | None:
    return book.sheet(name) or next((sheet for sheet in book.sheets if plain(sheet.name) == name), None)


def _missing(book: Book, name: str) -> Fault:
    names = [sheet.name for sheet in book.sheets]
    close = get_close_matches(name, names, 1, 0.5)
    offer = f"，是否为“{close[0]}”？请改回原名" if close else "，请用完整的模板填写"
    said = Said(
        f"缺少工作表“{name}”{offer}。", f"Sheet {name} is missing; keep every sheet under its own name."
    )
    return sheet_fault(Severity.STOP, "form.sheet.missing", said, name, seen=close[0] if close else "")


@cache
def _expected(page: Page) -> tuple[tuple[str, frozenset[str]], ...]:
    """Each label cell of a page and the texts it may hold."""
    return tuple(_labels(page))


def _labels(page: Page) -> Iterator[tuple[str, frozenset[str]]]:
    for block in page.blocks:
        yield from _headers(block)
        for entry in block.entries:
            yield f"{LABELS}{entry.at}", _either(entry.label)


def _headers(block: Block) -> Iterator[tuple[str, frozenset[str]]]:
    for number, column in enumerate(block.table.columns, ANSWERS):
        yield f"{letter(number)}{block.header}", _either(Said(column.zh, column.en))


def _either(said: Said) -> frozenset[str]:
    return frozenset((said.zh, said.en))


def _text(sheet: Sheet, cell: str) -> str:
    held = sheet.cells.get(cell)
    return held.value if held and isinstance(held.value, str) else ""


def _moved(sheet: Sheet, page: Page) -> Fault | None:
    for cell, texts in _expected(page):
        text = _text(sheet, cell)
        if text in texts:
            continue
        text = text.removesuffix(STAR)
        if text not in texts and _bare(text) not in texts:
            return _shifted(sheet, page.part.sheet, cell, texts)
    return None


def _bare(text: str) -> str:
    return text.strip().removesuffix("*").strip()


def _shifted(sheet: Sheet, name: str, cell: str, texts: frozenset[str]) -> Fault:
    label, seen = next(iter(sorted(texts, key=str.isascii))), _text(sheet, cell)
    where = next((at for at, held in sheet.cells.items() if _bare(str(held.value)) in texts), "")
    hint = f"；“{label}”现在在 {where}，看来插入、删除或移动过行列" if where else ""
    zh = f"{name}!{cell}：这里应是“{label}”，现在是“{found(seen)}”{hint}。请用未改动的模板填写，本表未读取。"
    en = f'{name}!{cell}: the label "{label}" belongs here. Rows or labels were moved; use the template.'
    return Fault(
        Severity.STOP,
        "form.sheet.moved",
        Said(zh, en),
        sheet=name,
        cell=cell,
        found=found(seen),
        expected=label,
    )
