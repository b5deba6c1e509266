"""What every paper states: who issues it, its number and day, the rights of whom it is for, a digest of it all."""

import json
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from compliance.facts import Said
from compliance.law.penalty_law import RECONSIDER, SUE
from models.organization import Organization
from models.registrar import Registrar

Context = dict[str, Any]
UNTOLD = Said("待公布（当年放假安排尚未公布）", "a day not known yet (the year's holidays are not published)")


def office(registrar: Registrar, language: str) -> str:
    """The issuing office."""
    return registrar.name_en or registrar.name if language == "en" else registrar.name


def rights(day: date, language: str) -> Mapping[str, str]:
    """Within which time reconsideration and the court are open, with the articles of the day."""
    found: dict[str, str] = {}
    for name, dated in (("reconsider", RECONSIDER), ("sue", SUE)):
        text = dated.on(day)
        found[name] = text.value.said.on(language) if text else ""
        found[f"{name}_basis"] = text.cite.said.on(language) if text else ""
    return found


def paper(
    organization: Organization, title: Said, number: str, on: date, language: str, **facts: Any
) -> Context:
    """A paper's context: its facts, under its head, with the digest of both."""
    stated = {
        "office": office(organization.registrar, language),
        "title": title.on(language),
        "number": number,
        "on": on,
        "name": organization.name,
        "code": organization.code,
        **facts,
    }
    canonical = json.dumps(stated, default=str, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return stated | {"digest": sha256(canonical.encode()).hexdigest()}
