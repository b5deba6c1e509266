"""One organization as the public sees it: identity, reporting, money, conclusions, lists, record."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import abort, g, render_template
from flask.typing import ResponseReturnValue

from audits.config import today
from audits.web.access import public
from audits.web.public.money import drawn, trend
from audits.web.public.pages import pages
from audits.web.public.status import history
from audits.web.session import database
from audits.web.standing import ground_name, happening
from compliance.conclusion import concluded_under
from compliance.display import Entry, assessment, entries, public_events
from compliance.facts import (
    CONCLUSION_NAMES,
    KIND_NAMES,
    LEVEL_NAMES,
    REGISTER_NAMES,
    Conclusion,
    Dossier,
    Said,
)
from compliance.law import Cite
from compliance.listing import Record, record
from compliance.published import street
from models.browse import former_names
from models.db import Session
from models.disclosed import last_published
from models.draw.asked import drawn_of
from models.listed import conclusions_of, decision_numbers
from models.ranking import places_of
from models.record import identified

YEARS = 5


@dataclass(frozen=True)
class Known:
    """Everything the page of an organization rests on."""

    organization: Any
    facts: Record
    report: Any
    conclusions: Any
    numbers: Any
    names: Any
    places: Any
    draws: Any

    @property
    def dossier(self) -> Dossier:
        """Its reports and its record as known on the day."""
        return self.facts.dossier


def look(db: Session, code: str, day: date) -> Known:
    """What is known of an organization; 404 if there is none of this code."""
    found = next(iter(identified(db, [code])), None)
    if found is None:
        abort(404)
    organization, dossier = found
    listed = any(event.what == "listed" for event in dossier.events)
    return Known(
        organization,
        record(dossier, day),
        last_published(db, code),
        conclusions_of(db, code),
        decision_numbers(db, [code] if listed else ()),
        former_names(db, code, organization.name),
        places_of(db, code),
        drawn_of(db, code),
    )


def listing(entry: Entry, code: str, numbers: Any) -> dict[str, Any]:
    """An entry on a list as a page shows it."""
    said = entry.basis.said if entry.basis else Said("", "")
    return {
        "list": entry.list.value,
        "list_name": REGISTER_NAMES[entry.list].on(g.language),
        "ground": entry.ground,
        "reason": ground_name(entry.ground),
        "basis": said.on(g.language),
        "since": entry.since,
        "removed_on": entry.removed_on,
        "number": numbers.get((code, entry.since), ""),
        "removal_number": numbers.get((code, entry.removed_on), "") if entry.removed_on else "",
    }


def conclusion(row: Any) -> dict[str, Any]:
    """A conclusion as a page shows it."""
    key = row.details.get("conclusion")
    said = CONCLUSION_NAMES[Conclusion(key)].on(g.language) if key else ""
    tone = {"qualified": "good", "basically_qualified": "warn", "unqualified": "bad"}.get(key, "")
    return {
        "year": row.year, "on": row.on, "number": row.number or "", "key": key, "said": said, "tone": tone,
    }  # fmt: skip


def conclusions(known: Known, day: date) -> list[dict[str, Any]]:
    """The conclusions up to a day, latest first, each with the articles it and its findings rest on."""
    fact = known.dossier.organization
    return [
        {**conclusion(row), "basis": articles(concluded_under(fact, row.year, row.on), row.details)}
        for row in known.conclusions
        if row.on <= day
    ]


def articles(cites: Iterable[Cite], details: Mapping[str, Any]) -> list[str]:
    """The articles of a conclusion, then those of its findings, each once."""
    found = sorted(fault["basis"] for fault in details.get("findings", ()) if fault.get("basis"))
    return list(dict.fromkeys([*(cite.said.on(g.language) for cite in cites), *found]))


@pages.get("/organizations/<code>")
@public
def organization(code: str) -> ResponseReturnValue:
    """The page of an organization."""
    day = today()
    with database().read() as db:
        known = look(db, code, day)
    events, report = known.dossier.events, known.report
    return render_template(
        "public/organization.html",
        organization=known.organization,
        street=street(known.organization.address),
        kind=KIND_NAMES[known.organization.kind],
        level=LEVEL_NAMES[known.organization.level],
        former=known.names,
        history=history(known.dossier, day, YEARS),
        report=report,
        money=drawn(report.kind, report.year, report.lines) if report else [],
        trend=trend([(one.year, one.figures) for one in known.dossier.reports if one.published_on][-YEARS:]),
        conclusions=conclusions(known, day),
        listings=[listing(entry, code, known.numbers) for entry in entries(known.facts)],
        assessment=assessment(events, day),
        record=[(one.on, happening(one.what, one.details)) for one in public_events(events, day)],
        places=known.places,
        draws=known.draws,
    )
