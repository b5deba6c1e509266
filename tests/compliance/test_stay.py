from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from compliance.facts import Dossier, Event, Kind, Level, Organization, Register
from compliance.listing import standing
from compliance.stay import Stay, entered, left, on_list, stays

WHO = Organization("C", "组织", Kind.FOUNDATION, Level.CITY, date(2010, 1, 1))
ANOMALY, SERIOUS = Register.ANOMALY, Register.SERIOUS
MISSED, TWO_YEARS, FINED = "anomaly.report_missed", "serious.two_years_on_anomaly", "anomaly.warned_or_fined"
FIRST = date(2020, 1, 1)


def listed(on: date, ground: str) -> Event:
    return Event(on, "listed", {"list": ground.partition(".")[0], "ground": ground})


def removed(on: date, register: Register, what: str = "removed") -> Event:
    return Event(on, what, {"list": str(register)})


def of(*events: Event) -> list[Stay]:
    return stays(Dossier(WHO, (), events))


def test_a_further_ground_begins_no_new_stay() -> None:
    found = of(
        listed(date(2024, 3, 1), MISSED),
        listed(date(2024, 9, 1), FINED),
        removed(date(2025, 5, 1), ANOMALY),
    )
    assert found == [Stay("C", ANOMALY, MISSED, date(2024, 3, 1), date(2025, 5, 1))]


def test_whoever_goes_over_to_the_serious_list_leaves_the_anomaly_list() -> None:
    found = of(listed(date(2022, 7, 1), MISSED), listed(date(2024, 7, 2), TWO_YEARS))
    assert [(one.list, one.since, one.until) for one in found] == [
        (ANOMALY, date(2022, 7, 1), date(2024, 7, 2)),
        (SERIOUS, date(2024, 7, 2), None),
    ]


def test_repair_ends_a_stay_and_a_new_listing_begins_another() -> None:
    found = of(
        listed(date(2024, 1, 5), MISSED),
        removed(date(2024, 6, 1), ANOMALY, "repaired"),
        listed(date(2025, 7, 1), MISSED),
    )
    assert [one.until for one in found] == [date(2024, 6, 1), None]


def test_who_leaves_on_a_day_is_not_there_at_its_end() -> None:
    found = of(listed(date(2024, 1, 5), MISSED), removed(date(2024, 6, 30), ANOMALY))
    assert on_list(found, ANOMALY, date(2024, 6, 30)) == []
    assert len(left(found, ANOMALY, date(2024, 1, 1), date(2024, 6, 30))) == 1
    assert on_list(found, ANOMALY, date(2024, 6, 29)) == found


moves = st.lists(
    st.tuples(
        st.integers(0, 60),
        st.sampled_from([(MISSED, "listed"), (FINED, "listed"), (TWO_YEARS, "listed"), ("anomaly", "removed"),
                         ("serious", "removed"), ("anomaly", "repaired")]),
    ),
    max_size=8,
)  # fmt: skip


@given(moves, st.integers(0, 60), st.integers(0, 60))
def test_who_stood_there_and_came_less_who_left_stand_there(
    made: list[tuple[int, tuple[str, str]]], first: int, many: int
) -> None:
    events = tuple(
        listed(FIRST + timedelta(day), said)
        if what == "listed"
        else removed(FIRST + timedelta(day), Register(said), what)
        for day, (said, what) in made
    )
    found, begin, end = of(*events), FIRST + timedelta(first), FIRST + timedelta(first + many)
    for register in Register:
        before = len(on_list(found, register, begin - timedelta(days=1)))
        came, went = (len(some(found, register, begin, end)) for some in (entered, left))
        there = len(on_list(found, register, end))
        assert before + came - went == there
        assert there == bool(standing(Dossier(WHO, (), events), end)[register].entries)
