"""Answers as people read them, and faults that name their place."""

from datetime import date
from decimal import Decimal

from compliance.facts import Fault, Said, Severity, yuan
from compliance.form import Line, Type
from compliance.form.answer import Given, Remark, brief, found
from compliance.form.answer.choice import YES_NO
from compliance.form.answer.money import grouped
from compliance.form.answer.text import masked


def shown(line: Line, value: Given) -> Said:
    """An answer as it is shown to people: "1,234.50", "85%", the words of a choice, 是."""
    if line.type is Type.YES_NO:
        return YES_NO[not value]
    if line.type is Type.CHOICE:
        return next((one.said for one in line.choices if one.key == value), Said(str(value), str(value)))
    text = str(value)
    if line.type is Type.MONEY and isinstance(value, int):
        text = grouped(value)
    elif isinstance(value, Decimal):
        text = f"{(value * 100).normalize():f}%"
    return Said(text, text)


def written(line: Line, value: Given) -> str | int | bool:
    """An answer as JSON has it: money and shares as strings, days as YYYY-MM-DD, choices by key."""
    if line.type is Type.MONEY and isinstance(value, int):
        return yuan(value)
    if isinstance(value, date | Decimal):
        return str(value)
    return value


def named(line: Line) -> Said:
    """What a line is called in a sentence: its label, with the column where it has several."""
    if line.id.endswith(".value"):
        return line.label
    return Said(f"{line.label.zh}（{line.column.zh}）", f"{line.label.en} ({line.column.en})")


def fault(line: Line, remark: Remark, value: object = None) -> Fault:
    """A remark on a line as a fault with its place; `value` is what was found there, None for nothing."""
    name, what = named(line), "" if value is None else found(masked(brief(value)))
    zh, en = (f"填的是“{what}”。", f'"{what}" was entered. ') if what else ("", "")
    place = f"{line.sheet}!{line.cell}"
    message = Said(f"{place} {name.zh}：{zh}{remark.said.zh}", f"{place} {name.en}: {en}{remark.said.en}")
    return Fault(
        remark.severity,
        remark.rule,
        message,
        sheet=line.sheet,
        cell=line.cell,
        line=line.id,
        found=what,
        expected=remark.expected,
    )


def sheet_fault(
    severity: Severity, rule: str, said: Said, sheet: str, cell: str = "", seen: str = ""
) -> Fault:
    """A fault of a whole sheet or of the whole file (`sheet` empty)."""
    return Fault(severity, rule, said, sheet=sheet, cell=cell, found=found(seen))
