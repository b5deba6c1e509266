"""Tiles: the paths and widths of the specification, and proofs that come out of them as out of a whole tree."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.log.proof import Levels, consistency, inclusion, root_at
from compliance.log.tile import ENTRIES, Tile, Tiled, bundle, grown, numbered, unbundle
from compliance.log.tree import leaf


@dataclass(eq=False)
class Store:
    """Tiles in memory."""

    kept: dict[Tile, bytes] = field(default_factory=dict)

    def read(self, tile: Tile) -> bytes:
        return self.kept[tile]


def tree(size: int) -> Levels:
    made = Levels()
    for number in range(size):
        made.append(leaf(str(number).encode()))
    return made


WHOLE = tree(70_000)


class Lazy:
    """The tiles of any tree, made when they are read."""

    def read(self, tile: Tile) -> bytes:
        first = tile.number * 256
        return b"".join(WHOLE.at(8 * tile.level, place) for place in range(first, first + tile.width))


def shelved(size: int) -> Store:
    store = Store()
    for tile in grown(0, size):
        if tile.level != ENTRIES:
            first = tile.number * 256
            store.kept[tile] = b"".join(
                WHOLE.at(8 * tile.level, place) for place in range(first, first + tile.width)
            )
    return store


def test_numbers_are_written_in_elements_of_three_digits() -> None:
    assert numbered(1234067) == "x001/x234/067"
    assert [numbered(one) for one in (0, 999, 1000)] == ["000", "999", "x001/000"]
    assert Tile(1, 273, 17).path == "tile/1/273.p/17"
    assert Tile(ENTRIES, 5).path == "tile/entries/005"


def test_a_tree_of_70000_has_the_tiles_that_the_specification_counts() -> None:
    tiles = [tile for tile in grown(0, 70_000) if tile.level != ENTRIES]
    assert sum(tile.level == 0 and tile.width == 256 for tile in tiles) == 273
    partial = [tile for tile in tiles if tile.width < 256]
    assert partial == [Tile(0, 273, 112), Tile(1, 1, 17), Tile(2, 0, 1)]
    assert [tile for tile in tiles if tile.level == 1] == [Tile(1, 0), Tile(1, 1, 17)]
    assert Tile(1, 0, 1) in list(grown(255, 256))


@settings(deadline=None)
@given(st.integers(0, 2000), st.integers(0, 600))
def test_what_grows_is_exactly_what_was_not_there(old: int, more: int) -> None:
    assert set(grown(0, old + more)) - set(grown(0, old)) == set(grown(old, old + more))


@pytest.mark.parametrize("size", [1, 2, 255, 256, 257, 511, 65_535, 65_536, 65_537, 70_000])
def test_tiles_prove_what_the_whole_tree_proves(size: int) -> None:
    tiled = Tiled(shelved(size), size)
    assert root_at(tiled, size) == root_at(WHOLE, size)
    for index in {0, 1 % size, size // 3, size // 2, size - 2 if size > 1 else 0, size - 1}:
        assert inclusion(tiled, index, size) == tiled.path(index) == inclusion(WHOLE, index, size)
        assert consistency(tiled, index + 1, size) == consistency(WHOLE, index + 1, size)


@settings(deadline=None)
@given(st.integers(1, 70_000), st.data())
def test_tiles_prove_any_entry_of_any_tree(size: int, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, size - 1))
    tiled = Tiled(Lazy(), size)
    assert tiled.path(index) == inclusion(WHOLE, index, size)


@pytest.mark.parametrize("index", [-1, 5])
def test_an_entry_that_is_not_there_has_no_path(index: int) -> None:
    with pytest.raises(ValueError, match="no entry"):
        Tiled(shelved(5), 5).path(index)


@settings(deadline=None)
@given(st.lists(st.binary(max_size=300), max_size=20))
def test_a_bundle_gives_its_entries_back(entries: list[bytes]) -> None:
    assert list(unbundle(bundle(entries))) == entries


def test_a_bundle_cut_off_is_refused() -> None:
    with pytest.raises(ValueError, match="cut off"):
        list(unbundle(bundle([b"entry"])[:-1]))
