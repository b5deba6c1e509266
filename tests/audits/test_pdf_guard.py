"""An attached PDF is taken if people can read it and nothing in it acts."""

from io import BytesIO

import pytest
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from audits.pdf_guard import inspect_pdf
from audits.upload import Limits
from tests.attack.make_archive import good


def pdf(
    pages: int = 1, size: float = 595, script: str = "", password: str = "", attached: bytes = b""
) -> bytes:
    writer, out = PdfWriter(), BytesIO()
    for _ in range(pages):
        writer.add_blank_page(size, size)
    if script:
        action = DictionaryObject(
            {NameObject("/S"): NameObject(script), NameObject("/F"): TextStringObject("x")}
        )
        writer.root_object[NameObject("/OpenAction")] = action
    if attached:
        writer.add_attachment("run.exe", attached)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


def looping() -> bytes:
    head = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    tree = b"2 0 obj<</Type/Pages/Count 1/Kids[2 0 R]>>endobj\n"
    return head + tree + b"xref\n0 0\ntrailer<</Root 1 0 R/Size 3/Prev 9>>\nstartxref\n9\n%%EOF"


def rules(content: bytes) -> list[str]:
    return [one.rule.removeprefix("file.pdf.") for one in inspect_pdf(content, Limits(pdf_pages=20))]


def test_a_plain_pdf_is_taken() -> None:
    assert rules(pdf(3)) == []


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"", "none"),
        (b"%PDF-1.7\n", "damaged"),
        (pdf()[:200], "damaged"),
        (b"<html></html>", "not_pdf"),
        (b"\xff\xd8\xff\xe0", "not_pdf"),
        (pdf(0), "empty"),
        (pdf(21), "pages"),
        (pdf(script="/JavaScript"), "active"),
        (pdf(script="/Launch"), "active"),
        (pdf(script="/SubmitForm"), "active"),
        (pdf(script="/JavaScript").replace(b"/JavaScript", b"/J#61vaScript"), "active"),
        (pdf(attached=b"MZ"), "active"),
        (pdf(password="x"), "password"),
        (pdf(size=60_000), "huge_page"),
        (pdf() + good(), "mixed"),
        (b"%PDF-1.7\n<html>" + pdf(), "mixed"),
        (b"x" + pdf(), "not_pdf"),
    ],
    ids=range(17),
)
def test_what_is_wrong_with_a_pdf_is_named(content: bytes, rule: str) -> None:
    assert rule in rules(content)


def test_a_pdf_whose_pages_or_tables_go_in_circles_is_refused_in_time() -> None:
    assert rules(looping())
