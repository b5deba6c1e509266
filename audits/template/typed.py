"""What each type of answer looks like in a cell: stored value, number format, input check."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Literal

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from compliance.facts import MOST_FEN, Said
from compliance.form import Line, Type
from compliance.form.answer import Given
from compliance.form.answer.day import FIRST, LAST
from compliance.form.answer.number import FIRST_YEAR, LAST_YEAR, MOST
from compliance.form.answer.text import LONGEST
from compliance.form.say import shown

FORMATS: Mapping[Type, str] = {
    Type.MONEY: "#,##0.00",
    Type.INTEGER: "0",
    Type.SHARE: "0.00%",
    Type.TEXT: "@",
    Type.CHOICE: "@",
    Type.YES_NO: "@",
    Type.DAY: "yyyy-mm-dd",
    Type.YEAR: "0",
    Type.CODE: "@",
}
NUMBERS = (Type.MONEY, Type.INTEGER, Type.SHARE, Type.DAY, Type.YEAR)
Sort = Literal["whole", "decimal", "date", "textLength"]
CODE_LENGTH = 18
PROBLEM = Said("请检查", "Please check")
MESSAGES: Mapping[Type, Said] = {
    Type.MONEY: Said("请填以元为单位的数字，不要带“万元”等文字。", "Enter a number in yuan, without words."),
    Type.INTEGER: Said("请填不小于 0 的整数。", "Enter a whole number, 0 or more."),
    Type.SHARE: Said("请填 0 到 100% 之间的百分比。", "Enter a percentage up to 100."),
    Type.TEXT: Said("文字太长。", "The text is too long."),
    Type.CHOICE: Said("请从下拉列表选择。", "Choose from the list."),
    Type.YES_NO: Said("请填“是”或“否”。", "Choose yes or no."),
    Type.DAY: Said("请写成 2024-12-31 这样的日期。", "Enter a day such as 2024-12-31."),
    Type.YEAR: Said("请填四位年份。", "Enter a year in four digits."),
    Type.CODE: Said("统一社会信用代码应为 18 位。", "A code has 18 characters."),
}


def stored(line: Line, value: Given | None, language: str) -> object:
    """An answer as its cell holds it: numbers as numbers, choices in words. None stays empty."""
    if value is None:
        return None
    if line.type is Type.MONEY and isinstance(value, int):
        return Decimal(value) / 100
    if line.type in (Type.CHOICE, Type.YES_NO):
        return shown(line, value).on(language)
    return value


def validate(sheet: Worksheet, lines: Sequence[Line], language: str) -> None:
    """Add the input checks of a sheet: one for each sort of answer, over all of its cells."""
    sorts: dict[tuple[object, ...], DataValidation] = {}
    for line in lines:
        key = (line.type, line.signed, line.choices)
        if key not in sorts:
            sorts[key] = check = _check(line, language)
            check.errorTitle, check.error = PROBLEM.on(language), MESSAGES[line.type].on(language)
            check.showErrorMessage = True
            sheet.add_data_validation(check)
        sorts[key].add(line.cell)


def _check(line: Line, language: str) -> DataValidation:
    if line.type in (Type.CHOICE, Type.YES_NO):
        return DataValidation("list", f'"{options(line, language)}"', allow_blank=True)
    check, least, most = _bounds(line)
    return DataValidation(check, str(least), allow_blank=True, operator="between", formula2=str(most))


def options(line: Line, language: str) -> str:
    """The list of a choice, as a cell's input check writes it (at most 255 characters, no commas inside)."""
    if line.type is Type.YES_NO:
        return "是,否" if language == "zh" else "Yes,No"
    return ",".join(one.said.on(language) for one in line.choices)


def _bounds(line: Line) -> tuple[Sort, object, object]:
    most = MOST_FEN // 100
    bounds: dict[Type, tuple[Sort, object, object]] = {
        Type.MONEY: ("decimal", -most if line.signed else 0, most),
        Type.INTEGER: ("whole", 0, MOST),
        Type.SHARE: ("decimal", 0, 1),
        Type.DAY: ("date", f"DATE({FIRST},1,1)", f"DATE({LAST},12,31)"),
        Type.YEAR: ("whole", FIRST_YEAR, LAST_YEAR),
        Type.CODE: ("textLength", CODE_LENGTH, CODE_LENGTH),
    }
    return bounds.get(line.type, ("textLength", 0, LONGEST))
