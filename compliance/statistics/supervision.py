"""Figures of supervision: the two lists, assessment, draws and audits, penalties and complaints."""

from typing import Any

from compliance.facts import REGISTER_NAMES, Register, Said
from compliance.happening import HAPPENINGS
from compliance.law import Dated
from compliance.law.annual_deadlines import AUDIT_OF_FOUNDATIONS, AUDIT_OF_FUNDRAISERS
from compliance.law.assessment_measures import GRADES
from compliance.law.credit_measures import REPORT_MISSED, TWO_YEARS_ON_ANOMALY
from compliance.law.credit_periods import REMOVAL_DECISION, SERIOUS_STAY
from compliance.law.credit_repair_measures import CLASS_OF_PENALTY
from compliance.law.spot_check_measures import INSPECTORS, RATIOS
from compliance.statistics.figure import DRAWN, ORGANIZATIONS, PAPERS, REPORTS, TIMES, Figure, Section, Seen

LEAST_GRADE = "3A"
"""From this grade on an assessed organization counts as well assessed."""
WELL = tuple(grade for grade in GRADES.texts[-1].value if grade >= LEAST_GRADE)
PENALTIES = (*CLASS_OF_PENALTY.texts[0].value, "certificate_revoked", "establishment_annulled")
"""The entries of a record that are penalties or annulments, in the order in which they are told."""
ENFORCED = ("interviewed", "rectification_ordered", "rectification_completed")


def _listed(register: Register) -> tuple[Figure, ...]:
    name, short = REGISTER_NAMES[register], REGISTER_NAMES[register].en.lower()
    into = REPORT_MISSED if register is Register.ANOMALY else TWO_YEARS_ON_ANOMALY
    out = REMOVAL_DECISION if register is Register.ANOMALY else SERIOUS_STAY
    came = Said(f"期内列入{name.zh}的", f"Organizations that came onto the {short} within the period")
    went = Said(
        f"期内移出{name.zh}的（含信用修复、转入严重违法失信名单）"
        if register is Register.ANOMALY
        else f"期内移出{name.zh}的（含信用修复）",
        f"Organizations that left the {short} within the period, by removal or repair"
        + (", or for the serious list" if register is Register.ANOMALY else ""),
    )
    there = Said(f"期末在{name.zh}的", f"Organizations on the {short} on the last day")

    def one(what: str, said: Said, counts: Said, basis: Dated[Any], at_end: bool = False) -> Figure:
        key = f"{register}.{what}"
        given = Said(f"{name.zh}：{said.zh}", f"{name.en}: {said.en}")
        return Figure(key, Section.LISTS, given, counts, ORGANIZATIONS, (basis,), "", at_end, Seen.DISPLAYED)

    return (
        one("in", Said("列入", "entered"), came, into),
        one("out", Said("移出", "left"), went, out),
        one("on", Said("期末在列", "standing"), there, into, at_end=True),
    )


def _graded(grade: str) -> Figure:
    counts = Said(f"期末有效等级为{grade}的", f"Organizations whose valid grade is {grade} on the last day")
    return Figure(
        f"grade.{grade}",
        Section.ASSESSMENT,
        Said(f"{grade}级", grade),
        counts,
        ORGANIZATIONS,
        (GRADES,),
        share_of="assessed",
        at_end=True,
    )


ASSESSED = (
    Figure(
        "assessed",
        Section.ASSESSMENT,
        Said("有效评估等级", "Holding a valid grade"),
        Said("期末评估等级在有效期内的", "Organizations whose assessment is valid on the last day"),
        ORGANIZATIONS,
        (GRADES,),
        share_of="registered",
        at_end=True,
    ),
    Figure(
        "assessed_well",
        Section.ASSESSMENT,
        Said(f"其中{LEAST_GRADE}及以上", f"of them {LEAST_GRADE} or better"),
        Said(
            f"期末有效等级为{LEAST_GRADE}及以上的；占登记在册的比例",
            f"Those of them with {LEAST_GRADE} or better; as a share of all registered",
        ),
        ORGANIZATIONS,
        (GRADES,),
        share_of="registered",
        at_end=True,
    ),
    *(_graded(grade) for grade in GRADES.texts[-1].value),
)
VISITED = (
    (
        "visited",
        Said("完成实地检查", "Inspected on site"),
        Said(
            "期内检查结果经同行人员确认或者由工作人员裁定的",
            "Visits whose finding was confirmed by whoever went along, or settled by an officer, within the period",
        ),
        "",
    ),
    (
        "visited.found",
        Said("其中发现问题", "of them with problems found"),
        Said("上述检查中发现问题的", "Those of them in which problems were found"),
        "visited",
    ),
    (
        "visited.no_answer",
        Said("其中未配合或者无人应答", "of them without an answer"),
        Said(
            "上述检查中未配合或者无人应答的；不计为发现问题",
            "Those of them in which nobody answered; never counted as a fault",
        ),
        "visited",
    ),
)
"""Figures of visits: key, name, what is counted, the figure it is a share of."""
CHECKED = (
    Figure(
        "draws",
        Section.DRAWS,
        Said("公开抽取", "Draws held"),
        Said("期内产生结果的抽取方案", "Plans of a draw whose result was drawn within the period"),
        DRAWN,
        (RATIOS,),
    ),
    Figure(
        "drawn",
        Section.DRAWS,
        Said("抽中应实地检查", "Drawn for inspection on site"),
        Said(
            "上述抽取中抽中并派出检查人员的（含递补，不含被递补的）；占抽查对象的比例",
            "Organizations drawn in these, with inspectors sent (replacements in, those replaced out); as a share "
            "of the lists drawn from",
        ),
        ORGANIZATIONS,
        (RATIOS, INSPECTORS),
        share_of="drawn_from",
    ),
    *(
        Figure(key, Section.DRAWS, said, counts, ORGANIZATIONS, (RATIOS, INSPECTORS), share, seen=Seen.NONE)
        for key, said, counts, share in VISITED
    ),
    Figure(
        "audited",
        Section.DRAWS,
        Said("收到审计报告", "Audit reports received"),
        Said(
            "期内首次提交的年度报告中，附有审计报告的",
            "Annual reports that first came within the period with an audit report attached",
        ),
        REPORTS,
        (AUDIT_OF_FOUNDATIONS, AUDIT_OF_FUNDRAISERS),
        seen=Seen.NONE,
    ),
)


def _happened(what: str) -> Figure:
    said, penal = HAPPENINGS[what].said, what in PENALTIES
    counts = Said(
        f"期内记入信用档案的“{said.zh}”", f"“{said.en}”, as entered in the records within the period"
    )
    seen = Seen.DISPLAYED if penal else Seen.NONE
    whole = "penalties" if penal else ""
    return Figure(what, Section.PENALTIES, said, counts, PAPERS if penal else TIMES, (), whole, False, seen)


PENALIZED = (
    Figure(
        "penalties",
        Section.PENALTIES,
        Said("处罚合计", "Penalties in all"),
        Said(
            "期内记入信用档案的行政处罚和撤销登记，各项之和；依据见各决定",
            "Penalties and annulments entered in the records within the period: the sum of the kinds. Each "
            "decision names its own basis",
        ),
        PAPERS,
        seen=Seen.DISPLAYED,
    ),
    *(_happened(what) for what in (*PENALTIES, *ENFORCED, "complaint_upheld")),
)
LISTED = tuple(figure for register in Register for figure in _listed(register))
