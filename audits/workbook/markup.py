"""XML parts checked by expat, and brought into the one spelling that the patterns of the reader rely on."""

import re
from collections.abc import Callable
from xml.parsers import expat
from xml.sax.saxutils import escape

from audits.workbook.flaw import damaged, unfit

MAIN = frozenset(
    (
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
    )
)
RELATIONS = frozenset(
    (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    )
)
DEEP = re.compile(rb"</[^<>]*>(?:\s*</[^<>]*>){63}")
LONGEST = 65_536
UNUSUAL = (b"='", b" =", b"= ", b"\t=", b"=\t", b"\n=", b"=\n", b"\r=", b"=\r")
DECLARATION = re.compile(rb"\s*<\?xml[^>]*\?>")
USUAL_DECLARATION = re.compile(
    rb"""<\?xml version=["']1\.0["'](?: encoding=["'](?i:utf-?8|us-ascii)["'])?(?: standalone=["']\w+["'])?\s*\?>"""
)
REFERENCE = re.compile(r"&(?:#(\d+)|#x([0-9a-fA-F]+)|(amp|lt|gt|quot|apos));")
SPECIAL = {'"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"}
NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


def check(data: bytes, name: str, lenient: bool = False) -> bool:
    """Whether a well-formed part is spelled plainly. Unfit for a DOCTYPE, depth or what is not XML.

    `lenient`: only a DOCTYPE is refused; Excel itself writes VML that is not well-formed.
    """
    rare: list[bool] = []
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartNamespaceDeclHandler = lambda prefix, uri: (
        rare.append(True) if prefix and uri in MAIN else None
    )
    parser.XmlDeclHandler = lambda _version, encoding, _alone: rare.append(True) if _odd(encoding) else None
    for handler in ("CommentHandler", "ProcessingInstructionHandler", "StartCdataSectionHandler"):
        setattr(parser, handler, lambda *_given: rare.append(True))
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        if lenient:
            return True
        raise damaged(f"{name}: {error}") from error
    if DEEP.search(data) or _long(data):
        raise damaged(f"{name}: too deep or too long")
    return not rare and data[:2] not in (b"\xff\xfe", b"\xfe\xff")


def _long(data: bytes) -> bool:
    """Whether a tag with all its attributes is absurdly long."""
    if len(data) <= LONGEST:
        return False
    long = [piece for piece in data.split(b"<") if len(piece) > LONGEST]
    return any(not 0 <= piece.find(b">") <= LONGEST for piece in long)


def _odd(encoding: str | None) -> bool:
    return bool(encoding) and str(encoding).lower() not in ("utf-8", "utf8", "us-ascii")


def _refuse_doctype(*_given: object) -> None:
    zh = "文件含有文档类型声明（DOCTYPE），不能接受。请用 Excel 或 WPS 另存为 .xlsx。"
    raise unfit("doctype", zh, "A part declares a DOCTYPE, which is refused. Save the file anew as .xlsx.")


def declared_plainly(data: bytes) -> bool:
    """Whether a part can only be UTF-8 without a document type: its bytes say so without a parser.

    `<!` begins every DOCTYPE (and comment, and section) in every encoding that keeps ASCII; the encodings that
    do not (UTF-16, UTF-32, EBCDIC, UTF-7) show in the first bytes, in a NUL, or in the declaration.
    """
    if (
        not data.startswith((b"<", b"\xef\xbb\xbf<"))
        or (b"!" in data and b"<!" in data)
        or b"\0" in data[:64]
    ):
        return False
    body = data.removeprefix(b"\xef\xbb\xbf")
    return not body.startswith(b"<?") or bool(USUAL_DECLARATION.match(body))


def plain(data: bytes, usual: bool) -> bytes:
    """A part with UTF-8, double quotes and `<name a="b">`: no comments, sections, prefixes of its own.

    `usual` is the answer of `check`; a part that is already so spelled is handed back as it is.
    """
    body = data[match.end() :] if (match := DECLARATION.match(data.removeprefix(b"\xef\xbb\xbf"))) else data
    if usual and not any(sign in body for sign in UNUSUAL) and body.count(b"<") == body.count(b">"):
        return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in data else data
    return _respelled(data)


def _respelled(data: bytes) -> bytes:
    out: list[str] = []
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.ordered_attributes = True
    parser.buffer_text = True
    parser.StartElementHandler = _starter(out.append)
    parser.EndElementHandler = lambda name: out.append(f"</{_local(name)}>")
    parser.CharacterDataHandler = lambda text: out.append(escape(text))
    parser.Parse(data, True)
    return "".join(out).encode()


def _starter(put: Callable[[str], None]) -> Callable[[str, list[str]], None]:
    def start(name: str, given: list[str]) -> None:
        pairs = zip(given[::2], given[1::2], strict=True)
        said = "".join(f" {_local(key)}={_quoted(value)}" for key, value in pairs)
        put(f"<{_local(name)}{said}>")

    return start


def _quoted(value: str) -> str:
    return '"' + escape(value, SPECIAL) + '"'


def _local(name: str) -> str:
    space, _, local = name.rpartition(" ")
    if not space or space in MAIN:
        return local
    return f"r:{local}" if space in RELATIONS else f"other:{local}"


def unescaped(text: str) -> str:
    """Character references of XML resolved."""
    return REFERENCE.sub(_reference, text) if "&" in text else text


def _reference(match: re.Match[str]) -> str:
    if match[3]:
        return NAMED[match[3]]
    return chr(int(match[1]) if match[1] else int(match[2], 16))
