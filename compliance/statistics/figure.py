"""What a figure is: its name, what it counts, its unit, the articles behind it, who may see its cases."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from compliance.facts import Said
from compliance.law import Dated


class Section(StrEnum):
    """The tables of the page, in order."""

    REGISTER = "register"
    INSPECTION = "inspection"
    CONCLUSIONS = "conclusions"
    LISTS = "lists"
    ASSESSMENT = "assessment"
    DRAWS = "draws"
    PENALTIES = "penalties"


class Seen(StrEnum):
    """What the public sees of the cases behind a figure: all, those that may be displayed, or none."""

    ALL = "all"
    DISPLAYED = "displayed"
    NONE = "none"


SECTION_NAMES: Mapping[Section, Said] = {
    Section.REGISTER: Said("登记", "Register"),
    Section.INSPECTION: Said("年度检查（年度报告）参加情况", "Participation in annual inspection"),
    Section.CONCLUSIONS: Said("年度检查结论", "Conclusions of annual inspections"),
    Section.LISTS: Said("活动异常名录和严重违法失信名单", "The two lists"),
    Section.ASSESSMENT: Said("评估等级", "Assessment"),
    Section.DRAWS: Said("“双随机”抽查与审计", "Draws, inspections and audits"),
    Section.PENALTIES: Said("处罚、约谈、整改和投诉举报", "Penalties, interviews, rectification, complaints"),
}
ORGANIZATIONS, REPORTS = Said("家", "organizations"), Said("份", "reports")
PAPERS, TIMES, DRAWN = Said("份", "papers"), Said("次", "times"), Said("次", "draws")


@dataclass(frozen=True)
class Figure:
    """One figure. `at_end`: it stands on the last day, otherwise it happened within the days; `share_of` names
    the figure it is a part of.
    """

    key: str
    section: Section
    said: Said
    counts: Said
    unit: Said
    basis: tuple[Dated[Any], ...] = ()
    share_of: str = ""
    at_end: bool = False
    seen: Seen = Seen.ALL

    def cited(self, day: date) -> list[Said]:
        """The articles behind it as in force on a day, each act once."""
        texts = [dated.on(day) for dated in self.basis]
        return list(dict.fromkeys(text.cite.said for text in texts if text is not None))
