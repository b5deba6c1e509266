"""The members of a ZIP archive unpacked, their bytes counted as they come out."""

import zlib
from collections.abc import Iterator

from audits.config import Upload
from audits.workbook.directory import STORED, Member, data_start, directory
from audits.workbook.flaw import damaged, unfit

CHUNK = 1 << 20
RATIO, RATIO_FROM = 200, 16 << 20
"""So many times its packed size a file may unpack to, looked at beyond so many bytes."""


def unpack(content: bytes, limits: Upload) -> dict[str, bytes]:
    """Every member by name. Unfit beyond the limits or where length or checksum is wrong."""
    members: dict[str, bytes] = {}
    total = 0
    for member in directory(content, limits):
        data = _member(content, member, min(limits.member_bytes, limits.unpacked_bytes - total))
        total += len(data)
        if total > max(RATIO_FROM, RATIO * len(content)):
            raise _too_large()
        if not member.name.endswith("/"):
            members[member.name] = data
    return members


def _member(content: bytes, member: Member, most: int) -> bytes:
    start = data_start(content, member)
    packed = memoryview(content)[start : start + member.packed]
    try:
        data = b"".join(_pieces(packed, member, most))
    except zlib.error as error:
        raise damaged(f"data of {member.name}") from error
    if len(data) != member.size or zlib.crc32(data) != member.crc:
        raise damaged(f"checksum of {member.name}")
    return data


def _pieces(packed: memoryview, member: Member, most: int) -> Iterator[bytes]:
    if member.method == STORED:
        if len(packed) > most:
            raise _too_large()
        yield bytes(packed)
        return
    inflate, rest, seen = zlib.decompressobj(-15), bytes(packed), 0
    while not inflate.eof:
        piece = inflate.decompress(rest, CHUNK)
        rest, seen = inflate.unconsumed_tail, seen + len(piece)
        if seen > most:
            raise _too_large()
        if not piece and not inflate.eof and not rest:
            raise damaged(f"end of {member.name}")
        yield piece
    if inflate.unused_data:
        raise damaged(f"rest of {member.name}")


def _too_large() -> Exception:
    zh = "文件解压后过大（可能是压缩炸弹），未读取。请删去多余内容后另存为 .xlsx。"
    return unfit("unpacked", zh, "Unpacked, the file is too large (a zip bomb?). Remove what is not needed.")
