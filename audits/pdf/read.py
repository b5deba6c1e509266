"""The objects of a PDF walked by pypdf: pages counted, actions and attached programs found, nothing drawn."""

import logging
from collections.abc import Iterator
from io import BytesIO

import orjson
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject

from audits.config import Upload

ACTIVE = frozenset(("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToE", "/RichMedia", "/Movie"))
CARRYING = frozenset(("/JS", "/JavaScript", "/EmbeddedFiles", "/EmbeddedFile", "/XFA"))
LARGEST_PAGE = 14_400
"""Points a side: the largest page of PDF 1.7 (200 inches); beyond it only a note is made."""


def read_pdf(content: bytes, limits: Upload) -> bytes:
    """Codes of what was found, as JSON: [code, what]."""
    logging.disable(logging.CRITICAL)
    try:
        return orjson.dumps(list(_found(content, limits)))
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        return orjson.dumps([("damaged", type(error).__name__)])


def _found(content: bytes, limits: Upload) -> Iterator[tuple[str, str]]:
    reader = PdfReader(BytesIO(content), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        yield "password", ""
        return
    count = len(reader.pages)
    if not 0 < count <= limits.pdf_pages:
        yield ("pages" if count else "empty"), str(count)
        return
    yield from (("active", name) for name in sorted(_active(reader)))
    for page in reader.pages:
        if max(abs(float(page.mediabox.width)), abs(float(page.mediabox.height))) > LARGEST_PAGE:
            yield "huge_page", ""
            return


def _active(reader: PdfReader) -> set[str]:
    """Names of actions and attachments anywhere below the trailer; names come with `#61` resolved."""
    waiting: list[object] = [reader.trailer]
    seen: set[tuple[int, int]] = set()
    found: set[str] = set()
    while waiting:
        one = waiting.pop()
        if isinstance(one, IndirectObject):
            key = (one.idnum, one.generation)
            if key in seen:
                continue
            seen.add(key)
            one = one.get_object()
        if isinstance(one, DictionaryObject):
            found |= _named(one)
            waiting += one.values()
        elif isinstance(one, ArrayObject):
            waiting += one
    return found


def _named(one: DictionaryObject) -> set[str]:
    kinds = {str(one.raw_get(key)) for key in ("/S", "/Type", "/Subtype") if _is_name(one, key)}
    return (kinds & ACTIVE) | ({str(key) for key in one} & CARRYING)


def _is_name(one: DictionaryObject, key: str) -> bool:
    return key in one and isinstance(one.raw_get(key), NameObject)
