"""What makes a file unfit, as an exception that carries its faults."""

from compliance.facts import Fault, Said, Severity

MOST_FOUND = 40
"""Characters of the sender's own text that are shown back."""


class Unfit(Exception):
    """The file cannot be taken; `faults` say why, in both languages."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults = faults


def flaw(rule: str, zh: str, en: str, sheet: str = "", cell: str = "", found: str = "") -> Fault:
    """One reason to stop, at a place where there is one."""
    where = f"{shown(sheet)}!{cell}：" if cell else f"工作表“{shown(sheet)}”：" if sheet else ""
    place = f"{shown(sheet)}!{cell}: " if cell else f'Sheet "{shown(sheet)}": ' if sheet else ""
    said = Said(where + zh, place + en)
    return Fault(Severity.STOP, f"file.{rule}", said, sheet=shown(sheet), cell=cell, found=shown(found))


def unfit(rule: str, zh: str, en: str, found: str = "") -> Unfit:
    """One reason that concerns the whole file."""
    return Unfit(flaw(rule, zh, en, found=found))


def damaged(what: str) -> Unfit:
    """The file is not what its format says it should be; `what` is for whoever has to look closer."""
    zh = "文件不完整或已损坏，请用 Excel 或 WPS 打开、另存为 .xlsx 后重新上传。"
    en = "The file is incomplete or damaged. Open it, save it anew as .xlsx and upload it again."
    return unfit("damaged", zh, en, what)


def shown(text: str) -> str:
    """Text of the sender, short and printable."""
    short = text if len(text) <= MOST_FOUND else text[: MOST_FOUND - 1] + "…"
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in short)
