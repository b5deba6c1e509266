import json
import subprocess
import sys
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from audits.draw import verify
from compliance.draw import Drawn, Inspectors, Replacement, assign, draw, replace, seed_of
from compliance.draw.files import (
    Frozen,
    Said,
    assigned_table,
    decimal,
    drawn_table,
    hashes,
    replacements_table,
)

SOURCES = ["SSQ 2026031 03 07 12 19 25 31 + 08", "DLT 26031 01 02 03 04 05 + 06 07"]
Files = dict[str, bytes]


def made(frozen: Frozen, gone: int = 0) -> Files:
    """The files of a whole draw, with some of the drawn replaced."""
    lists = frozen.lists()
    seed = seed_of(hashes(lists)["population.csv"], SOURCES)
    drawn = draw(seed, frozen.population, frozen.ratio)
    sent, short = assign(seed, drawn, frozen.inspectors)
    later = replacements(seed, frozen, drawn, gone)
    ratio = {stratum: decimal(one) for stratum, one in frozen.ratio.items()}
    each = frozen.inspectors.each
    said = Said("2026-1", "2026-03-02T01:00:00Z", "…", hashes(lists), ratio, each, SOURCES, seed, short)
    files = {**lists, "draw.json": said.content(), "drawn.csv": drawn_table(drawn)}
    files["assigned.csv"] = assigned_table(sent)
    return files | ({"replacements.csv": replacements_table(later)} if later else {})


def replacements(seed: str, frozen: Frozen, drawn: list[Drawn], gone: int) -> list[Replacement]:
    sent, _ = assign(seed, drawn, frozen.inspectors)
    later: list[Replacement] = []
    for one in drawn[:gone]:
        heir = replace(seed, frozen.population, frozen.inspectors, (drawn, sent, later), one.code)
        later += [heir] if heir else []
    return later


FROZEN = Frozen(
    {f"{n:03d}": "foundation.A" if n % 3 else "association" for n in range(60)},
    {"900": "dissolved"},
    Inspectors({"i1": 4, "i2": 4, "i3": 4}, frozenset({("004", "i1"), ("005", "i2")}), 2),
    {"foundation.A": Fraction(1, 10), "association": Fraction(1, 20)},
)


def put(folder: Path, files: Files) -> Path:
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


def test_a_draw_as_published_agrees(tmp_path: Path) -> None:
    good, said = verify.answer(put(tmp_path, made(FROZEN, gone=2)))
    assert (good, said) == (True, "2026-1: 60家中抽取5家，全部一致 / 5 of 60 drawn, all agrees")


def test_lists_that_are_only_frozen_agree_with_their_hashes(tmp_path: Path) -> None:
    lists = FROZEN.lists()
    said = Said("2026-1", "2026-03-02T01:00:00Z", "…", hashes(lists), {"a": "0.05"}, 2)
    assert verify.answer(put(tmp_path, {**lists, "draw.json": said.content()}))[0]


def described(change: Callable[[dict[str, object]], object]) -> Callable[[Files], Files]:
    def apply(files: Files) -> Files:
        draw = json.loads(files["draw.json"])
        change(draw)
        return {**files, "draw.json": json.dumps(draw).encode()}

    return apply


def edited(name: str, old: bytes, new: bytes) -> Callable[[Files], Files]:
    return lambda files: {**files, name: files[name].replace(old, new, 1)}


def without(name: str) -> Callable[[Files], Files]:
    return lambda files: {its: content for its, content in files.items() if its != name}


def last_line_away(name: str) -> Callable[[Files], Files]:
    return lambda files: {**files, name: files[name].rsplit(b"\n", 2)[0] + b"\n"}


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (edited("population.csv", b"001", b"061"), "population.csv"),
        (edited("excluded.csv", b"dissolved", b"moved"), "excluded.csv"),
        (edited("inspectors.csv", b"i1,4", b"i1,5"), "inspectors.csv"),
        (last_line_away("recusals.csv"), "recusals.csv"),
        (without("drawn.csv"), "drawn.csv"),
        (without("assigned.csv"), "assigned.csv"),
        (without("draw.json"), "draw.json"),
        (edited("drawn.csv", b"association,1", b"association,2"), "drawn.csv"),
        (last_line_away("drawn.csv"), "drawn.csv"),
        (edited("assigned.csv", b",i", b",j"), "assigned.csv"),
        (last_line_away("assigned.csv"), "assigned.csv"),
        (last_line_away("replacements.csv"), ""),
        (edited("replacements.csv", b"foundation", b"association"), "replacements.csv"),
        (described(lambda draw: draw.update(seed="0" * 64)), "seed"),
        (described(lambda draw: draw.update(sources=SOURCES[::-1])), "seed"),
        (described(lambda draw: draw.update(sources=None)), "draw.json"),
        (described(lambda draw: draw.update(ratio={"foundation.A": "0.5", "association": "0.05"})), "drawn.csv"),
        (described(lambda draw: draw.update(ratio={})), "malformed"),
        (described(lambda draw: draw.update(algorithm="other")), "algorithm"),
        (described(lambda draw: draw.update(short={"001": 1})), "short"),
        (described(lambda draw: draw.update(inspectors_each=1)), "assigned.csv"),
        (described(lambda draw: draw.pop("seed")), "seed"),
        (lambda files: {**files, "draw.json": b"{"}, "malformed"),
        (lambda files: {**files, "draw.json": b"[" * 100_000}, "malformed"),
        (lambda files: {**files, "draw.json": b"\xff"}, "malformed"),
        (lambda files: {**files, "draw.json": b"[]"}, "malformed"),
    ],
)  # fmt: skip
def test_the_first_thing_that_differs_is_named(
    tmp_path: Path, change: Callable[[Files], Files], named: str
) -> None:
    good, said = verify.answer(put(tmp_path, change(made(FROZEN, gone=2))))
    assert good is (named == "")
    assert named in said or "draw.json" in named


LEFT_OUT = some.sampled_from([{"a": "A"}, {}])
POPULATIONS = some.dictionaries(
    some.text("0123456789ABC", min_size=1, max_size=5),
    some.sampled_from(["a", "b.c"]),
    min_size=1,
    max_size=40,
)


@given(POPULATIONS, some.integers(1, 100), some.integers(0, 6), some.integers(1, 3), some.integers(0, 4))
def test_both_ways_of_drawing_agree(
    tmp_path_factory: pytest.TempPathFactory,
    population: dict[str, str],
    percent: int,
    capacity: int,
    each: int,
    gone: int,
) -> None:
    recused = frozenset((code, "i2") for code in list(population)[::3])
    crew = Inspectors({"i1": capacity, "i2": 3, "i10": capacity}, recused, each)
    ratio = {"a": Fraction(percent, 100), "b.c": Fraction(1, 20)}
    files = made(Frozen(population, {}, crew, ratio), gone)
    good, said = verify.answer(put(tmp_path_factory.mktemp("draw"), files))
    assert good, said


def test_a_population_out_of_order_or_with_a_double_is_named_even_if_its_hash_agrees(tmp_path: Path) -> None:
    for wrong in (b"code,stratum\n2,a\n1,a\n", b"code,stratum\n1,a\n1,a\n"):
        lists = {**FROZEN.lists(), "population.csv": wrong}
        seed = seed_of(hashes(lists)["population.csv"], SOURCES)
        said = Said("2026-1", "…", "…", hashes(lists), {"a": "0.05"}, 2, SOURCES, seed)
        good, words = verify.answer(put(tmp_path, {**lists, "draw.json": said.content()}))
        assert not good
        assert "population.csv" in words


def test_the_script_in_the_folder_needs_only_the_standard_library(tmp_path: Path) -> None:
    source = Path(verify.__file__).read_text(encoding="utf-8")
    assert len(source.splitlines()) < 150
    put(tmp_path, {**made(FROZEN), "verify.py": source.encode()})
    alone = [sys.executable, "-I", "-S", str(tmp_path / "verify.py")]
    done = subprocess.run(alone, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    assert "all agrees" in done.stdout
    (tmp_path / "drawn.csv").write_bytes(b"")
    failed = subprocess.run([*alone, str(tmp_path)], capture_output=True, text=True, timeout=60)
    assert (failed.returncode, failed.stdout) == (1, "")
    assert "drawn.csv" in failed.stderr
