"""The table of contents of a ZIP archive, believed only where every local header says the same."""

import struct
from typing import NamedTuple

from audits.config import Upload
from audits.workbook.flaw import damaged, unfit

END = struct.Struct("<4sHHHHIIH")
CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
LOCAL = struct.Struct("<4sHHHHHIIIHH")
ENCRYPTED, DESCRIPTOR, STORED, DEFLATED = 0x1, 0x8, 0, 8
FULL = 0xFFFFFFFF
LINK = 0o120000
DESCRIPTORS = (0, 12, 16, 20, 24)
"""Bytes that may follow a member whose sizes were not known when its header was written."""


class Member(NamedTuple):
    """One member as the directory describes it; sizes are claims until the bytes are counted."""

    name: str
    raw: bytes
    method: int
    flags: int
    crc: int
    packed: int
    size: int
    offset: int
    mode: int


def directory(content: bytes, limits: Upload) -> tuple[Member, ...]:
    """Every member in order of its place. Unfit if two readers could read the archive in two ways."""
    start, count = _end(content, limits)
    members, at = [], start
    for _ in range(count):
        member, at = _central(content, at)
        members.append(member)
    if at != len(content) - END.size:
        raise damaged("directory length")
    members.sort(key=lambda member: member.offset)
    _distinct(members)
    _adjoining(content, members, start)
    return tuple(members)


def _end(content: bytes, limits: Upload) -> tuple[int, int]:
    at = len(content) - END.size
    if at < 0 or content[at : at + 4] != b"PK\5\6":
        raise _trailing(content)
    _, disk, first, here, count, size, start, comment = END.unpack_from(content, at)
    if count > limits.members:
        zh = f"压缩包内有 {count} 个文件，上限 {limits.members}。"
        raise unfit("members", zh, f"{count} members inside the file; at most {limits.members}.")
    if disk or first or here != count or comment or start + size != at:
        raise damaged("end of directory")
    return start, count


def _trailing(content: bytes) -> Exception:
    if content.rfind(b"PK\5\6") < 0:
        return damaged("no directory")
    zh = "文件末尾有多余的内容，请用 Excel 或 WPS 打开、另存为 .xlsx 后重新上传。"
    return unfit("trailer", zh, "Something follows the end of the file. Save it anew as .xlsx.")


def _central(content: bytes, at: int) -> tuple[Member, int]:
    try:
        field = CENTRAL.unpack_from(content, at)
    except struct.error as error:
        raise damaged("directory entry") from error
    sign, _, _, flags, method, _, _, crc, packed, size, named, extra, note, _, _, mode, offset = field
    raw = content[at + CENTRAL.size : at + CENTRAL.size + named]
    if sign != b"PK\1\2" or FULL in (packed, size, offset):
        raise damaged("directory entry")
    name = raw.decode("utf-8", "replace")
    member = Member(name, raw, method, flags, crc, packed, size, offset, mode >> 16)
    _possible(member)
    return member, at + CENTRAL.size + named + extra + note


def _possible(member: Member) -> None:
    if member.flags & ENCRYPTED:
        zh = "文件已加密，请去掉打开口令后再上传。"
        raise unfit("encrypted", zh, "The file is encrypted; remove its password.", member.name)
    if member.method not in (STORED, DEFLATED):
        raise damaged(f"method {member.method}")
    steps = member.name.split("/")
    odd = any(sign in member.name for sign in "\\\0:\N{REPLACEMENT CHARACTER}")
    if odd or ".." in steps or "" in steps[:-1] or not member.name or member.mode & 0o170000 == LINK:
        zh = "压缩包内有不允许的文件名或链接，请用 Excel 或 WPS 另存为 .xlsx 后重新上传。"
        raise unfit("member_name", zh, "A member has a forbidden name or is a link.", member.name)


def _distinct(members: list[Member]) -> None:
    names = {member.name.casefold() for member in members}
    if len(names) < len(members):
        zh = "压缩包内有重名的文件，请用 Excel 或 WPS 另存为 .xlsx 后重新上传。"
        raise unfit("duplicate", zh, "Two members of the file share a name; save it anew as .xlsx.")


def _adjoining(content: bytes, members: list[Member], start: int) -> None:
    """No byte before, between or behind the members, and no byte in two of them."""
    if members and members[0].offset:
        zh = "文件开头有多余的内容，请用 Excel 或 WPS 另存为 .xlsx 后重新上传。"
        raise unfit("prefix", zh, "Something stands before the beginning; save it anew as .xlsx.")
    nexts = [member.offset for member in members[1:]] + [start]
    for member, following in zip(members, nexts, strict=True):
        gap = following - data_start(content, member) - member.packed
        if gap and not (member.flags & DESCRIPTOR and gap in DESCRIPTORS):
            raise damaged(f"overlap at {member.name}")


def data_start(content: bytes, member: Member) -> int:
    """Where a member's bytes begin, its local header having been compared with the directory."""
    try:
        field = LOCAL.unpack_from(content, member.offset)
    except struct.error as error:
        raise damaged("local header") from error
    sign, _, flags, method, _, _, crc, packed, size, named, extra = field
    begin = member.offset + LOCAL.size
    same = sign == b"PK\3\4" and method == member.method and flags == member.flags
    if not same or content[begin : begin + named] != member.raw:
        raise damaged(f"local header of {member.name}")
    told = FULL in (packed, size) or (crc, packed, size) == (member.crc, member.packed, member.size)
    if not told and not (flags & DESCRIPTOR and not crc | packed | size):
        raise damaged(f"sizes of {member.name}")
    return int(begin + named + extra)
