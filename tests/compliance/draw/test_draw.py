from collections.abc import Mapping
from fractions import Fraction
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as some

from compliance.draw import Inspectors, assign, draw, how_many, replace, seed_of, ticket
from compliance.draw.files import (
    LISTS,
    Frozen,
    Unwritable,
    decimal,
    hashes,
    read_lists,
    rows_of,
    share,
    table,
)

SEED = "ab" * 32
CODES = some.text("0123456789ABC", min_size=1, max_size=6)
STRATA = some.sampled_from(["foundation.A", "foundation.B", "association"])
REGISTERS = some.dictionaries(CODES, STRATA, max_size=60)
RATIOS = some.integers(1, 100).map(lambda n: Fraction(n, 100))


def ratios(ratio: Fraction) -> dict[str, Fraction]:
    return dict.fromkeys(("foundation.A", "foundation.B", "association"), ratio)


@pytest.mark.parametrize(
    ("ratio", "size", "drawn"),
    [
        ("0.05", 20, 1),
        ("0.05", 21, 2),
        ("0.1", 30, 3),
        ("0.29", 100, 29),
        ("1", 7, 7),
        ("0.000001", 3, 1),
        ("0.5", 0, 0),
    ],
)
def test_the_ratio_times_the_size_is_rounded_up_exactly(ratio: str, size: int, drawn: int) -> None:
    assert how_many(share(ratio), size) == drawn


def test_the_seed_is_the_hash_of_the_population_and_the_sources_joined_by_line_feeds() -> None:
    lines = f"{'0' * 64}\nSSQ 2026031 03 07 12 19 25 31 + 08\nDLT 26031 01 02 03 04 05 + 06 07"
    assert seed_of("0" * 64, lines.split("\n")[1:]) == sha256(lines.encode()).hexdigest()


def test_a_ticket_is_the_hash_of_seed_and_code_so_that_sha256sum_can_check_it() -> None:
    assert ticket(SEED, "53") == sha256(f"{SEED},53".encode()).hexdigest()
    assert [one.ticket for one in draw(SEED, {"53": "f"}, {"f": Fraction(1)})] == [ticket(SEED, "53")]


@given(REGISTERS, RATIOS)
def test_the_lowest_tickets_of_each_stratum_are_drawn(register: Mapping[str, str], ratio: Fraction) -> None:
    drawn = draw(SEED, register, ratios(ratio))
    for stratum in set(register.values()):
        order = sorted((ticket(SEED, code), code) for code, its in register.items() if its == stratum)
        count = how_many(ratio, len(order))
        found = [(one.ticket, one.code) for one in drawn if one.stratum == stratum]
        assert found == order[:count]
        assert [one.place for one in drawn if one.stratum == stratum] == list(range(1, count + 1))


@given(REGISTERS, RATIOS, RATIOS)
def test_a_larger_draw_only_adds(register: Mapping[str, str], one: Fraction, other: Fraction) -> None:
    less, more = sorted((one, other))
    assert set(draw(SEED, register, ratios(less))) <= set(draw(SEED, register, ratios(more)))


@given(REGISTERS, RATIOS, some.randoms())
def test_the_order_of_the_register_does_not_matter(
    register: Mapping[str, str], ratio: Fraction, random: object
) -> None:
    rows = list(register.items())
    random.shuffle(rows)  # type: ignore[attr-defined]
    assert draw(SEED, dict(rows), ratios(ratio)) == draw(SEED, register, ratios(ratio))


@given(REGISTERS, CODES, STRATA)
def test_one_that_joins_changes_no_other_ticket(register: Mapping[str, str], code: str, stratum: str) -> None:
    before = {one.code: one.ticket for one in draw(SEED, register, ratios(Fraction(1)))}
    after = {one.code: one.ticket for one in draw(SEED, {**register, code: stratum}, ratios(Fraction(1)))}
    assert {**after, **before} == after


def people(capacity: int, *recused: tuple[str, str], each: int = 2) -> Inspectors:
    return Inspectors(dict.fromkeys(("i1", "i2", "i3"), capacity), frozenset(recused), each)


POPULATION = {f"{n:04d}": "f" for n in range(40)}


@given(
    some.integers(0, 9),
    some.sets(some.tuples(some.sampled_from(sorted(POPULATION)), some.sampled_from(["i1", "i2"]))),
)
def test_nobody_inspects_whom_he_may_not_or_more_than_he_can(
    capacity: int, recusals: set[tuple[str, str]]
) -> None:
    drawn = draw(SEED, POPULATION, {"f": Fraction(1, 4)})
    sent, short = assign(SEED, drawn, people(capacity, *recusals))
    assert not {(one.code, one.inspector) for one in sent} & recusals
    for who in ("i1", "i2", "i3"):
        assert sum(one.inspector == who for one in sent) <= capacity
    assert sum(short.values()) + len(sent) == 2 * len(drawn)


def test_inspectors_go_in_the_order_of_their_own_hashes() -> None:
    drawn = draw(SEED, POPULATION, {"f": Fraction(1, 40)})
    sent, short = assign(SEED, drawn, people(9))
    order = sorted(("i1", "i2", "i3"), key=lambda who: ticket(SEED, f"{drawn[0].code},{who}"))
    assert ([one.inspector for one in sent], [one.place for one in sent]) == (order[:2], [1, 2])
    assert short == {}


def test_too_few_inspectors_left_is_said() -> None:
    drawn = draw(SEED, POPULATION, {"f": Fraction(1, 4)})
    _sent, short = assign(SEED, drawn, people(6))
    first = sorted(drawn, key=lambda one: one.ticket)
    assert short == {first[-1].code: 2}


def test_instead_of_a_dissolved_one_comes_the_next_ticket_of_its_stratum_and_nobody_is_renumbered() -> None:
    everyone = draw(SEED, POPULATION, {"f": Fraction(1)})
    drawn = everyone[:4]
    crew = people(4)
    sent, _ = assign(SEED, drawn, crew)
    first = replace(SEED, POPULATION, crew, (drawn, sent, ()), drawn[1].code)
    assert first is not None
    assert first.drawn == everyone[4]
    second = replace(SEED, POPULATION, crew, (drawn, sent, (first,)), first.drawn.code)
    assert second is not None
    assert second.drawn == everyone[5]
    with pytest.raises(KeyError):
        replace(SEED, POPULATION, crew, (drawn, sent, ()), everyone[9].code)


def test_where_a_stratum_has_no_more_there_is_no_replacement() -> None:
    drawn = draw(SEED, {"1": "f"}, {"f": Fraction(1)})
    assert replace(SEED, {"1": "f"}, people(1), (drawn, [], ()), "1") is None


FROZEN = Frozen({"53": "f", "51": "a"}, {"52": "dissolved"}, people(3, ("53", "i1")), {"f": Fraction(1, 20)})


def test_the_lists_are_sorted_utf_8_with_a_head_and_line_feeds() -> None:
    assert FROZEN.lists() == {
        "population.csv": b"code,stratum\n51,a\n53,f\n",
        "excluded.csv": b"code,reason\n52,dissolved\n",
        "inspectors.csv": b"inspector,capacity\ni1,3\ni2,3\ni3,3\n",
        "recusals.csv": b"code,inspector\n53,i1\n",
    }
    assert hashes(FROZEN.lists()).keys() == set(LISTS)


def test_what_is_written_is_read_back() -> None:
    assert read_lists(FROZEN.lists(), {"f": "0.05"}, 2) == FROZEN


@pytest.mark.parametrize(
    "content",
    [
        b"", b"code,stratum", b"code,stratum\n1,a", b"\xef\xbb\xbfcode,stratum\n", b"code,stratum\r\n1,a\r\n",
        b"code,stratum\n1\n", b"code,stratum\n1,\n", b"code,stratum\n\n", b'code,stratum\n1,"a"\n', b"\xff\n",
    ],
)  # fmt: skip
def test_other_bytes_are_no_table(content: bytes) -> None:
    with pytest.raises(Unwritable):
        rows_of("population.csv", content)


@pytest.mark.parametrize("value", ["", " a", "a ", "a,b", "a\nb", 'a"b'])
def test_what_would_need_quotes_is_refused(value: str) -> None:
    with pytest.raises(Unwritable):
        table("excluded.csv", [("1", value)])


@pytest.mark.parametrize("text", ["0", "0.0", "1.1", "5%", "-0.1", "0.0000001", "1/20", "", "0.5e-1", "nan"])
def test_a_ratio_is_a_decimal_above_0_and_at_most_1(text: str) -> None:
    with pytest.raises(Unwritable):
        share(text)


@given(some.integers(1, 1_000_000))
def test_a_ratio_is_written_as_it_is_read(millionths: int) -> None:
    ratio = Fraction(millionths, 1_000_000)
    assert share(decimal(ratio)) == ratio


def test_a_ratio_that_no_decimal_can_say_is_refused() -> None:
    with pytest.raises(Unwritable):
        decimal(Fraction(1, 3))
