"""One cell read as the answer to one line: first what its marks forbid, then its type's own reader."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from compliance.form import Line, Type
from compliance.form.answer import EDGES, Answer, Remark, advise, simple, stop, unsafe
from compliance.form.answer.choice import choice, yes_no
from compliance.form.answer.code import code
from compliance.form.answer.day import day
from compliance.form.answer.money import grouped, money
from compliance.form.answer.number import integer, share, year
from compliance.form.answer.text import text
from compliance.form.cells import Cell, Mark, Value

READERS: Mapping[Type, Callable[[Value, Line], Answer]] = {
    Type.MONEY: money,
    Type.INTEGER: integer,
    Type.SHARE: share,
    Type.TEXT: text,
    Type.CHOICE: choice,
    Type.YES_NO: yes_no,
    Type.DAY: day,
    Type.YEAR: year,
    Type.CODE: code,
}
FORBIDDEN: Mapping[Mark, Answer] = {
    Mark.UNCALCULATED: stop(
        "form.cell.uncalculated",
        "公式没有计算结果。请用 Excel 或 WPS 打开并保存后再上传，或直接填数字。",
        "The formula has no result. Open and save the file in a spreadsheet program, or type the value.",
    ),
    Mark.ERROR: stop(
        "form.cell.error",
        "公式出错，请改正或直接填数字。",
        "The formula fails; correct it or type the value.",
    ),
    Mark.MERGED: stop(
        "form.cell.merged",
        "单元格被合并了。请取消合并，每格单独填写。",
        "The cell was merged with others. Unmerge them and fill each.",
    ),
    Mark.FALSE_DATE: stop(
        "form.day.serial",
        "这个日期不存在，请写成 2024-12-31。",
        "There is no such day; write it as 2024-12-31.",
    ),
}
MENTIONED: Mapping[Mark, Remark] = {
    Mark.FORMULA: advise(
        "form.cell.formula",
        "这一格是公式，已按显示的结果读取，请核对。",
        "A formula; its shown result was read. Please check it.",
    ),
    Mark.HIDDEN: advise(
        "form.cell.hidden",
        "在隐藏的行或列里，已读取。",
        "It stands in a hidden row or column; it was read.",
    ),
    Mark.LINK: advise(
        "form.cell.link",
        "带有超链接，链接不会打开或公开。",
        "It carries a link, which is neither opened nor shown.",
    ),
}
NOT_PERCENT = stop(
    "form.cell.percent",
    "这里要填数字，不能是百分比格式。",
    "A plain number belongs here; the cell is formatted as a percentage.",
)


def blank(cell: Cell | None) -> bool:
    """Whether nothing was entered. Spaces are something."""
    if cell is None:
        return True
    silent = cell.value is None or cell.value == ""
    return silent and cell.marks.isdisjoint(FORBIDDEN)


def answer(cell: Cell, line: Line) -> Answer:
    """What a filled cell answers to a line, with every remark on it."""
    if cell.marks and (refusal := _forbidden(cell, line)):
        return refusal
    value = simple(cell.value)
    if isinstance(value, str) and unsafe(value):
        return stop(
            "form.text.control",
            "含有不允许的控制字符，请重新输入。",
            "It holds control characters; type it again.",
        )
    if isinstance(value, str) and not value.strip(EDGES):
        return stop(
            "form.text.spaces", "只有空格。请清空，或填写内容。", "Only spaces. Clear it, or fill it in."
        )
    read = READERS[line.type](value, line)
    return Answer(read.value, (*read.remarks, *_marked(cell, line, read))) if cell.marks else read


def _forbidden(cell: Cell, line: Line) -> Answer | None:
    for mark, refusal in FORBIDDEN.items():
        if mark in cell.marks:
            return refusal
    if Mark.PERCENT in cell.marks and line.type in (Type.MONEY, Type.INTEGER, Type.YEAR):
        return NOT_PERCENT
    return None


def _marked(cell: Cell, line: Line, read: Answer) -> Iterator[Remark]:
    if read.value is None:
        return
    yield from (remark for mark, remark in MENTIONED.items() if mark in cell.marks)
    if Mark.SCALED in cell.marks and isinstance(read.value, int) and line.type is Type.MONEY:
        full, scaled = grouped(read.value), f"{(Decimal(read.value) / 10**6).normalize():,f}"
        yield advise(
            "form.money.scaled",
            f"单元格显示经过缩放；实际存的是 {full} 元（{scaled} 万元），请核对。",
            f"The cell shows a scaled figure; it holds {full} yuan. Please check.",
        )
