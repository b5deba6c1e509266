"""Archives that lie: truncated, doubled, overlapping, hidden, encrypted, bombs. Made here, never kept."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping

from tests.attack.make_workbook import parts

Parts = Mapping[str, bytes]


def zipped(members: Parts, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An honest archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def good(**more: bytes) -> bytes:
    """A small honest workbook."""
    return zipped(parts(**more))


def added(name: str, data: bytes = b"x") -> bytes:
    """A workbook with one member more."""
    return zipped({**parts(), name: data})


def doubled() -> bytes:
    """Two members of one name."""
    first = zipped({**parts(), "xl/worksheets/sheet9.xml": b"<a/>"})
    return first.replace(b"xl/worksheets/sheet9.xml", b"xl/worksheets/sheet1.xml")


def local_name_differs() -> bytes:
    """The local header has another name than the directory."""
    return good().replace(b"xl/workbook.xml", b"xl/workb00k.xml", 1)


def flagged(offset_local: int, offset_central: int, value: int) -> bytes:
    """The first member with a 16-bit field of both headers changed."""
    data = bytearray(good())
    struct.pack_into("<H", data, offset_local, value)
    struct.pack_into("<H", data, data.index(b"PK\1\2") + offset_central, value)
    return bytes(data)


def encrypted_bit() -> bytes:
    """The first member claims to be encrypted."""
    return flagged(6, 8, 1)


def odd_method() -> bytes:
    """The first member claims LZMA."""
    return flagged(8, 10, 14)


def wrong_count() -> bytes:
    """The directory claims one member more than it has."""
    data = bytearray(good())
    at = data.rindex(b"PK\5\6")
    count = struct.unpack_from("<H", data, at + 8)[0] + 1
    struct.pack_into("<HH", data, at + 8, count, count)
    return bytes(data)


def bad_crc() -> bytes:
    """Another checksum in both headers of the first member."""
    data = bytearray(good())
    struct.pack_into("<I", data, 14, 1)
    struct.pack_into("<I", data, data.index(b"PK\1\2") + 16, 1)
    return bytes(data)


def missing_from_directory() -> bytes:
    """A member that stands in the archive and not in its directory."""
    hidden = zipped({"xl/worksheets/hidden.xml": b"<a/>"})
    local = hidden[: hidden.index(b"PK\1\2")]
    data = bytearray(good())
    start = data.index(b"PK\1\2")
    struct.pack_into("<I", data, data.rindex(b"PK\5\6") + 16, start + len(local))
    return bytes(data[:start] + local + data[start:])


def overlapping(copies: int = 200) -> bytes:
    """Many directory entries on one body."""
    data = zipped({"a.xml": b"<a/>" * 1000})
    start, end = data.index(b"PK\1\2"), data.rindex(b"PK\5\6")
    entries = data[start:end] * copies
    tail = struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, copies, copies, len(entries), start, 0)
    return data[:start] + entries + tail


def raw_entry(name: str, size: int, claimed: int | None = None, lead: bytes = b"") -> bytes:
    """One member of spaces, `size` bytes unpacked, `claimed` in the headers."""
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed, crc, chunk = [squeeze.compress(lead)], zlib.crc32(lead), b" " * (1 << 20)
    for _ in range(size >> 20):
        packed.append(squeeze.compress(chunk))
        crc = zlib.crc32(chunk, crc)
    body = b"".join(packed) + squeeze.flush()
    told, raw = size + len(lead) if claimed is None else claimed, name.encode()
    sizes = (crc, len(body), told)
    local = struct.pack("<4sHHHHHIIIHH", b"PK\3\4", 20, 0, 8, 0, 33, *sizes, len(raw), 0) + raw + body
    central = struct.pack(
        "<4sHHHHHHIIIHHHHHII", b"PK\1\2", 20, 20, 0, 8, 0, 33, *sizes, len(raw), 0, 0, 0, 0, 0, 0
    )
    central += raw
    return local + central + struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 1, 1, len(central), len(local), 0)


def many_members(count: int = 65_000) -> bytes:
    """So many empty members."""
    return zipped({f"m{number}.xml": b"" for number in range(count)}, zipfile.ZIP_STORED)


def symlink() -> bytes:
    """A member that is a symbolic link."""
    out = io.BytesIO(good())
    with zipfile.ZipFile(out, "a") as archive:
        link = zipfile.ZipInfo("xl/link.xml")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    return out.getvalue()


ROWS: tuple[tuple[int, str, Callable[[], bytes], str], ...] = (
    (1, "empty", lambda: b"", "文件为空"),
    (1, "one byte", lambda: b"P", "不是有效的 .xlsx"),
    (1, "only the magic", lambda: b"PK", "损坏"),
    (2, "cut in half", lambda: good()[: len(good()) // 2], "不完整"),
    (2, "without its end", lambda: good()[:-22], "不完整"),
    (5, "program in a zip", lambda: zipped({"run.exe": b"MZ"}), "普通压缩包"),
    (
        5,
        "ods",
        lambda: zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
        "OpenDocument",
    ),
    (11, "sheet of 512 MB", lambda: raw_entry("xl/worksheets/sheet1.xml", 512 << 20), "解压后过大"),
    (
        12,
        "string of 256 MB",
        lambda: raw_entry("xl/sharedStrings.xml", 256 << 20, lead=b"<sst><si><t>"),
        "解压后过大",
    ),
    (13, "overlap", overlapping, "重名"),
    (14, "declared 1 KB", lambda: raw_entry("xl/workbook.xml", 128 << 20, 1024), "解压后过大"),
    (15, "many members", many_members, "上限 1000"),
    (16, "zip in zip", lambda: added("inner.zip", good()), "不认识的内容"),
    (17, "path up", lambda: added("../../x.xml"), "文件名"),
    (17, "absolute path", lambda: added("/etc/x.xml"), "文件名"),
    (17, "backslashes", lambda: added("xl\\..\\x.xml"), "文件名"),
    (17, "symlink", symlink, "链接"),
    (17, "NUL in a name", lambda: added("xl/aQb.xml").replace(b"xl/aQb.xml", b"xl/a\0b.xml"), "文件名"),
    (18, "two of one name", doubled, "重名"),
    (18, "local name differs", local_name_differs, "损坏"),
    (18, "missing from directory", missing_from_directory, "损坏"),
    (19, "bad checksum", bad_crc, "损坏"),
    (19, "encrypted bit", encrypted_bit, "加密"),
    (19, "LZMA", odd_method, "损坏"),
    (19, "wrong count", wrong_count, "损坏"),
    (20, "bytes before", lambda: b"PK-lead" + good(), "损坏"),
    (20, "bytes after", lambda: good() + b"tail", "末尾有多余"),
)
