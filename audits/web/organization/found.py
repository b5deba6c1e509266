"""What the check found in a report, as its page shows it: worst first, with what was explained."""

from typing import Any

from audits import report as acts
from audits.web.language import gettext as _
from models.report import Report, Took

ORDER = {"stop": 0, "explain": 1, "advise": 2}


def found(report: Report | None) -> dict[str, Any]:
    """Faults, explanations, counts in words and the audit report attached."""
    if report is None:
        return {
            "faults": [],
            "explanations": {},
            "not_checked": [],
            "counts": "",
            "attachment": None,
            "openings": 0,
        }
    faults = sorted(report.faults, key=lambda fault: ORDER[fault["severity"]])
    said = {f"{rule}|{line}": text for (rule, line), text in acts.explanations(report).items()}
    attached = [step for step in report.steps if step.took is Took.ATTACHED]
    return {
        "faults": faults,
        "explanations": said,
        "not_checked": [],
        "counts": counts(faults),
        "openings": len(openings(report)),
        "attachment": {"name": attached[-1].details["name"], "at": attached[-1].at} if attached else None,
    }


def counts(faults: list[dict[str, Any]]) -> str:
    """How many problems of each kind, in words."""
    found = {
        severity: sum(fault["severity"] == severity for fault in faults)
        for severity in ("stop", "explain", "advise")
    }
    if not faults:
        return str(_("The check found nothing."))
    return str(
        _(
            "%(stop)s to correct, %(explain)s to explain, %(advise)s for your attention",
            stop=found["stop"],
            explain=found["explain"],
            advise=found["advise"],
        )
    )


def openings(report: Report) -> list[tuple[str, str]]:
    """The opening figures that differ from last year's report and wait for an explanation."""
    asked = [(fault["rule"], fault["line"]) for fault in acts.unexplained(report)]
    return [place for place in asked if place[0].startswith("accounting.opening.")]
