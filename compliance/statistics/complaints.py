"""Figures of complaints, whatever they are about. Their cases are open to those who handle them alone."""

from compliance.facts import Said
from compliance.law.petition_regulations import ANSWER, TAKE_UP
from compliance.statistics.figure import TIMES, Figure, Section, Seen

COMPLAINED = (
    Figure(
        "complaints",
        Section.PENALTIES,
        Said("收到投诉举报", "Complaints received"),
        Said("期内收到的投诉举报", "Complaints that came in within the period"),
        TIMES,
        (TAKE_UP,),
        seen=Seen.NONE,
    ),
    Figure(
        "complaints.refused",
        Section.PENALTIES,
        Said("不予受理的投诉举报", "Complaints not taken up"),
        Said(
            "期内决定不予受理的，不论何时收到", "Those not taken up within the period, whenever they came in"
        ),
        TIMES,
        (TAKE_UP,),
        seen=Seen.NONE,
    ),
    Figure(
        "complaints.answered",
        Section.PENALTIES,
        Said("答复投诉举报", "Complaints answered"),
        Said("期内作出书面答复的，不论何时收到", "Those answered within the period, whenever they came in"),
        TIMES,
        (ANSWER,),
        seen=Seen.NONE,
    ),
)
