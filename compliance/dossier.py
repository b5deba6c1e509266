"""The dossier as a document (contract 4): read strictly, all problems at once, and written back."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date

from compliance.facts import (
    FIGURES,
    Conclusion,
    Dossier,
    Event,
    Kind,
    Level,
    Organization,
    YearReport,
    yuan,
)
from compliance.happening import HAPPENINGS, KEYS
from compliance.reading import Problem, Reading

ORGANIZATION = tuple(field.name for field in fields(Organization))
REPORT = tuple(field.name for field in fields(YearReport))


def read(document: object) -> Dossier | list[Problem]:
    """A dossier from a parsed JSON document, or everything that is wrong with it, each with its place."""
    reading = Reading()
    whole = reading.table("", document, ("organization", "reports", "events", "known_from"))
    organization = _organization(reading, whole.get("organization"))
    reports = [_report(reading, path, row) for path, row in reading.rows("reports", whole.get("reports"))]
    events = [_event(reading, path, row) for path, row in reading.rows("events", whole.get("events"))]
    known_from = reading.optional(reading.year, "known_from", whole.get("known_from"))
    _once(reading, [report.year for report in reports if report is not None])
    if reading.problems or organization is None:
        return reading.problems
    found = tuple(report for report in reports if report is not None)
    return Dossier(organization, found, tuple(event for event in events if event is not None), known_from)


def _once(reading: Reading, years: list[int]) -> None:
    for year in sorted({year for year in years if years.count(year) > 1}):
        reading.wrong(
            "reports",
            f"{year}年度的报告出现了不止一次；每一年度只写一份。",
            f"The report on {year} appears more than once; give one report a year.",
        )


def _organization(reading: Reading, value: object) -> Organization | None:
    at = "organization"
    row = reading.table(at, value, ORGANIZATION)
    code = reading.text(f"{at}.code", row.get("code"))
    name = reading.text(f"{at}.name", row.get("name"))
    kind = reading.choice(f"{at}.kind", row.get("kind"), Kind)
    level = reading.choice(f"{at}.level", row.get("level"), Level)
    registered = reading.day(f"{at}.registered_on", row.get("registered_on"))
    charity = reading.optional(reading.day, f"{at}.charity_since", row.get("charity_since"))
    raising = reading.optional(reading.day, f"{at}.fundraising_since", row.get("fundraising_since"))
    fund = reading.optional(reading.amount, f"{at}.original_fund", row.get("original_fund"))
    supervised = reading.yes_no(f"{at}.supervised", row.get("supervised", True))
    if code is None or name is None or kind is None or level is None or registered is None:
        return None
    return Organization(code, name, kind, level, registered, charity, raising, supervised, fund)


def _report(reading: Reading, at: str, value: object) -> YearReport | None:
    row = reading.table(at, value, REPORT)
    year = reading.year(f"{at}.year", row.get("year"))
    received = reading.optional(reading.day, f"{at}.received_on", row.get("received_on"))
    published = reading.optional(reading.day, f"{at}.published_on", row.get("published_on"))
    conclusion = reading.optional(_conclusion(reading), f"{at}.conclusion", row.get("conclusion"))
    figures = reading.table(f"{at}.figures", row.get("figures") or {}, FIGURES)
    amounts = {
        name: amount
        for name, given in figures.items()
        if (amount := reading.optional(reading.signed, f"{at}.figures.{name}", given)) is not None
    }
    return None if year is None else YearReport(year, received, published, conclusion, amounts)


def _conclusion(reading: Reading) -> Callable[[str, object], Conclusion | None]:
    return lambda at, value: reading.choice(at, value, Conclusion)


def _event(reading: Reading, at: str, value: object) -> Event | None:
    row = reading.table(at, value, None)
    on = reading.day(f"{at}.on", row.get("on"))
    what = reading.one_of(f"{at}.what", row.get("what"), tuple(HAPPENINGS))
    if what is None:
        return None
    details = {}
    for key in HAPPENINGS[what].needs:
        details[key] = KEYS[key](reading, f"{at}.{key}", row.get(key))
    for key, given in row.items():
        if key not in ("on", "what", *details) and given is not None:
            reader = KEYS[key] if key in HAPPENINGS[what].may else Reading.text
            details[key] = reader(reading, f"{at}.{key}", given)
    given_details = {key: value for key, value in details.items() if value is not None}
    _consistent(reading, at, given_details)
    return None if on is None else Event(on, what, given_details)


def _consistent(reading: Reading, at: str, details: Mapping[str, str]) -> None:
    if "list" in details and not details.get("ground", details["list"]).startswith(details["list"]):
        reading.wrong(
            f"{at}.ground",
            "该事由不属于所写的名录；请核对 list 与 ground。",
            "This ground does not belong to the list named; compare list and ground.",
        )
    if details.get("valid_to", "9") < details.get("valid_from", "0"):
        reading.wrong(
            f"{at}.valid_to", "有效期止日早于起日。", "The last day of validity is before the first."
        )


def write(dossier: Dossier) -> dict[str, object]:
    """The document that `read` gives the same dossier for: days as text, money in yuan, figures of FIGURES."""
    since = {} if dossier.known_from is None else {"known_from": dossier.known_from}
    return {
        "organization": {name: _plain(getattr(dossier.organization, name)) for name in ORGANIZATION},
        "reports": [_written(report) for report in dossier.reports],
        "events": [
            {"on": event.on.isoformat(), "what": event.what, **event.details} for event in dossier.events
        ],
        **since,
    }


def _written(report: YearReport) -> dict[str, object]:
    plain = {name: _plain(getattr(report, name)) for name in REPORT if name not in ("year", "figures")}
    figures: Mapping[str, str] = {
        name: yuan(amount) for name, amount in report.figures.items() if name in FIGURES
    }
    return {"year": report.year, **plain, "figures": figures}


def _plain(value: object) -> object:
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, date):
        return value.isoformat()
    return yuan(value) if isinstance(value, int) else str(value)


def said(problems: list[Problem], language: str = "zh") -> list[str]:
    """The problems in words, each with its place."""
    return [f"{problem.path}: {problem.message.on(language)}" for problem in problems]
