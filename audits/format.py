"""What a file is by its own bytes, whatever its name says, and how to save it anew."""

import re
from collections.abc import Mapping

from compliance.facts import Said

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
STREAMS = (
    ("EncryptedPackage", "encrypted"),
    ("WordDocument", "doc"),
    ("PowerPoint Document", "ppt"),
    ("Workbook", "xls"),
    ("Book", "xls"),
)
STARTS = (
    (b"%PDF-", "pdf"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"{\\rtf", "rtf"),
    (b"\t\x08", "xls"),
)
NAMES: Mapping[str, Said] = {
    "pdf": Said("PDF 文件", "a PDF"),
    "archive": Said("压缩文件", "a compressed archive"),
    "picture": Said("图片", "a picture"),
    "program": Said("程序文件", "a program"),
    "rtf": Said("RTF 文档", "an RTF document"),
    "xls": Said("旧版 Excel 97-2003 工作簿（.xls）", "an old Excel 97-2003 workbook (.xls)"),
    "et": Said("WPS 表格（.et）或 WPS 文件", "a WPS file (.et or .wps)"),
    "doc": Said("旧版 Word 文档（.doc）", "an old Word document (.doc)"),
    "ppt": Said("旧版演示文稿（.ppt）", "an old presentation (.ppt)"),
    "ole": Said("旧版 Office 或 WPS 文件", "an old Office or WPS file"),
    "html": Said("网页表格（HTML）", "a web page (HTML table)"),
    "spreadsheetml": Said("XML 电子表格 2003（SpreadsheetML）", "an XML Spreadsheet 2003"),
    "xml": Said("XML 文件", "an XML file"),
    "json": Said("JSON 文件（名称应以 .json 结尾）", "a JSON document (its name must end in .json)"),
    "csv": Said("文本或 CSV 文件", "a text or CSV file"),
    "csv_gbk": Said("GBK 编码的文本或 CSV 文件", "a text or CSV file in GBK"),
    "unknown": Said("无法识别的文件", "of no known kind"),
}


def kind(content: bytes, name: str) -> str:
    """ "zip", "encrypted", or a key of NAMES."""
    if content.startswith(b"PK"):
        return "zip"
    if content.startswith(OLE):
        return _compound(content, name)
    for start, found in STARTS:
        if content.startswith(start):
            return found
    return _text(content)


def _compound(content: bytes, name: str) -> str:
    found = next((one for stream, one in STREAMS if stream.encode("utf-16-le") in content), "ole")
    wps = name.lower().endswith((".et", ".wps", ".ett", ".dps"))
    return "et" if wps and found != "encrypted" else found


def _text(content: bytes) -> str:
    head = content[:4096]
    bare = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if b"urn:schemas-microsoft-com:office:spreadsheet" in bare:
        return "spreadsheetml"
    if re.search(rb"<(!doctype html|html|table|head|body|meta)\b", bare):
        return "html"
    if bare.startswith((b"{", b"[")):
        return "json"
    return "xml" if bare.startswith(b"<?xml") else _plain(head)


def _plain(head: bytes) -> str:
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding, found in (
        ("utf-16" if wide else "utf-8", "csv"),
        ("gb18030", "csv_gbk"),
        ("latin-1", "csv"),
    ):
        try:
            text = head.decode(encoding)
        except UnicodeDecodeError as error:
            if error.start < len(head) - 4:
                continue
            text = head[: error.start].decode(encoding)
        printable = sum(sign.isprintable() or sign in "\r\n\t" for sign in text)
        return found if text and printable >= 0.97 * len(text) else "unknown"
    return "unknown"
