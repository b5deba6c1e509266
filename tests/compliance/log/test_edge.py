"""The edge of a log: grown at once or bit by bit, resumed anywhere, it writes the same tiles and the same root."""

from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.log.edge import Edge, resumed
from compliance.log.tile import Tile, grown
from compliance.log.tree import leaf, root
from tests.compliance.log.test_tile import Store

LINES = [str(number).encode() for number in range(1400)]


def grow(store: Store, edge: Edge, end: int) -> None:
    for line in LINES[edge.size : end]:
        store.kept |= dict(edge.add(line))
    store.kept |= dict(edge.partial())


@settings(deadline=None)
@given(st.lists(st.integers(0, 600), min_size=1, max_size=4))
def test_growth_in_steps_writes_what_growth_at_once_writes(steps: list[int]) -> None:
    store, size = Store(), 0
    for step in steps:
        edge, size = resumed(store, size), min(size + step, len(LINES))
        grow(store, edge, size)
        assert edge.root() == root(leaf(line) for line in LINES[:size])
    whole = Store()
    grow(whole, Edge(), size)
    assert whole.kept.keys() == set(grown(0, size))
    assert all(store.kept[tile] == content for tile, content in whole.kept.items())


def test_an_edge_resumes_from_a_wider_tile() -> None:
    """A publisher that was killed before its checkpoint has written tiles that its last one does not know."""

    class Wider(Store):
        def read(self, tile: Tile) -> bytes:
            return self.kept.get(tile) or self.kept[Tile(tile.level, tile.number)]

    store, first = Wider(), Edge()
    for line in LINES[:256]:
        store.kept |= dict(first.add(line))
    edge = resumed(store, 200)
    assert edge.root() == root(leaf(line) for line in LINES[:200])
    grow(store, edge, 300)
    assert edge.root() == root(leaf(line) for line in LINES[:300])


def test_partial_tiles_are_written_once() -> None:
    edge = Edge()
    assert list(edge.add(b"0")) == []
    assert {tile for tile, _ in edge.partial()} == {Tile(-1, 0, 1), Tile(0, 0, 1)}
    assert list(edge.partial()) == []
