"""An attached PDF: is it one, can it be read, does it hold anything that acts. Never drawn on the server."""

import orjson

from audits.child import Died, limited
from audits.config import Upload
from audits.pdf import read_pdf
from audits.workbook.flaw import flaw
from compliance.facts import Fault, Said, Severity

SAID = {
    "empty": ("PDF 里没有页面，请重新导出。", "The PDF has no page; export it again."),
    "damaged": (
        "PDF 不完整或已损坏，请重新导出后上传。",
        "The PDF is incomplete or damaged; export it again.",
    ),
    "password": ("PDF 设有打开口令，请去掉口令后上传。", "The PDF needs a password; remove it."),
    "active": (
        "PDF 含有脚本、动作或嵌入的文件，不能接受。请用“打印为 PDF”重新生成。",
        "The PDF holds scripts, actions or embedded files. Print it to a new PDF.",
    ),
    "slow": ("PDF 太复杂，读不完。请重新导出后上传。", "The PDF is too complex to read; export it again."),
    "mixed": (
        "文件开头或末尾混有别的格式，请重新导出 PDF。",
        "The file mixes PDF with another format; export it again.",
    ),
    "not_pdf": (
        "这不是 PDF 文件，请上传扫描或导出的 PDF。",
        "This is not a PDF file. Upload a scanned or exported PDF.",
    ),
    "none": ("文件为空，请重新选择文件。", "The file is empty; choose it again."),
}
OTHERS = (b"PK\5\6", b"PK\3\4", b"<html", b"<script", b"<!doctype")


def inspect_pdf(content: bytes, limits: Upload) -> tuple[Fault, ...]:
    """What is wrong with a PDF: a STOP refuses it, an ADVISE is noted beside it."""
    if early := _outside(content, limits):
        return (early,)
    try:
        found = orjson.loads(limited(read_pdf, content, limits))
    except Died as died:
        return (_fault("slow" if died.slow else "damaged", ""),)
    return tuple(_told(code, what, limits) for code, what in found)


def _outside(content: bytes, limits: Upload) -> Fault | None:
    """What can be said without reading the objects."""
    if not content:
        return _fault("none", "")
    if len(content) > limits.pdf_bytes:
        most = limits.pdf_bytes >> 20
        zh, en = f"PDF 超过 {most} MB，请压缩后上传。", f"The PDF is larger than {most} MB; compress it."
        return flaw("pdf.size", zh, en)
    if not content.startswith(b"%PDF-"):
        return _fault("not_pdf", "")
    if b"%%EOF" not in content:
        return _fault("damaged", "")
    edges = content[:1024].lower() + content[content.rfind(b"%%EOF") :].lower()
    mixed = any(sign.lower() in edges for sign in OTHERS) or content[-22:].startswith(b"PK\5\6")
    return _fault("mixed", "") if mixed else None


def _told(code: str, what: str, limits: Upload) -> Fault:
    if code == "pages":
        most = limits.pdf_pages
        zh, en = (
            f"PDF 有 {what} 页，上限 {most} 页。请拆分。",
            f"{what} pages; at most {most}. Split the PDF.",
        )
        return flaw("pdf.pages", zh, en)
    if code == "huge_page":
        said = Said("PDF 有尺寸异常的页面，请核对。", "The PDF has a page of unusual size; please check.")
        return Fault(Severity.ADVISE, "file.pdf.huge_page", said)
    return _fault(code, what)


def _fault(code: str, what: str) -> Fault:
    zh, en = SAID[code]
    return flaw(f"pdf.{code}", zh, en, found=what)
