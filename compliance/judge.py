"""What the law makes of one organization's facts on a day (contract 4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from compliance.credit import Credit, Line, score
from compliance.duty import Duty
from compliance.facts import Dossier, Register
from compliance.finding import Finding, Unknown, of_duties, years_running
from compliance.law import Cite
from compliance.listing import Proposal, Record, Standing, proposed, record
from compliance.removal import Missing
from compliance.repair import Repair, repairs
from compliance.spending import of_figures


@dataclass(frozen=True)
class Judgement:
    """Everything that follows from a dossier on a day."""

    on: date
    duties: Sequence[Duty]
    findings: Sequence[Finding]
    unknown: Sequence[Unknown]
    facts: Record
    proposals: Sequence[Proposal]
    repair: Sequence[Repair]
    credit: Credit

    def as_json(self) -> dict[str, object]:
        """The document of contract 4; every basis in Chinese, with `basis_en` beside it."""
        return {
            "on": self.on.isoformat(),
            "duties": [_duty(duty) for duty in self.duties],
            "findings": [_finding(finding) for finding in self.findings],
            "unknown": [
                {"rule": one.rule, "year": one.year, "needs": list(one.needs)} for one in self.unknown
            ],
            "standing": {register.value: _standing(self.facts.lists[register]) for register in Register},
            "proposals": [_proposal(proposal) for proposal in self.proposals],
            "repair": [_repair(one, self.on) for one in self.repair],
            "credit": _credit(self.credit),
        }


def judge(dossier: Dossier, day: date) -> Judgement:
    """Judge a dossier by what was known on a day and the law in force for each question."""
    facts = record(dossier, day)
    findings, unknown = of_figures(facts.dossier, day)
    return Judgement(
        on=day,
        duties=facts.owed,
        findings=[*of_duties(facts.owed), *years_running(facts.dossier, facts.owed, day), *findings],
        unknown=unknown,
        facts=facts,
        proposals=proposed(facts),
        repair=repairs(facts),
        credit=score(facts),
    )


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _basis(cite: Cite) -> dict[str, str]:
    said = cite.said
    return {"basis": said.zh, "basis_en": said.en}


def _duty(duty: Duty) -> dict[str, object]:
    return {
        "what": duty.what,
        "year": duty.year,
        "due": duty.due.isoformat(),
        "done": _text(duty.done),
        "days_late": duty.days_late,
        "moved": duty.moved,
        **_basis(duty.basis),
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "year": finding.year,
        "says": finding.says.zh,
        "says_en": finding.says.en,
        "figures": dict(finding.figures),
        **_basis(finding.basis),
    }


def _standing(standing: Standing) -> dict[str, object]:
    return {"listed_since": _text(standing.listed_since), "grounds": list(standing.grounds)}


def _proposal(proposal: Proposal) -> dict[str, object]:
    return {
        "list": proposal.list.value,
        "ground": proposal.ground,
        "since": proposal.since.isoformat(),
        "of": list(proposal.of),
        **_basis(proposal.basis),
    }


def _repair(repair: Repair, day: date) -> dict[str, object]:
    return {
        "list": repair.list.value,
        "earliest": _text(repair.earliest),
        "display_until": _text(repair.display_until),
        "missing": _codes(repair.missing),
        "missing_says": [missing.said._asdict() for missing in repair.missing],
        "removal": {
            "earliest": _text(repair.removal.earliest),
            "missing": _codes(repair.removal.missing),
            "possible": repair.removal.possible(day),
        },
    }


def _codes(missing: Sequence[Missing]) -> list[str]:
    return [one.code for one in missing]


def _credit(credit: Credit) -> dict[str, object]:
    return {
        "points": credit.points,
        "grade": credit.grade.value,
        "lines": [_line(line) for line in credit.lines],
        "next_change": _text(credit.next_change),
    }


def _line(line: Line) -> dict[str, object]:
    return {
        "on": line.on.isoformat(),
        "what": line.what,
        "points": line.points,
        "expires": _text(line.expires),
        "says": line.said.zh,
        "says_en": line.said.en,
        "dimension": line.dimension.value,
        **_basis(line.basis),
    }
