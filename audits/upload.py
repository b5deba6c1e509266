"""A file that is said to be a report: recognised by its bytes, read in a child, or refused with reasons."""

import unicodedata
from pathlib import PurePosixPath

from audits.child import Died, limited
from audits.config import Upload
from audits.format import NAMES, kind
from audits.strict_json import parse_json
from audits.workbook.flaw import Unfit, shown, unfit
from audits.workbook.read import read_workbook
from audits.workbook.wire import opened
from compliance.facts import Fault
from compliance.form.cells import Book

Limits = Upload
LONGEST_NAME = 120


def open_report(content: bytes, name: str, limits: Upload) -> Book | dict[str, object] | tuple[Fault, ...]:
    """A workbook, the object of a `.json` report, or what is wrong. Nothing is stored; never raises."""
    try:
        return _opened(content, name, limits)
    except Unfit as wrong:
        return wrong.faults


def safe_name(name: str) -> str:
    """A file name for showing: the last step, normalised, without signs that cannot be seen."""
    last = unicodedata.normalize("NFC", name.replace("\\", "/").rpartition("/")[2])
    seen = "".join(sign for sign in last if sign.isprintable()).strip(" .")
    if len(seen) <= LONGEST_NAME:
        return seen or "未命名"
    end = extension(seen)
    return seen[: LONGEST_NAME - len(end) - 1] + "…" + end


def extension(name: str) -> str:
    """The last extension in lower case, ".xlsx"; empty if there is none or it is absurdly long."""
    end = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    return end if len(end) <= 8 else ""


def _opened(content: bytes, name: str, limits: Upload) -> Book | dict[str, object] | tuple[Fault, ...]:
    if not content:
        raise unfit("empty", "文件为空，请重新选择文件。", "The file is empty; choose it again.")
    if extension(name) == ".json":
        _within(content, limits.json_bytes)
        return parse_json(content)
    _within(content, limits.workbook_bytes)
    _a_workbook(content, name)
    try:
        return opened(limited(read_workbook, content, limits))
    except Died as died:
        raise _unanswered(died) from died


def _within(content: bytes, most: int) -> None:
    if len(content) > most:
        size = most / (1 << 20)
        zh = f"文件超过 {size:g} MB，请删去图片和多余内容后上传。"
        raise unfit("size", zh, f"The file is larger than {size:g} MB; remove what is not needed.")


def _a_workbook(content: bytes, name: str) -> None:
    """Unfit unless bytes and name both say .xlsx."""
    found = kind(content, name)
    if found == "encrypted":
        zh = "文件已加密，请去掉打开口令后再上传。"
        raise unfit("encrypted", zh, "The file is encrypted; remove the password needed to open it.")
    if found != "zip":
        what = NAMES[found]
        zh = f"这不是有效的 .xlsx 文件，而是{what.zh}。请用 Excel 或 WPS 打开，另存为 .xlsx 后上传。"
        raise unfit("format", zh, f"This is not a valid .xlsx file but {what.en}. Save it as .xlsx.", found)
    if extension(name) != ".xlsx":
        zh = f"文件名“{shown(safe_name(name))}”应以 .xlsx 或 .json 结尾。请另存为 .xlsx 后上传。"
        raise unfit(
            "name", zh, "The file name must end in .xlsx or .json. Save it as .xlsx.", safe_name(name)
        )


def _unanswered(died: Died) -> Unfit:
    if died.slow:
        zh = "文件内容过多，规定时间内读不完。请删去多余的行、列和工作表后上传。"
        return unfit(
            "slow", zh, "The file took too long to read. Remove rows, columns and sheets not needed."
        )
    zh = "文件读不了：内容过大或已损坏。请用 Excel 或 WPS 打开，另存为 .xlsx 后上传。"
    return unfit("unreadable", zh, "The file cannot be read: too large or damaged. Save it anew as .xlsx.")
