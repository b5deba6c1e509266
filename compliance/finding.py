"""What is found against a year: a rule not met with the figures it rests on, or a rule that cannot tell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from compliance.duty import ANNUAL_REPORT, Duty
from compliance.facts import Conclusion, Dossier, Said
from compliance.law import Cite
from compliance.law.inspection_measures import STRIKE_OFF_YEARS


@dataclass(frozen=True)
class Finding:
    """A rule not met in a year. `figures` by name: money in yuan, days, or counts, as text."""

    rule: str
    year: int
    basis: Cite
    says: Said
    figures: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Unknown:
    """A rule that could not be asked of a year, with the figures that it needs and nobody gave."""

    rule: str
    year: int
    needs: tuple[str, ...]


LATE = Said("年度工作报告未按期报送", "The annual report was not filed in time")
UNPUBLISHED = Said(
    "年度报告未按期向社会公开", "The annual report is not published although its day has passed"
)
PUBLISHED_LATE = Said("年度报告逾期向社会公开", "The annual report was published late")


def of_duties(owed: Sequence[Duty]) -> Iterator[Finding]:
    """What the yearly duties show: `report.late` (filed late, or overdue and still missing),
    `report.unpublished` (a charity's report, overdue and still not published), `report.published_late`.
    """
    for duty in owed:
        if duty.days_late <= 0:
            continue
        if duty.what == ANNUAL_REPORT:
            yield _finding("report.late", duty, LATE)
        elif duty.missed:
            yield _finding("report.unpublished", duty, UNPUBLISHED)
        else:
            yield _finding("report.published_late", duty, PUBLISHED_LATE)


def _finding(rule: str, duty: Duty, says: Said) -> Finding:
    figures = {"due": duty.due.isoformat(), "days_late": str(duty.days_late)}
    if duty.done is not None:
        figures["done"] = duty.done.isoformat()
    return Finding(rule, duty.year, duty.basis, says, figures)


RUNNING = Said(
    "连续两年未报送年度工作报告或者年度检查不合格，可以依法撤销登记",
    "Two years running without a report or unqualified: the registration may be struck off",
)


def years_running(dossier: Dossier, owed: Sequence[Duty], day: date) -> Iterator[Finding]:
    """`report.two_years_running`: the last years whose reports were due, as many as allow striking off, all
    without a report or unqualified.
    """
    passed = [duty for duty in owed if duty.what == ANNUAL_REPORT and duty.due < day]
    text = STRIKE_OFF_YEARS[dossier.organization.kind].on(passed[-1].due) if passed else None
    if text is None:
        return
    last = passed[-1].year
    years = range(last - text.value + 1, last + 1)
    bad = {duty.year for duty in passed if duty.missed}
    bad |= {report.year for report in dossier.reports if report.conclusion is Conclusion.UNQUALIFIED}
    if bad.issuperset(years):
        figures = {"years": ",".join(map(str, years))}
        yield Finding("report.two_years_running", last, text.cite, RUNNING, figures)
