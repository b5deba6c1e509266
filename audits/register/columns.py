"""The columns of a register file: how each may be headed, and how it is read. One table drives the reader."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from compliance.facts import KIND_NAMES, Kind, Said, Severity
from compliance.form import BLANK, Choice, Line, Type
from compliance.form.answer import Given, plain
from compliance.form.answer.cell import answer, blank
from compliance.form.cells import Cell

KINDS = tuple(Choice(kind.value, said) for kind, said in KIND_NAMES.items())
OTHER_KINDS = {"民办非企业单位": "社会服务机构", "社团": "社会团体", "民非": "社会服务机构"}
GRADES = tuple(Choice(f"{n}A", Said(f"{n}A级", f"{n}A grade")) for n in range(1, 6))
PREFIX = {"51": Kind.ASSOCIATION, "52": Kind.SERVICE_INSTITUTION, "53": Kind.FOUNDATION}


OF_CODE = Said(
    "与代码前两位不符（51社会团体、52社会服务机构、53基金会）。",
    "Does not agree with the code's first two digits (51, 52, 53).",
)


class RowFault(NamedTuple):
    """What is wrong in one row (counted as a spreadsheet counts) and column of a register file."""

    row: int
    column: str
    said: Said


@dataclass(frozen=True)
class Column:
    """One column: its key, its two headings, other headings it goes by, its type."""

    key: str
    said: Said
    type: Type = Type.TEXT
    required: bool = False
    others: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()

    @property
    def line(self) -> Line:
        """The column as a line of a form, so that cells are read as everywhere else."""
        return Line(
            f"register.{self.key}.value", self.said, BLANK, self.type, "", "", "", choices=self.choices
        )

    @property
    def headings(self) -> tuple[str, ...]:
        """Everything it may be headed."""
        return (self.key, self.key.replace("_", " "), self.said.zh, self.said.en, *self.others)


COLUMNS = (
    Column("code", Said("统一社会信用代码", "Code"), Type.CODE, True, ("信用代码", "unified social credit code")),
    Column("name", Said("名称", "Name"), required=True, others=("社会组织名称", "组织名称")),
    Column("kind", Said("类型", "Kind"), Type.CHOICE, True, ("组织类型", "社会组织类型"), KINDS),
    Column("registrar", Said("登记管理机关", "Registrar")),
    Column("district", Said("区划", "District"), required=True, others=("行政区划", "区县", "所在区")),
    Column("unit", Said("业务主管单位", "Supervising unit")),
    Column("registered_on", Said("成立登记日期", "Registered on"), Type.DAY, True, ("登记日期", "成立日期")),
    Column("charity_since", Said("认定慈善组织日期", "Charity since"), Type.DAY, others=("慈善组织认定日期",)),
    Column("fundraising_since", Said("取得公开募捐资格日期", "Fundraising since"), Type.DAY, others=("公开募捐资格日期",)),
    Column("dissolved_on", Said("注销日期", "Dissolved on"), Type.DAY),
    Column("grade", Said("评估等级", "Grade"), Type.CHOICE, others=("assessment grade",), choices=GRADES),
    Column("valid_from", Said("评估有效期起", "Valid from"), Type.DAY, others=("等级有效期起",)),
    Column("valid_to", Said("评估有效期止", "Valid to"), Type.DAY, others=("等级有效期止",)),
    Column("legal_representative", Said("法定代表人", "Legal representative"), required=True, others=("法定代表人姓名",)),
    Column("address", Said("住所", "Address"), required=True, others=("地址", "登记住所")),
    Column("original_fund", Said("原始基金（元）", "Original fund"), Type.MONEY, others=("原始基金", "原始基金数额")),
    Column("email", Said("电子邮箱", "E-mail"), others=("邮箱", "email")),
    Column("former_names", Said("曾用名", "Former names")),
)  # fmt: skip


def fold(heading: str) -> str:
    """A heading in the form in which headings are compared."""
    return plain(heading).casefold().replace(" ", "").replace("_", "")


KNOWN: Mapping[str, Column] = {fold(one): column for column in COLUMNS for one in column.headings}


def headed(headings: list[str], row: int) -> tuple[list[Column | None], list[RowFault]]:
    """The columns by their headings; what is unknown, doubled or missing is a fault."""
    found: list[Column | None] = []
    faults = []
    for heading in headings:
        column = KNOWN.get(fold(heading)) if fold(heading) else None
        if column is None and fold(heading):
            faults.append(RowFault(row, heading, Said("不认识的列。", "This column is not known.")))
        if column is not None and column in found:
            faults.append(RowFault(row, heading, Said("同一列出现两次。", "This column appears twice.")))
        found.append(column)
    lacking = [column for column in COLUMNS if column.required and column not in found]
    faults += [RowFault(row, one.said.zh, Said("缺少此列。", "This column is missing.")) for one in lacking]
    return found, faults


def read_row(row: int, cells: Mapping[Column, Cell], day: date) -> tuple[dict[str, Any], list[RowFault]]:
    """The values of a row by key, and everything that is wrong with it."""
    values: dict[str, Any] = {}
    faults: list[RowFault] = []
    for column in COLUMNS:
        value, said = _value(column, cells.get(column))
        faults += [RowFault(row, column.said.zh, one) for one in said]
        if value is not None:
            values[column.key] = value
    faults += [RowFault(row, key, said) for key, said in _together(values, day)]
    return values, faults


def _value(column: Column, cell: Cell | None) -> tuple[Given | None, list[Said]]:
    silent = blank(cell) or (isinstance(cell.value, str) and not plain(cell.value) if cell else True)
    if cell is None or silent:
        return None, [Said("不能为空。", "This must be filled in.")] if column.required else []
    if column.key == "kind" and isinstance(cell.value, str):
        text = plain(cell.value)
        cell = Cell(OTHER_KINDS.get(text, text), cell.marks)
    read = answer(cell, column.line)
    stops = [remark.said for remark in read.remarks if remark.severity is Severity.STOP]
    return (None, stops) if stops or read.value is None else (read.value, [])


def _together(values: Mapping[str, Any], day: date) -> Iterator[tuple[str, Said]]:
    """What is wrong between the columns of one row."""
    code, kind, born = values.get("code"), values.get("kind"), values.get("registered_on")
    if code and kind and PREFIX[code[:2]] != kind:
        yield "类型", OF_CODE
    if born and born > day:
        yield "成立登记日期", Said("晚于今天。", "Lies in the future.")
    for key, zh in (("charity_since", "认定慈善组织日期"), ("dissolved_on", "注销日期")):
        if born and values.get(key) and values[key] < born:
            yield zh, Said("早于成立登记日期。", "Is earlier than the registration.")
    raising, charity = values.get("fundraising_since"), values.get("charity_since")
    if raising and (charity is None or raising < charity):
        yield "取得公开募捐资格日期", Said("须先认定为慈善组织。", "Charity status has to come first.")
    start, end = values.get("valid_from"), values.get("valid_to")
    if values.get("grade") and not (start and end):
        yield "评估等级", Said("填写等级时，有效期起止都要填写。", "A grade needs both days of its validity.")
    if start and end and start > end:
        yield "评估有效期止", Said("早于有效期起。", "Is earlier than the first day of validity.")
