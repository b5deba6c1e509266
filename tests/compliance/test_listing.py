"""Standing on the lists and what is proposed, both sides of each day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.facts import Event, Register
from compliance.judge import judge
from compliance.listing import proposals, standing
from tests.compliance.sample import day, dossier, event, grounds, in_time, judged, listed, report

MISSED, WARNED = "anomaly.report_missed", "anomaly.warned_or_fined"
TWO_YEARS, SUSPENDED = "serious.two_years_on_anomaly", "serious.suspended"


def out(on: str, ground: str, what: str = "removed") -> Event:
    return event(on, what, list=ground.partition(".")[0], ground=ground)


def place(on: str, *events: Event, list: Register = Register.ANOMALY) -> tuple[str | None, tuple[str, ...]]:
    here = standing(dossier(*events), day(on))[list]
    return (here.listed_since.isoformat() if here.listed_since else None), here.grounds


@pytest.mark.parametrize(
    ("on", "since", "names"),
    [
        ("2024-06-30", None, ()),
        ("2024-07-01", "2024-07-01", (MISSED,)),
        ("2024-12-31", "2024-07-01", (MISSED,)),
        ("2025-01-01", "2025-01-01", (MISSED, WARNED)),  # the clock starts again
        ("2025-03-01", "2025-01-01", (WARNED,)),
        ("2025-04-01", None, ()),
    ],
)
def test_decisions_enter_and_end_a_standing(on: str, since: str | None, names: tuple[str, ...]) -> None:
    events = (
        listed("2024-07-01", MISSED),
        listed("2025-01-01", WARNED),
        out("2025-03-01", MISSED),
        out("2025-04-01", WARNED),
    )
    assert place(on, *events) == (since, names)


def test_a_removal_without_a_ground_ends_the_whole_listing() -> None:
    events = (
        listed("2024-07-01", MISSED),
        listed("2024-08-01", WARNED),
        event("2025-01-01", "removed", list="anomaly"),
    )
    assert place("2025-01-01", *events) == (None, ())


def test_a_repair_ends_the_listing_too() -> None:
    assert place("2025-02-01", listed("2024-07-01", MISSED), out("2025-02-01", MISSED, "repaired")) == (
        None,
        (),
    )


def test_entered_and_taken_out_on_one_day_is_out_and_taken_out_and_entered_anew_is_in() -> None:
    same = (listed("2024-07-01", MISSED), out("2024-07-01", MISSED))
    assert place("2024-07-01", *same) == (None, ())
    again = (listed("2024-07-01", MISSED), out("2025-07-01", MISSED), listed("2025-07-01", MISSED))
    assert place("2025-07-01", *again) == ("2025-07-01", (MISSED,))


def test_two_years_on_the_anomaly_list_move_the_entry_to_the_serious_list() -> None:
    events = (listed("2023-07-01", MISSED), listed("2025-07-10", TWO_YEARS))
    assert place("2025-07-10", *events) == (None, ())
    assert place("2025-07-10", *events, list=Register.SERIOUS) == ("2025-07-10", (TWO_YEARS,))


def test_another_serious_ground_leaves_the_anomaly_entry_where_it_is() -> None:
    events = (listed("2024-07-01", MISSED), listed("2025-01-10", SUSPENDED))
    assert place("2025-01-10", *events) == ("2024-07-01", (MISSED,))


@pytest.mark.parametrize(
    ("events", "since"),
    [
        ((listed("2023-07-01", MISSED),), "2025-07-01"),
        ((listed("2024-02-29", MISSED),), "2026-02-28"),
        ((listed("2023-07-01", MISSED), listed("2024-03-01", WARNED)), "2026-03-01"),
        ((listed("2023-07-01", MISSED), event("2024-03-01", "warning")), "2026-03-01"),
        ((event("2023-03-01", "warning"), listed("2023-07-01", MISSED)), "2025-07-01"),
        ((listed("2023-07-01", MISSED), listed("2024-07-01", MISSED)), "2026-07-01"),
    ],
)
def test_two_full_years_count_from_the_latest_ground(events: tuple[Event, ...], since: str) -> None:
    the_day = day(since)
    eve = date.fromordinal(the_day.toordinal() - 1)
    assert TWO_YEARS not in grounds(eve.isoformat(), *events)
    assert grounds(since, *events)[TWO_YEARS] == since


def test_a_silent_organization_reaches_two_years_although_it_misses_each_year_anew() -> None:
    silent = (*in_time(2019, 2021), *(report(year, None) for year in (2022, 2023, 2024)))
    found = grounds("2025-07-10", listed("2023-07-10", MISSED), reports=silent)
    assert found[TWO_YEARS] == "2025-07-10"


def test_removed_before_two_years_it_never_becomes_serious() -> None:
    assert grounds("2026-01-01", listed("2023-07-01", MISSED), out("2025-06-30", MISSED)) == {}


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((event("2025-03-01", "warning"), listed("2025-04-01", WARNED)), {}),
        ((event("2025-03-01", "warning"), listed("2025-04-01", WARNED), out("2025-10-01", WARNED)), {}),
        ((event("2025-03-01", "warning"), out("2025-04-01", WARNED, "repaired")), {}),
        ((event("2025-03-01", "warning"), event("2025-04-01", "repaired", list="anomaly")), {}),
        (
            (event("2025-03-01", "warning"), event("2025-04-01", "repaired", list="serious")),
            {WARNED: "2025-03-01"},
        ),
        ((event("2025-03-01", "warning"), listed("2025-04-01", MISSED)), {WARNED: "2025-03-01"}),
    ],
)
def test_a_ground_already_acted_upon_is_not_proposed_again(
    events: tuple[Event, ...], expected: dict[str, str]
) -> None:
    assert grounds("2026-01-15", *events) == expected


def test_a_new_ground_of_the_same_kind_is_proposed() -> None:
    missing = (report(2022, None), report(2023, "2024-03-01"), report(2024, None))
    decided = listed("2023-07-01", MISSED)
    assert grounds("2025-05-31", decided, reports=missing) == {}
    assert grounds("2025-06-01", decided, reports=missing) == {MISSED: "2025-06-01"}


EVENTS = st.lists(
    st.one_of(
        st.builds(
            lambda on, what: Event(on, what),
            st.dates(date(2018, 1, 1), date(2026, 12, 31)),
            st.sampled_from(
                [
                    "warning",
                    "suspension",
                    "letter_returned",
                    "letter_received",
                    "enforcement_debtor",
                    "enforcement_debtor_cleared",
                    "party_organization_required",
                    "party_organization_formed",
                    "commitment_signed",
                ]
            ),
        ),
        st.builds(
            lambda on, what, ground: Event(on, what, {"list": ground.partition(".")[0], "ground": ground}),
            st.dates(date(2018, 1, 1), date(2026, 12, 31)),
            st.sampled_from(["listed", "removed", "repaired"]),
            st.sampled_from([MISSED, WARNED, TWO_YEARS, SUSPENDED, "anomaly.unreachable"]),
        ),
    ),
    max_size=12,
)
DAY = st.dates(date(2018, 1, 1), date(2027, 12, 31))


@given(EVENTS, DAY, st.randoms(use_true_random=False))
def test_the_order_of_the_file_does_not_matter(events: list[Event], on: date, chance: object) -> None:
    shuffled = list(events)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = judge(dossier(*events), on), judge(dossier(*shuffled), on)
    assert one.as_json() == other.as_json()


@given(EVENTS, DAY)
def test_a_past_day_is_judged_without_what_came_later(events: list[Event], on: date) -> None:
    then = [one for one in events if one.on <= on]
    late = (*in_time(2019, 2021), report(2022, "2027-12-31", "2027-12-31", "unqualified"))
    silent = (*in_time(2019, 2021), report(2022, None))
    known, later = dossier(*then, reports=silent), dossier(*events, reports=late)
    if on < day("2027-12-31"):
        assert judge(known, on).as_json() == judge(later, on).as_json()


@given(EVENTS, DAY)
def test_what_was_decided_on_every_proposal_is_not_proposed_again(events: list[Event], on: date) -> None:
    first = proposals(dossier(*events), on)
    decided = [listed(on.isoformat(), one.ground) for one in first]
    again = {one.ground for one in proposals(dossier(*events, *decided), on)}
    assert again == set()


def test_an_organization_in_order_has_full_points_and_nothing_proposed() -> None:
    quiet = judged("2025-07-01")
    assert (quiet.credit.points, quiet.proposals, quiet.findings) == (100, [], [])
