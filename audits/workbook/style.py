"""Number formats: which styles show a day, a percentage, or a figure scaled to thousands or 万."""

import re
from xml.etree.ElementTree import Element

from audits.workbook.markup import MAIN
from audits.workbook.package import tree
from compliance.form.cells import Mark

DAYS = frozenset((14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58))
"""Built-in formats that show a day, those of Chinese Excel included (ECMA-376 part 1, 18.8.30)."""
PERCENTS = frozenset((9, 10))
LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.|General', re.IGNORECASE)
THOUSANDS = re.compile(r"[0#?]\.?,+(?![0#?,])")
UNIT = re.compile(r"[千万亿]")
DAY = "day"


def styles(data: bytes, name: str) -> list[str]:
    """For each cell style what its format shows: "day", a mark of `Mark`, or nothing."""
    root = tree(data, name)
    formats = {one.get("numFmtId"): one.get("formatCode", "") for one in _find(root, "numFmts", "numFmt")}
    return [_kind(one.get("numFmtId", "0"), formats) for one in _find(root, "cellXfs", "xf")]


def _find(root: Element, group: str, item: str) -> list[Element]:
    return [one for space in MAIN for one in root.findall(f"{{{space}}}{group}/{{{space}}}{item}")]


def _kind(number: str, formats: dict[str | None, str]) -> str:
    if number in formats:
        return shows(formats[number])
    builtin = int(number) if number.isdecimal() else 0
    return DAY if builtin in DAYS else str(Mark.PERCENT) if builtin in PERCENTS else ""


def shows(code: str) -> str:
    """What a format code shows, judged by its first section."""
    section = code.split(";")[0]
    bare = LITERAL.sub("", section)
    if re.search("[ydYD]", bare) or ("m" in bare.lower() and not re.search("[hs0#?]", bare.lower())):
        return DAY
    if "%" in bare:
        return str(Mark.PERCENT)
    figures = re.search("[0#?]", bare)
    scaled = figures and (THOUSANDS.search(bare) or UNIT.search(section))
    return str(Mark.SCALED) if scaled else ""
