"""The tree: published vectors, every proof of small trees, and what must not pass."""

from functools import cache
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.log.proof import Levels, consistency, inclusion, root_at
from compliance.log.tree import EMPTY, consistent, included, leaf, node, root

COMMIT = "c606683b55d7e655f88c8371a917ef13c50e7a94e4e424fbc81eafb69d3be949"
LINES = (
    f'{{"at":"2025-03-01T01:02:03Z","commit":"{COMMIT}","org":"531100005000000005","seq":0,"type":"list.add","v":1}}',
    f'{{"at":"2025-03-02T00:00:00Z","commit":"{"0" * 64}","seq":1,"type":"penalty.decide","v":1}}',
    f'{{"at":"2025-06-01T00:00:00Z","commit":"{"1" * 64}","seq":2,"supersedes":0,"type":"list.remove","v":1}}',
)
LEAVES = [leaf(line.encode()) for line in LINES]
RFC_LEAVES = [
    bytes.fromhex(one)
    for one in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
"""The eight entries of the reference implementations of RFC 6962."""
RFC_ROOT = "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"


@cache
def tree(size: int) -> Levels:
    made = Levels()
    for number in range(size):
        made.append(leaf(str(number).encode()))
    return made


def by_definition(leaves: list[bytes]) -> bytes:
    """MTH of RFC 6962, 2.1, word for word."""
    if len(leaves) < 2:
        return leaves[0] if leaves else EMPTY
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return node(by_definition(leaves[:half]), by_definition(leaves[half:]))


def test_leaves_and_roots_are_those_of_the_vectors() -> None:
    assert [one.hex() for one in LEAVES] == [
        "d2aaff9eae2a6ca34e48c1ef47eac9160ea47f8ef56912aba0c56ab62c0bb9ca",
        "ec0e3f92a60e56c819da3c3def5faa572e31532908deb1c13eb028f22a51dc16",
        "387b36414eef75b9f03c4840b1d64e8fd0d1ebfb01f7c5f7663b435142cec95a",
    ]
    assert root(LEAVES[:2]).hex() == "33bdd4b3fc55451025013e490915bd8d4ce4f33092331984d8735b87e120ca79"
    assert root(LEAVES).hex() == "d5740fdff1a64ec69aee4a0d0660280acfaaa331182125c70502881b11009408"


def test_proofs_are_those_of_the_vectors() -> None:
    kept = Levels()
    for one in LEAVES:
        kept.append(one)
    assert inclusion(kept, 2, 3) == [root(LEAVES[:2])]
    assert consistency(kept, 2, 3) == [LEAVES[2]]


def test_the_root_of_the_reference_entries_is_the_known_one() -> None:
    assert root(leaf(one) for one in RFC_LEAVES).hex() == RFC_ROOT
    assert root([]) == sha256(b"").digest()


@pytest.mark.parametrize("size", range(1, 70))
def test_every_proof_of_a_small_tree_holds_and_no_other(size: int) -> None:
    kept, leaves = tree(size), [tree(size).at(0, place) for place in range(size)]
    whole = by_definition(leaves)
    assert root(leaves) == root_at(kept, size) == whole
    for index in range(size):
        path = inclusion(kept, index, size)
        assert kept.path(index) == path
        assert included(index, size, leaves[index], path, whole)
        assert not included(index, size, leaf(b"other"), path, whole)
        assert not included(index, size, leaves[index], [*path, whole], whole)
        assert not any(included(at, size, leaves[index], path, whole) for at in (index - 1, index + 1, size))
    for small in range(1, size + 1):
        old = by_definition(leaves[:small])
        path = consistency(kept, small, size)
        assert consistent(small, size, old, whole, path)
        assert not consistent(small, size, leaf(b"other"), whole, path)
        assert not consistent(small, size, old, leaf(b"other"), path)
        assert not consistent(small, size, old, whole, [*path, whole])
        assert small == size or not consistent(small, size, old, whole, path[:-1])


@settings(deadline=None)
@given(st.integers(1, 3000), st.data())
def test_proofs_hold_in_any_tree_and_at_any_earlier_size(size: int, data: st.DataObject) -> None:
    kept = tree(3000)
    index = data.draw(st.integers(0, size - 1))
    small = data.draw(st.integers(1, size))
    whole = root_at(kept, size)
    assert included(index, size, kept.at(0, index), inclusion(kept, index, size), whole)
    path = consistency(kept, small, size)
    assert consistent(small, size, root_at(kept, small), whole, path)
    for place in range(len(path)):
        bent = [*path[:place], leaf(b"bent"), *path[place + 1 :]]
        assert not consistent(small, size, root_at(kept, small), whole, bent)


@pytest.mark.parametrize(("index", "size"), [(-1, 3), (3, 3), (0, 4), (0, 0)])
def test_what_is_not_in_the_tree_has_no_proof(index: int, size: int) -> None:
    with pytest.raises(ValueError, match="no entry"):
        inclusion(tree(3), index, size)


@pytest.mark.parametrize(("small", "size"), [(0, 3), (4, 3), (2, 4)])
def test_trees_that_never_were_have_no_proof(small: int, size: int) -> None:
    with pytest.raises(ValueError, match="no tree"):
        consistency(tree(3), small, size)
    assert not consistent(small, size, EMPTY, tree(3).at(0, 0), [])
