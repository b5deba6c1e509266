"""The Merkle tree of RFC 6962 (SHA-256): hashes, roots, and the checks of RFC 9162 that anybody can make."""

from collections.abc import Iterable, Sequence
from hashlib import sha256

EMPTY = sha256(b"").digest()


def leaf(entry: bytes) -> bytes:
    """The hash of an entry."""
    return sha256(b"\0" + entry).digest()


def node(left: bytes, right: bytes) -> bytes:
    """The hash of two subtrees."""
    return sha256(b"\1" + left + right).digest()


def root(leaves: Iterable[bytes]) -> bytes:
    """The root over leaf hashes, with no more memory than the height of the tree."""
    peaks: list[bytes] = []
    for count, hashed in enumerate(leaves, 1):
        while count % 2 == 0:
            hashed, count = node(peaks.pop(), hashed), count // 2
        peaks.append(hashed)
    return fold(peaks)


def fold(peaks: Sequence[bytes]) -> bytes:
    """The root over complete subtrees from the largest to the smallest."""
    if not peaks:
        return EMPTY
    found = peaks[-1]
    for peak in reversed(peaks[:-1]):
        found = node(peak, found)
    return found


def included(index: int, size: int, hashed: bytes, path: Sequence[bytes], wanted: bytes) -> bool:
    """Whether a path leads from a leaf to the root of a tree (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    first, last = index, size - 1
    for step in path:
        if last == 0:
            return False
        if first & 1 or first == last:
            hashed = node(step, hashed)
            first, last = _up(first, last)
        else:
            hashed = node(hashed, step)
        first, last = first >> 1, last >> 1
    return last == 0 and hashed == wanted


def _up(first: int, last: int) -> tuple[int, int]:
    """Past the levels at which a right border has no sibling."""
    while first and not first & 1:
        first, last = first >> 1, last >> 1
    return first, last


def consistent(small: int, size: int, old: bytes, new: bytes, path: Sequence[bytes]) -> bool:
    """Whether a tree of `small` leaves with root `old` is a prefix of the other (RFC 9162, 2.1.4.2)."""
    if small == size:
        return old == new and not path
    if not 0 < small < size:
        return False
    steps = list(path) if small & (small - 1) else [old, *path]
    if not steps:
        return False
    first, last = small - 1, size - 1
    while first & 1:
        first, last = first >> 1, last >> 1
    return _leads_to_both(first, last, steps, old, new)


def _leads_to_both(first: int, last: int, steps: Sequence[bytes], old: bytes, new: bytes) -> bool:
    one = both = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if first & 1 or first == last:
            one, both = node(step, one), node(step, both)
            first, last = _up(first, last)
        else:
            both = node(both, step)
        first, last = first >> 1, last >> 1
    return one == old and both == new and last == 0
