"""Each ground of order 60 with both sides of its days and amounts; the day is 2026-01-15 unless said."""

import pytest

from compliance.facts import Event, YearReport
from compliance.judge import judge
from tests.compliance.sample import day, dossier, event, grounds, in_time, judged, organization, report

NOW = "2026-01-15"
Cases = tuple[Event, ...]


@pytest.mark.parametrize(
    ("reports", "on", "since"),
    [
        ((report(2024, None),), "2025-05-31", None),
        ((report(2024, None),), "2025-06-01", "2025-06-01"),
        ((report(2024, "2025-05-31"),), "2025-06-01", None),
        ((report(2024, "2025-06-10"),), "2025-06-09", "2025-06-01"),
        ((report(2024, "2025-06-10"),), "2025-06-10", None),
        ((report(2023, None), report(2024, None)), "2025-06-01", "2024-06-01"),
        ((report(2015, None), report(2016, "2017-01-01")), "2018-01-24", None),  # due before the measures
    ],
)
def test_a_missed_report_is_a_ground_until_it_comes(
    reports: tuple[YearReport, ...], on: str, since: str | None
) -> None:
    assert grounds(on, reports=reports).get("anomaly.report_missed") == since


def test_every_missing_year_is_named_in_one_proposal() -> None:
    missing = (report(2022, None), report(2023, "2024-01-10"), report(2024, None))
    (proposal,) = judged("2025-07-01", reports=missing).proposals
    assert proposal.of == ("2022", "2024")


def fine(on: str, amount: str, **more: str) -> Event:
    return event(on, "fine", amount=amount, **more)


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((event("2025-03-01", "warning"),), {"anomaly.warned_or_fined": "2025-03-01"}),
        ((fine("2025-03-01", "49999.99"),), {"anomaly.warned_or_fined": "2025-03-01"}),
        ((fine("2025-03-01", "50000.00"),), {"serious.fined_50000": "2025-03-01"}),
        ((fine("2025-03-01", "0.01"),), {"anomaly.warned_or_fined": "2025-03-01"}),
        ((event("2025-03-01", "public_criticism"),), {}),
        ((event("2025-03-01", "confiscation", amount="90000.00"),), {}),
        ((event("2025-03-01", "suspension", until="2025-06-01"),), {"serious.suspended": "2025-03-01"}),
        ((event("2025-03-01", "change_annulled"),), {"serious.change_annulled": "2025-03-01"}),
        ((event("2025-03-01", "certificate_revoked"),), {"serious.revoked": "2025-03-01"}),
        ((event("2025-03-01", "establishment_annulled"),), {"serious.revoked": "2025-03-01"}),
        ((event("2018-01-23", "warning"),), {}),
        ((event("2018-01-24", "warning"),), {"anomaly.warned_or_fined": "2018-01-24"}),
        ((fine("2018-01-23", "80000.00"),), {}),
        ((fine("2018-01-24", "80000.00"),), {"serious.fined_50000": "2018-01-24"}),
        ((event("2026-01-16", "warning"),), {}),
    ],
)
def test_penalties_lead_to_the_list_that_their_kind_and_amount_name(
    events: Cases, expected: dict[str, str]
) -> None:
    assert grounds(NOW, *events) == expected


@pytest.mark.parametrize(
    ("events", "since"),
    [
        ((event("2022-05-10", "warning"), event("2025-05-10", "warning")), "2025-05-10"),
        ((event("2022-05-10", "warning"), event("2025-05-11", "warning")), None),
        ((event("2022-05-10", "warning"), fine("2025-05-10", "20000.00")), "2025-05-10"),
        ((event("2022-05-10", "warning"), fine("2023-05-10", "50000.00")), None),
        ((fine("2024-01-01", "100.00"), fine("2024-02-01", "100.00")), "2024-02-01"),
        ((event("2024-02-29", "warning"), event("2025-02-28", "warning")), "2025-02-28"),
        ((event("2020-02-29", "warning"), event("2023-02-28", "warning")), "2023-02-28"),
        ((event("2020-02-29", "warning"), event("2023-03-01", "warning")), None),
        ((event("2025-03-01", "warning"), fine("2025-03-01", "1000.00")), None),  # one decision
        (
            (
                event("2025-03-01", "warning", basis="甲号决定"),
                fine("2025-03-01", "1000.00", basis="乙号决定"),
            ),
            "2025-03-01",
        ),
        (
            (event("2018-01-20", "warning"), event("2018-06-01", "warning")),
            None,
        ),  # the first before the measures
        ((event("2024-01-01", "public_criticism"), event("2024-06-01", "warning")), None),
    ],
)
def test_two_warnings_or_smaller_fines_within_three_years_are_serious(
    events: Cases, since: str | None
) -> None:
    assert grounds(NOW, *events).get("serious.two_penalties_in_three_years") == since


def ordered(on: str, due: str, matter: str = "消防") -> Event:
    return event(on, "rectification_ordered", due=due, matter=matter)


def completed(on: str, matter: str = "消防") -> Event:
    return event(on, "rectification_completed", matter=matter)


@pytest.mark.parametrize(
    ("events", "since"),
    [
        ((ordered("2025-10-01", "2026-01-15"),), None),
        ((ordered("2025-10-01", "2026-01-14"),), "2026-01-15"),
        ((ordered("2025-10-01", "2025-12-31"), completed("2025-12-31")), None),
        (
            (ordered("2025-10-01", "2025-12-31"), completed("2026-01-10")),
            None,
        ),  # late, but done before any listing
        ((ordered("2025-10-01", "2025-12-31"), completed("2026-01-16")), "2026-01-01"),
        ((ordered("2025-10-01", "2025-12-31"), completed("2025-12-01", "财务")), "2026-01-01"),
        (
            (ordered("2025-10-01", "2025-12-31"), completed("2025-09-01")),
            "2026-01-01",
        ),  # done before it was ordered
        (
            (ordered("2025-10-01", "2025-12-31"), ordered("2025-12-20", "2026-03-31")),
            None,
        ),  # extended in time
        ((ordered("2025-10-01", "2025-12-31"), ordered("2026-01-05", "2026-03-31")), "2026-01-01"),
    ],
)
def test_a_rectification_is_overdue_from_the_day_after_its_due_day(events: Cases, since: str | None) -> None:
    assert grounds(NOW, *events).get("anomaly.rectification_overdue") == since


def returned(on: str) -> Event:
    return event(on, "letter_returned")


def received(on: str) -> Event:
    return event(on, "letter_received")


@pytest.mark.parametrize(
    ("events", "since"),
    [
        ((returned("2025-11-01"),), None),
        ((returned("2025-11-01"), returned("2025-11-15")), None),  # 14 days apart
        ((returned("2025-11-01"), returned("2025-11-16")), "2025-11-16"),  # 15 days
        ((returned("2025-11-01"), returned("2025-12-01")), "2025-12-01"),  # 30 days
        ((returned("2025-11-01"), returned("2025-12-02")), None),  # 31 days
        (
            (returned("2025-11-01"), returned("2025-11-10"), returned("2025-11-20")),
            "2025-11-20",
        ),  # 1st and 3rd
        ((returned("2025-11-01"), received("2025-11-10"), returned("2025-11-20")), None),
        ((returned("2025-11-01"), returned("2025-11-20"), received("2025-12-10")), None),  # reached since
        ((returned("2025-11-01"), returned("2025-11-20"), returned("2025-12-10")), "2025-11-20"),
    ],
)
def test_two_letters_sent_back_15_to_30_days_apart_mean_unreachable(events: Cases, since: str | None) -> None:
    assert grounds(NOW, *events).get("anomaly.unreachable") == since


@pytest.mark.parametrize(
    ("ground", "begins", "ends"),
    [
        ("anomaly.party_organization", "party_organization_required", "party_organization_formed"),
        ("anomaly.fundraising_condition", "fundraising_condition_lost", "fundraising_condition_restored"),
        ("serious.enforcement_debtor", "enforcement_debtor", "enforcement_debtor_cleared"),
    ],
)
def test_a_state_is_a_ground_from_its_day_until_it_ends(ground: str, begins: str, ends: str) -> None:
    begun, ended = event("2025-03-01", begins), event("2025-09-01", ends)
    assert grounds("2025-02-28", begun, ended) == {}
    assert grounds("2025-03-01", begun, ended) == {ground: "2025-03-01"}
    assert grounds("2025-08-31", begun, ended) == {ground: "2025-03-01"}
    assert grounds("2025-09-01", begun, ended) == {}
    assert grounds(NOW, begun, ended, event("2025-12-01", begins)) == {ground: "2025-12-01"}


def test_only_a_holder_can_lose_a_condition_of_the_fundraising_qualification() -> None:
    lost = event("2025-03-01", "fundraising_condition_lost")
    later = organization(charity="2020-01-01", fundraising="2025-03-02")
    held = organization(charity="2020-01-01", fundraising="2025-03-01")
    proposed = [judge(dossier(lost, of=one), day(NOW)).proposals for one in (later, held)]
    assert [[one.ground for one in some] for some in proposed] == [[], ["anomaly.fundraising_condition"]]


@pytest.mark.parametrize(
    ("proof", "expected"),
    [
        ("2025-02-28", {"anomaly.warned_or_fined": "2025-03-01"}),  # before the ground existed
        ("2025-03-01", {}),
        ("2026-01-15", {}),
        ("2026-01-16", {"anomaly.warned_or_fined": "2025-03-01"}),  # not yet given
    ],
)
def test_a_proof_of_no_responsibility_covers_what_exists_when_it_is_given(
    proof: str, expected: dict[str, str]
) -> None:
    given = event(proof, "not_responsible", ground="anomaly.warned_or_fined")
    assert grounds(NOW, event("2025-03-01", "warning"), given) == expected


def test_no_proof_exempts_from_the_serious_list() -> None:
    given = event("2025-04-01", "not_responsible", ground="serious.suspended")
    assert grounds(NOW, event("2025-03-01", "suspension"), given) == {"serious.suspended": "2025-03-01"}


BASES = {
    "anomaly.report_missed": "第十一条第（一）项",
    "anomaly.party_organization": "第十一条第（二）项",
    "anomaly.rectification_overdue": "第十一条第（三）项",
    "anomaly.fundraising_condition": "第十一条第（四）项",
    "anomaly.warned_or_fined": "第十一条第（五）项",
    "anomaly.unreachable": "第十一条第（六）项",
    "serious.two_years_on_anomaly": "第十五条第（一）项",
    "serious.change_annulled": "第十五条第（二）项",
    "serious.suspended": "第十五条第（三）项",
    "serious.fined_50000": "第十五条第（四）项",
    "serious.two_penalties_in_three_years": "第十五条第（五）项",
    "serious.enforcement_debtor": "第十五条第（六）项",
    "serious.revoked": "第十五条第（七）项",
}


def test_every_ground_cites_its_article_and_stands_in_the_order_of_the_law() -> None:
    everything = (
        event("2023-01-10", "listed", list="anomaly", ground="anomaly.report_missed"),
        event("2018-02-01", "party_organization_required"),
        ordered("2018-02-01", "2018-05-01"),
        event("2018-02-01", "fundraising_condition_lost"),
        event("2018-03-01", "warning"),
        event("2018-04-01", "warning"),
        fine("2018-05-01", "60000.00"),
        returned("2018-06-01"),
        returned("2018-06-20"),
        event("2018-07-01", "change_annulled"),
        event("2018-07-01", "suspension"),
        event("2018-07-01", "enforcement_debtor"),
        event("2025-12-01", "certificate_revoked"),
    )
    missed = (*in_time(2017, 2023), report(2024, None))
    record = dossier(*everything, reports=missed, of=organization("2015-01-01"))
    found = judge(record, day("2028-01-10")).proposals
    assert [one.ground for one in found] == list(BASES)
    assert all(
        str(one.basis) == "《社会组织信用信息管理办法》（民政部令第60号）" + BASES[one.ground]
        for one in found
    )
