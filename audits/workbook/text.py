"""Text of a workbook: shared strings, rich text, and Excel's own `_xHHHH_` escapes."""

import re

from audits.workbook.markup import unescaped

ITEM = re.compile(
    rb"<si(?:\s[^<>]*)?(?:/>|><t(?:\s[^<>]*)?>([^<]*)</t></si>|>(.*?)</si\s*>)",
    re.DOTALL,
)
PHONETIC = re.compile(rb"<rPh[\s>].*?</rPh\s*>", re.DOTALL)
RUN = re.compile(rb"<t(?:\s[^<>]*)?>([^<]*)</t\s*>")
ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
SURROGATE = re.compile(r"[\ud800-\udfff]")


def strings(data: bytes) -> list[str | None]:
    """The shared strings in order; None where one holds NUL or half a character."""
    return [text(rich) if rich else decoded(plain.decode()) for plain, rich in ITEM.findall(data)]


def text(rich: bytes) -> str | None:
    """The text of `<t>` elements put together, phonetic guides left out; None if it cannot be text."""
    if b"<rPh" in rich:
        rich = PHONETIC.sub(b"", rich)
    return decoded(b"".join(RUN.findall(rich)).decode())


def decoded(raw: str) -> str | None:
    """XML text as Excel shows it; None if it holds NUL or half a character."""
    value = unescaped(raw)
    if "_x" not in value:
        return value
    value = ESCAPE.sub(lambda match: chr(int(match[1], 16)), value)
    if SURROGATE.search(value):
        try:
            value = value.encode("utf-16", "surrogatepass").decode("utf-16")
        except UnicodeDecodeError:
            return None
    return None if "\0" in value else value
