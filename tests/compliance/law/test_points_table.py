from compliance.ground import ARISING
from compliance.law.credit_measures import GROUNDS
from compliance.law.house_rules import DIMENSION_NAMES, Dimension
from compliance.law.points_table import POINTS, REPAIR_LIMITS
from compliance.workday import add_years, after
from tests.compliance.sample import day


def test_every_dimension_of_beijing_has_lines_and_a_name() -> None:
    used = {text.value.dimension for dated in POINTS.values() for text in dated.texts}
    assert used == set(Dimension) == set(DIMENSION_NAMES)


def test_the_grounds_that_lines_name_exist() -> None:
    named = {ground for dated in POINTS.values() for text in dated.texts for ground in text.value.grounds}
    assert named <= set(GROUNDS)
    assert set(ARISING) == set(GROUNDS) - {"serious.two_years_on_anomaly"}


def test_nothing_counts_longer_than_the_longest_display_of_a_serious_record() -> None:
    start = day("2026-05-01")
    lapses = [text.value.lapse for dated in POINTS.values() if (text := dated.on(start)) is not None]
    assert all(after(start, lapse) <= add_years(start, 3) for lapse in lapses if lapse is not None)


def test_warnings_and_criticism_lapse_after_three_months_since_the_repair_measures() -> None:
    for name in ("warning", "public_criticism"):
        text = POINTS[name].on(REPAIR_LIMITS)
        assert text is not None and text.value.lapse is not None
        assert after(REPAIR_LIMITS, text.value.lapse) == day("2026-07-01")
