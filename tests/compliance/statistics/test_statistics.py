"""Every figure says in both languages what it is, what it counts, and of what it is a share."""

from datetime import date

from compliance.facts import Conclusion
from compliance.law.assessment_measures import GRADES
from compliance.statistics import BY_KEY, FIGURES, MAIN, NOT_KEPT, of_section
from compliance.statistics.figure import SECTION_NAMES, Section, Seen
from compliance.statistics.supervision import WELL

DAY = date(2026, 6, 30)
FROM_DRAWS = "drawn_from"


def test_every_figure_has_a_key_of_its_own() -> None:
    assert len(BY_KEY) == len(FIGURES)
    assert set(MAIN) <= set(BY_KEY)


def test_every_figure_is_told_in_both_languages() -> None:
    texts = [said for one in FIGURES for said in (one.said, one.counts, one.unit)]
    texts += [*NOT_KEPT, *SECTION_NAMES.values()]
    assert [said for said in texts if not said.zh.strip() or not said.en.strip()] == []


def test_a_share_is_of_a_figure_that_is_counted() -> None:
    assert {one.share_of for one in FIGURES if one.share_of} <= {*BY_KEY, FROM_DRAWS}


def test_every_section_has_figures_and_they_stand_together() -> None:
    assert [one for section in Section for one in of_section(section)] == list(FIGURES)
    assert all(of_section(section) for section in Section)


def test_figures_of_a_duty_cite_the_article_of_the_day() -> None:
    assert any("第二十八条" in said.zh for said in BY_KEY["took_part"].cited(DAY))
    assert BY_KEY["registered"].cited(DAY) == []
    cited = BY_KEY["owed"].cited(DAY)
    assert len(cited) == len(set(cited))


def test_well_assessed_are_the_upper_three_of_the_grades() -> None:
    assert WELL == ("5A", "4A", "3A")
    assert {f"grade.{one}" for one in GRADES.texts[-1].value} <= set(BY_KEY)
    assert {f"concluded.{one}" for one in Conclusion} <= set(BY_KEY)


def test_what_the_record_keeps_from_the_public_opens_nowhere_in_public() -> None:
    internal = {one.key for one in FIGURES if one.seen is Seen.NONE}
    assert {"complaint_upheld", "interviewed", "rectification_ordered", "audited"} <= internal
    assert BY_KEY["fine"].seen is BY_KEY["anomaly.in"].seen is Seen.DISPLAYED
