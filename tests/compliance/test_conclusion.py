"""The articles a conclusion rests on."""

from datetime import date

import pytest

from compliance.conclusion import concluded_under
from compliance.facts import Kind, Level, Organization
from compliance.law.inspection_measures import CONCLUDING


def an_organization(kind: Kind) -> Organization:
    return Organization("", "", kind, Level.CITY, date(2010, 1, 1))


@pytest.mark.parametrize("kind", Kind)
def test_every_conclusion_of_today_cites_the_duty_and_the_measures_of_the_kind(kind: Kind) -> None:
    day = date(2026, 6, 1)
    text = CONCLUDING[kind].on(day)
    cites = concluded_under(an_organization(kind), 2025, day)
    assert text is not None and cites[-1] == text.cite and len(cites) == 2


def test_before_the_measures_only_the_duty_to_report_is_cited() -> None:
    (only,) = concluded_under(an_organization(Kind.ASSOCIATION), 2021, date(2022, 5, 5))
    assert "社会团体登记管理条例" in only.said.zh
