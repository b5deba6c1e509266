"""Workbooks written part by part, so that every rule of the format can be broken on purpose."""

from collections.abc import Callable

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
FORMATS = ("yyyy\\-mm\\-dd", '0!.0,"万"', "0.00%", "#,##0,")
"""Styles 1 to 4; style 0 is General."""


def types(main: str = f"{SHEET}.sheet.main+xml") -> bytes:
    """The content types."""
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{main}"/></Types>'
    ).encode()


def workbook(names: tuple[str, ...] = ("财务",), before: str = "", after: str = "", state: str = "") -> bytes:
    """The workbook part; `state` is that of the last sheet."""
    sheets = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="rId{number}"'
        + (f' state="{state}"/>' if state and number == len(names) else "/>")
        for number, name in enumerate(names, 1)
    )
    body = f"{before}<sheets>{sheets}</sheets>{after}"
    return f'<workbook xmlns="{MAIN}" xmlns:r="{RELS}">{body}</workbook>'.encode()


def relations(count: int = 1) -> bytes:
    """Relations of the workbook: sheets, shared strings, styles."""
    items = [(f"rId{one}", "worksheet", f"worksheets/sheet{one}.xml") for one in range(1, count + 1)]
    items += [("rIdS", "sharedStrings", "sharedStrings.xml"), ("rIdT", "styles", "styles.xml")]
    inner = "".join(
        f'<Relationship Id="{key}" Type="{RELS}/{kind}" Target="{to}"/>' for key, kind, to in items
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'.encode()


def sheet(rows: str, around: str = "", before: str = "") -> bytes:
    """A sheet of rows."""
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{around}</worksheet>'.encode()


def cell(inner: str, where: str = "B2", more: str = "") -> bytes:
    """A sheet of one cell."""
    row = "".join(sign for sign in where if sign.isdigit())
    return sheet(f'<row r="{row}"><c r="{where}"{more}>{inner}</c></row>')


def text(value: str) -> bytes:
    """A sheet of one inline text."""
    return cell(f"<is><t>{value}</t></is>", more=' t="inlineStr"')


def styles() -> bytes:
    """Styles of FORMATS."""
    codes = [code.replace('"', "&quot;") for code in FORMATS]
    formats = "".join(f'<numFmt numFmtId="{165 + at}" formatCode="{code}"/>' for at, code in enumerate(codes))
    shapes = "".join(f'<xf numFmtId="{165 + at}"/>' for at in range(len(codes)))
    return (
        f'<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts>'
        f'<cellXfs><xf numFmtId="0"/>{shapes}</cellXfs></styleSheet>'
    ).encode()


def parts(**more: bytes) -> dict[str, bytes]:
    """The parts of a small honest workbook; a part given by its name in NAMES replaces one."""
    root = f'<Relationship Id="r1" Type="{RELS}/officeDocument" Target="xl/workbook.xml"/>'
    made = {
        "types": types(),
        "root": f'<Relationships xmlns="{PACKAGE}/relationships">{root}</Relationships>'.encode(),
        "workbook": workbook(),
        "relations": relations(),
        "strings": f'<sst xmlns="{MAIN}"><si><t>收入</t></si></sst>'.encode(),
        "styles": styles(),
        "sheet": cell("<v>12.5</v>"),
        **more,
    }
    return {NAMES[key]: data for key, data in made.items() if data}


NAMES = {
    "types": "[Content_Types].xml",
    "root": "_rels/.rels",
    "workbook": "xl/workbook.xml",
    "relations": "xl/_rels/workbook.xml.rels",
    "strings": "xl/sharedStrings.xml",
    "styles": "xl/styles.xml",
    "sheet": "xl/worksheets/sheet1.xml",
    "properties": "docProps/core.xml",
}


def doctype(entities: str, body: str = "") -> bytes:
    """A sheet that declares a document type."""
    return (
        f"<!DOCTYPE w [{entities}]>{sheet('').decode().replace('<sheetData>', f'<sheetData>{body}')}".encode()
    )


def laughs() -> bytes:
    """Billion laughs."""
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return doctype(f'<!ENTITY l0 "ha">{levels}', "<row><c><v>&l9;</v></c></row>")


def merges(count: int) -> bytes:
    """So many merged ranges."""
    return sheet("", "<mergeCells>" + '<mergeCell ref="A1:B1"/>' * count + "</mergeCells>")


def rows(count: int) -> bytes:
    """So many rows with a value."""
    return sheet("".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, count + 1)))


def blank_rows(count: int = 200_000) -> bytes:
    """So many formatted rows without a value, after one with a value."""
    blank = "".join(f'<row r="{n}" s="1" customFormat="1"><c r="A{n}" s="1"/></row>' for n in range(2, count))
    return sheet(f'<row r="1"><c r="A1"><v>1</v></c></row>{blank}')


def macro() -> bytes:
    """Content types of a workbook with macros."""
    return types("application/vnd.ms-excel.sheet.macroEnabled.main+xml")


def other(kind: str) -> bytes:
    """Content types of another office document."""
    return types(f"application/vnd.openxmlformats-officedocument.{kind}.document.main+xml")


def deep(levels: int = 100_000) -> bytes:
    """A sheet nested so deep."""
    return sheet("<a>" * levels + "</a>" * levels)


def many_sheets(count: int = 300) -> dict[str, bytes]:
    """Workbook and relations with so many sheets, all of one part."""
    names = tuple(f"表{number}" for number in range(count))
    links = relations(count).replace(b"worksheets/sheet", b"worksheets/sheet1.xml#")
    return {"workbook": workbook(names), "relations": links}


NAMED = "<definedNames>" + '<definedName name="n">1</definedName>' * 50_000 + "</definedNames>"
PASSWD = '<!ENTITY x SYSTEM "file:///etc/passwd">'
REMOTE = '<!ENTITY x SYSTEM "http://192.0.2.1/x">'
USE = '<row><c t="str"><v>&x;</v></c></row>'

REFUSED: tuple[tuple[int, str, Callable[[], dict[str, bytes]], str], ...] = (
    (5, "docx", lambda: {"types": other("wordprocessingml")}, "Word"),
    (9, "xlsb", lambda: {"types": types("application/vnd.ms-excel.sheet.binary.macroEnabled.main")}, "宏"),
    (21, "no workbook", lambda: {"workbook": b""}, "损坏"),
    (21, "no content types", lambda: {"types": b""}, "普通压缩包"),
    (21, "sheet part absent", lambda: {"sheet": b""}, "损坏"),
    (22, "billion laughs", lambda: {"sheet": laughs()}, "DOCTYPE"),
    (23, "file entity", lambda: {"sheet": doctype(PASSWD, USE)}, "DOCTYPE"),
    (23, "http entity", lambda: {"sheet": doctype(REMOTE, USE)}, "DOCTYPE"),
    (23, "parameter entity", lambda: {"sheet": doctype('<!ENTITY % p SYSTEM "file:///x"> %p;')}, "DOCTYPE"),
    (24, "entity in properties", lambda: {"properties": doctype(PASSWD)}, "DOCTYPE"),
    (25, "DOCTYPE in UTF-16", lambda: {"sheet": doctype(PASSWD).decode().encode("utf-16")}, "DOCTYPE"),
    (26, "100,000 levels", lambda: {"sheet": deep()}, "损坏"),
    (26, "8 MB attribute", lambda: {"sheet": cell("<v>1</v>", more=f' x="{"a" * (8 << 20)}"')}, "损坏"),
    (27, "NUL reference", lambda: {"sheet": text("&#0;")}, "损坏"),
    (27, "invalid UTF-8", lambda: {"sheet": text("Q").replace(b"Q", b"\xff")}, "损坏"),
    (27, "unclosed", lambda: {"sheet": sheet("<row>")}, "损坏"),
    (28, "cell at the far corner", lambda: {"sheet": cell("<v>1</v>", "XFD1048576")}, "超出上限"),
    (30, "column ZZZZ", lambda: {"sheet": cell("<v>1</v>", "ZZZZ1")}, "损坏"),
    (30, "row 4294967295", lambda: {"sheet": cell("<v>1</v>", "A4294967295")}, "损坏"),
    (31, "rows without end", lambda: {"sheet": rows(30_000)}, "第 20,001 行起超出上限"),
    (33, "merge of the sheet", lambda: {"sheet": sheet("", '<mergeCell ref="A1:XFD1048576"/>')}, "合并"),
    (33, "100,000 merges", lambda: {"sheet": merges(100_000)}, "合并"),
    (34, "300 sheets", many_sheets, "上限 30"),
    (34, "50,000 names", lambda: {"workbook": workbook(after=NAMED)}, "定义名称"),
    (35, "2,000,000 characters", lambda: {"sheet": text("字" * 2_000_000)}, "B2"),
    (35, "40,000 characters", lambda: {"sheet": text("字" * 40_000)}, "上限 4000"),
    (37, "macros", lambda: {"types": macro()}, "宏"),
    (60, "NaN", lambda: {"sheet": cell("<v>NaN</v>")}, "数字"),
    (60, "INF", lambda: {"sheet": cell("<v>INF</v>")}, "数字"),
    (60, "1e999", lambda: {"sheet": cell("<v>1e999</v>")}, "数字"),
    (60, "comma", lambda: {"sheet": cell("<v>1,5</v>")}, "数字"),
    (60, "empty", lambda: {"sheet": cell("<v></v>")}, "数字"),
    (78, "NUL escape", lambda: {"sheet": text("a_x0000_b")}, "空字符"),
    (78, "surrogate escape", lambda: {"sheet": text("a_xD800_b")}, "半个字符"),
)
