"""Whether a part is spelled as Excel, WPS and LibreOffice spell it, told by one pattern in one pass.

A part that matches holds nothing but what the pattern names: no declaration of a type, no entity but the five
of XML, no reference outside the limits, nothing that is not a number where a number belongs. What does not
match is no fault yet: it goes to `audits.workbook.exact`, which is slower and says what is wrong.
"""

import re
from typing import NamedTuple

from audits.config import Upload
from audits.workbook.markup import LONGEST, declared_plainly

LONGEST_TEXT, LAST_ROW, LAST_COLUMN = 4000, 20_000, 256
"""Bounds inside the patterns; a configuration that allows less is not served by them."""
COLUMN = rb"(?:[A-H]?[A-Z]|I[A-V])"
ROW = rb"(?:[1-9][0-9]{0,3}|1[0-9]{4}|20000)"
NUMBER = rb"-?+[0-9]{1,15}+(?:\.[0-9]{1,20}+)?+(?:[eE][+-]?+[0-9]{1,2}+)?+"
REST = rb"(?:&(?:amp|lt|gt|quot|apos|#[1-9][0-9]{3,4}+);[^<&]{0,%d}+)*+" % LONGEST_TEXT
TEXT = rb"(?![ \t\r\n])[^<&]{0,%d}+%s(?<![ \t\r\n>])" % (LONGEST_TEXT, REST)
KEPT = rb"[^<&]{1,%d}+%s" % (LONGEST_TEXT, REST)
WRITTEN = rb'(?:<t>%s|<t xml:space="preserve">%s)</t>' % (TEXT, KEPT)
FORMULA = rb'(?:<f(?: [a-zA-Z]++="[^"<>&]*+")*+(?: ?/>|>[^<]*+</f>))?+'
NUMERIC = rb">(?:<v>%s|%s<v>%s)</v></c>" % (NUMBER, FORMULA, NUMBER)
CELL = (
    rb'<c r="%s\1"(?: s="[0-9]{1,5}+")?+(?: t="(?:inlineStr"><is>%s</is></c>|s"><v>[0-9]{1,8}+</v></c>'
    rb'|n"(?:%s| ?/>|></c>)|str">%s<v>%s</v></c>|b">%s<v>[01]</v></c>)|%s| ?/>|></c>)'
) % (COLUMN, WRITTEN, NUMERIC, FORMULA, TEXT, FORMULA, NUMERIC)
ROWS = re.compile(
    rb'(?:\s*+<row r="(%s)"(?: [a-zA-Z:0-9]++="[^"<>&]*+")*+(?: ?/>|>(?:%s)*+</row>))*+\s*+' % (ROW, CELL)
)
LOOK = rb'(?:<rPr>(?:<[a-zA-Z]++(?: [a-zA-Z:]++="[^"<>&]*+")*+ ?/>)*+</rPr>)?+'
RUN = rb'<r>%s(?:<t>%s|<t xml:space="preserve">%s)</t></r>' % (LOOK, TEXT, KEPT)
ITEMS = re.compile(
    rb"\s*+(?:<si>(?:%s|(?:%s)++)(?:<phoneticPr [^<>]*/>)?+</si>\s*+)*+</sst>\s*+" % (WRITTEN, RUN)
)
TABLE = re.compile(rb"(?:\s*+<\?xml[^<>]*+>)?+\s*+<sst [^<>]*+>")
AROUND = re.compile(
    rb'(?:[^<>]*+<(?:/[a-zA-Z][\w:.]*+ ?|[a-zA-Z][\w:.]*+(?:\s[\w:.]++="[^"<>]*+")*+ ?/?)>)*+[^<>]*+'
)
RENAMED = re.compile(rb'xmlns:[^=]+="http://(?:schemas\.openxmlformats|purl\.oclc)\.org/[^"]*/main"')
MARKING = (b"mergeCell", b"hyperlink", b"hidden")
"""What lies around the rows and says something of a cell."""
DECLARED = 64
"""Bytes: no longer is the declaration that Excel ends with a carriage return."""
BEGIN, END = b"<sheetData>", b"</sheetData>"


class Usual(NamedTuple):
    """A sheet in the usual spelling: its rows, what is around them, and how many cells hold something."""

    rows: bytes
    around: bytes
    written: int


def serves(limits: Upload) -> bool:
    """Whether the bounds inside the patterns lie within the limits."""
    bounds = limits.rows - LAST_ROW, limits.columns - LAST_COLUMN, limits.cell_characters - LONGEST_TEXT
    return min(bounds) >= 0


def usual_sheet(data: bytes) -> Usual | None:
    """The sheet if it is spelled as usual."""
    start, end = data.find(BEGIN), data.rfind(END)
    if start < 0 or end < 0 or not _tame(data):
        return None
    start += len(BEGIN)
    around = data[:start].partition(b"?>")[2].lstrip() if data.startswith(b"<?") else data[:start]
    around += data[end:]
    if len(around) > LONGEST or BEGIN in data[start:end] or not ROWS.fullmatch(data, start, end):
        return None
    if not AROUND.fullmatch(around) or RENAMED.search(around):
        return None
    rows = data[start:end]
    if _long_text(rows):
        return None
    return Usual(rows, around, rows.count(b"</v>") + rows.count(b"</is>"))


def usual_strings(data: bytes) -> bool:
    """Whether the shared strings are spelled as usual: texts and runs of text, no phonetic guides."""
    head = TABLE.match(data)
    usual = head and _tame(data) and ITEMS.fullmatch(data, head.end()) and not _long_text(data)
    return bool(usual) and not (
        b"<r>" in data and any(len(one) > LONGEST_TEXT for one in data.split(b"</si>"))
    )


def _long_text(data: bytes) -> bool:
    """Whether a text may be too long. The patterns bound each stretch between entities, not their sum."""
    return b"&" in data and any(len(piece) > LONGEST_TEXT for piece in data.split(b"<"))


def _tame(data: bytes) -> bool:
    """No escape of Excel, which is decoded elsewhere; bytes that are UTF-8 and say nothing else."""
    if b"_x" in data or data.find(b"\r", DECLARED) >= 0 or not declared_plainly(data):
        return False
    try:
        return data.isascii() or bool(data.decode())
    except UnicodeDecodeError:
        return False
