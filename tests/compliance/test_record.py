from compliance.record import events_of, known
from tests.compliance.sample import day, dossier, event, report


def test_events_come_in_the_order_of_days_and_later_ones_are_gone() -> None:
    record = dossier(
        event("2025-03-01", "award"), event("2025-01-01", "warning"), event("2025-03-02", "award")
    )
    then = known(record, day("2025-03-01"))
    assert [one.on for one in then.events] == [day("2025-01-01"), day("2025-03-01")]
    assert [one.what for one in events_of(then, "award")] == ["award"]


def test_a_report_received_later_is_not_there_yet_with_all_that_it_says() -> None:
    late = report(2024, "2025-06-10", "2025-06-20", "qualified")
    assert known(dossier(reports=[late]), day("2025-06-09")).reports == (report(2024, None),)
    arrived = known(dossier(reports=[late]), day("2025-06-10")).reports
    assert arrived == (report(2024, "2025-06-10", None, "qualified"),)
    assert known(dossier(reports=[late]), day("2025-06-20")).reports == (late,)
