"""What the parts of an OOXML package are: is it a workbook, which sheets, what must not be inside."""

import posixpath
import re
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from audits.config import Upload
from audits.workbook.flaw import Unfit, damaged, flaw, unfit
from audits.workbook.markup import MAIN, RELATIONS

TYPES = "[Content_Types].xml"
WORKBOOK = "spreadsheetml.sheet.main+xml"
OPAQUE = re.compile(
    r"\.(png|jpe?g|gif|bmp|emf|wmf|tiff?|wdp|svg)$|^xl/printerSettings/.*\.bin$", re.IGNORECASE
)
XML = re.compile(r"\.(xml|rels|vml)$", re.IGNORECASE)
MOST_NAMES = 2000
FOREIGN = (
    ("wordprocessingml", "Word 文档（.docx）", "a Word document (.docx)"),
    ("presentationml", "PowerPoint 演示文稿（.pptx）", "a presentation (.pptx)"),
    ("ms-excel.sheet.binary", "Excel 二进制工作簿（.xlsb）", "a binary workbook (.xlsb)"),
    ("spreadsheetml.template", "Excel 模板（.xltx）", "a workbook template (.xltx)"),
)
FORBIDDEN = (
    (re.compile(r"vbaProject|macrosheets/|activeX/", re.I), "macro", "含有宏或控件", "macros or controls"),
    (re.compile(r"^xl/externalLinks/", re.I), "external", "含有外部工作簿链接", "links to other workbooks"),
    (
        re.compile(r"^xl/(connections\.xml|queryTables/|model/)", re.I),
        "connection",
        "含有数据连接",
        "data connections",
    ),
    (
        re.compile(r"^xl/embeddings/|oleObject", re.I),
        "embedded",
        "含有嵌入的文件（OLE 对象）",
        "embedded files (OLE objects)",
    ),
)


class Entry(NamedTuple):
    """One sheet as the workbook lists it; `part` is empty for a sheet without cells (a chart)."""

    name: str
    part: str
    hidden: bool


class Contents(NamedTuple):
    """The workbook part read: sheets in order, date system, and where strings and styles are."""

    sheets: tuple[Entry, ...]
    from_1904: bool
    strings: str
    styles: str
    notices: tuple[str, ...]


def tree(data: bytes, name: str) -> Element:
    """A small part, checked before by expat, as a tree."""
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise damaged(f"{name}: {error}") from error


def identify(members: dict[str, bytes]) -> None:
    """Unfit if the archive is not a workbook, or holds what a report must not hold."""
    if members.get("mimetype", b"").startswith(b"application/vnd.oasis"):
        raise _not_xlsx("OpenDocument 文档（.ods 等）", "an OpenDocument file (.ods)")
    if TYPES not in members:
        raise _not_xlsx("普通压缩包（ZIP）", "a plain ZIP archive")
    types = members[TYPES].decode("utf-8", "replace")
    if "macroEnabled" in types:
        raise _forbidden("macro", "含有宏（.xlsm）", "macros (.xlsm)", "")
    for sign, zh, en in FOREIGN:
        if sign in types:
            raise _not_xlsx(zh, en)
    if WORKBOOK not in types:
        raise _not_xlsx("别的格式", "of another format")
    for name in members:
        _allowed(name)


def _not_xlsx(zh: str, en: str) -> Unfit:
    return unfit(
        "format",
        f"这不是 .xlsx 工作簿，而是{zh}。请用 Excel 或 WPS 另存为 .xlsx 后上传。",
        f"This is not an .xlsx workbook but {en}. Save it as .xlsx and upload that.",
    )


def _allowed(name: str) -> None:
    for sign, rule, zh, en in FORBIDDEN:
        if sign.search(name):
            raise _forbidden(rule, zh, en, name)
    if not OPAQUE.search(name) and not XML.search(name):
        raise _forbidden("part", "含有不认识的内容", "parts that do not belong there", name)


def _forbidden(rule: str, zh: str, en: str, name: str) -> Unfit:
    return unfit(
        rule,
        f"工作簿{zh}，不能接受。请删去，另存为普通 .xlsx（不含宏、链接、嵌入文件）后上传。",
        f"The workbook holds {en}, which is refused. Remove them and save as plain .xlsx.",
        name,
    )


def contents(members: dict[str, bytes], limits: Upload) -> Contents:
    """The workbook part and its relations. Unfit if a part it names is away."""
    main = _target(members, "_rels/.rels", "", "officeDocument")
    book = tree(_part(members, main), main)
    folder, file = posixpath.split(main)
    links = _relations(members, f"{folder}/_rels/{file}.rels", folder)
    _counted(book, limits)
    sheets = [_entry(one, links, members) for one in _all(book, "sheets", "sheet")]
    _distinct(sheets)
    held = dict(links.values())
    pictures = sum(1 for name in members if OPAQUE.search(name) and not name.endswith(".bin"))
    hidden = [f"hidden_sheet:{sheet.name}" for sheet in sheets if sheet.hidden]
    notices = (*hidden, *([f"pictures:{pictures}"] if pictures else []))
    modern = any(one.get("date1904") in ("1", "true") for one in _all(book, "workbookPr"))
    return Contents(tuple(sheets), modern, held.get("sharedStrings", ""), held.get("styles", ""), notices)


def _counted(book: Element, limits: Upload) -> None:
    sheets, names = len(_all(book, "sheets", "sheet")), len(_all(book, "definedNames", "definedName"))
    if not sheets:
        raise damaged("no sheet")
    if sheets > limits.sheets:
        zh = f"共有 {sheets} 张工作表，上限 {limits.sheets}。请删去多余的工作表。"
        raise unfit("sheets", zh, f"{sheets} sheets; at most {limits.sheets}. Delete the others.")
    if names > MOST_NAMES:
        zh = f"共有 {names} 个定义名称，上限 {MOST_NAMES}。请在“名称管理器”中删去。"
        raise unfit("names", zh, f"{names} defined names; at most {MOST_NAMES}. Delete them.")


def _distinct(sheets: list[Entry]) -> None:
    names = {sheet.name.casefold() for sheet in sheets}
    read = [sheet.part for sheet in sheets if sheet.part]
    if len(names) < len(sheets) or len(set(read)) < len(read):
        raise damaged("two sheets of one name or part")


def _all(root: Element, *path: str) -> list[Element]:
    return [one for space in MAIN for one in root.findall("/".join(f"{{{space}}}{step}" for step in path))]


def _entry(one: Element, links: dict[str, tuple[str, str]], members: dict[str, bytes]) -> Entry:
    name = one.get("name", "")
    link = next((one.get(f"{{{space}}}id") for space in RELATIONS if one.get(f"{{{space}}}id")), "")
    kind, part = links.get(str(link), ("", ""))
    if kind not in ("worksheet", "chartsheet"):
        if kind:
            raise _forbidden("macro", "含有宏表或对话框表", "macro sheets", name)
        raise Unfit(flaw("sheet_missing", "内容缺失，文件已损坏。", "Its content is missing.", name))
    _part(members, part)
    state = one.get("state", "visible") != "visible"
    return Entry(name, part if kind == "worksheet" else "", state)


def _part(members: dict[str, bytes], name: str) -> bytes:
    if name not in members:
        raise damaged(f"no part {name}")
    return members[name]


def _target(members: dict[str, bytes], rels: str, folder: str, kind: str) -> str:
    for found, part in _relations(members, rels, folder).values():
        if found == kind:
            return part
    raise damaged(f"no {kind}")


def _relations(members: dict[str, bytes], rels: str, folder: str) -> dict[str, tuple[str, str]]:
    """Relation id to (last word of its type, part). Targets outside the package are left out."""
    links = {}
    for one in tree(_part(members, rels), rels):
        if one.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/")
            links[one.get("Id", "")] = (one.get("Type", "").rpartition("/")[2], target)
    return links
