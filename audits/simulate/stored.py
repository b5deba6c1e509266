"""Reports and their steps as rows."""

from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from audits.numbering import Paper
from audits.simulate.found import Filed, verdict
from audits.simulate.numbers import Numbers
from audits.simulate.office import noon
from audits.simulate.season import Walk
from compliance.facts import Conclusion, Kind
from compliance.figures import figures
from compliance.version import version
from models.report import Took

Row = dict[str, Any]
EXPLANATION = {
    "accounting.unit": "报表误按万元填列，下年度更正。",
    "spending.management_cap": "本年集中搬迁和人员调整，管理费用较高。",
    "spending.charitable_minimum": "部分项目跨年执行，支出顺延至下年。",
    "accounting.cash": "年末部分款项由合作方代收，已列入应收款项。",
}
OTHERWISE = "年初数按审计意见作了重分类，总额不变。"
REASONS = {
    Conclusion.QUALIFIED: "",
    Conclusion.BASICALLY_QUALIFIED: "内部制度或者财务管理有不足，须在期限内整改。",
    Conclusion.UNQUALIFIED: "存在较严重的不规范情形，须限期整改并提交整改报告。",
}
AUDIT_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
    b"4 0 obj<</Length 61>>stream\nBT /F1 18 Tf 72 770 Td (SIMULATED AUDIT REPORT - demo) Tj ET \nendstream endobj\n"
    b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)
AUDIT_SHA256 = sha256(AUDIT_PDF).hexdigest()


def document(content: bytes, media_type: str) -> Row:
    """A file as kept."""
    return {
        "sha256": sha256(content).hexdigest(),
        "content": content,
        "media_type": media_type,
        "size": len(content),
    }


def report(filed: Filed, faults: list[dict[str, str]], walk: Walk) -> Row:
    """The version that was submitted."""
    return {
        "code": filed["code"],
        "year": filed["year"],
        "version": 1,
        "kind": Kind(filed["kind"]),
        "sha256": sha256(filed["content"]).hexdigest(),
        "file_name": f"{filed['year']}年度工作报告.json",
        "uploaded_at": noon(walk.submitted),
        "uploaded_by": None,
        "rules": version(Kind(filed["kind"]), filed["year"]),
        "verdict": verdict(faults),
        "lines": filed["lines"],
        "faults": faults,
        "corrected": [],
    }


def year_figures(filed: Filed, walk: Walk, report_id: int) -> Row:
    """The figures that rules and public pages ask for."""
    return {
        "code": filed["code"],
        "year": filed["year"],
        "report_id": report_id,
        "received_on": walk.submitted,
        "published_on": walk.published,
        "conclusion": str(walk.conclusion) if walk.conclusion else None,
        "figures": figures(filed["lines"]),
    }


class Steps:
    """Makes the steps of reports; wishes their numbers."""

    def __init__(self, numbers: Numbers, officer: int) -> None:
        self.numbers, self.officer = numbers, officer

    def of(self, made: Row, walk: Walk, report_id: int, registrar: int, audited: bool) -> Iterator[Row]:
        """The steps of a report in their order."""
        day, faults = walk.submitted, made["faults"]
        wanted = [fault for fault in faults if fault["severity"] == "explain"]
        if audited:
            yield _step(report_id, Took.ATTACHED, day, 5, sha256=AUDIT_SHA256, name="审计报告.pdf", notes=[])
        if wanted:
            yield _step(report_id, Took.EXPLAINED, day, 10, said=[_explained(fault) for fault in wanted])
        yield _step(report_id, Took.SIGNED, day, 20, version=1, sha256_signed=made["sha256"])
        step = _step(report_id, Took.SUBMITTED, day, 30, rules=made["rules"], file=made["sha256"])
        self.numbers.wish(registrar, Paper.RECEIPT, day, step)
        yield step
        if walk.consented:
            yield _step(report_id, Took.CONSENTED, walk.consented, 40)
        yield from self._published(walk, report_id, late=False)
        if walk.concluded and walk.conclusion:
            yield self._concluded(walk.concluded, walk.conclusion, faults, report_id, registrar)
        yield from self._published(walk, report_id, late=True)

    def _published(self, walk: Walk, report_id: int, late: bool) -> Iterator[Row]:
        """Before the conclusion, or after it."""
        after = walk.concluded is not None and walk.published is not None and walk.published > walk.concluded
        if walk.published and after == late:
            yield _step(
                report_id, Took.PUBLISHED, walk.published, 45, at=noon(walk.published, 45).isoformat()
            )

    def _concluded(
        self, day: date, conclusion: Conclusion, faults: list[dict[str, str]], report_id: int, registrar: int
    ) -> Row:
        findings = [fault for fault in faults if fault["severity"] != "advise"]
        said = {"conclusion": str(conclusion), "reasons": REASONS[conclusion], "findings": findings}
        step = _step(report_id, Took.CONCLUDED, day, 50, **said)
        step["by"] = self.officer
        self.numbers.wish(registrar, Paper.CONCLUSION, day, step)
        return step


def _explained(fault: Mapping[str, str]) -> Row:
    return {
        "rule": fault["rule"],
        "line": fault["line"],
        "text": EXPLANATION.get(fault["rule"], OTHERWISE),
    }


def _step(report_id: int, took: Took, day: date, minutes: int, **details: Any) -> Row:
    return {
        "report_id": report_id,
        "took": took,
        "on": day,
        "at": noon(day, minutes),
        "by": None,
        "sha256": details.pop("sha256", None),
        "details": details,
        "number": None,
    }
