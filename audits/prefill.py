"""What the form can be filled with before anyone types: the register, last year's report, the draft."""

from collections.abc import Mapping
from typing import Any

from audits.check import given
from compliance.form.answer import Given
from compliance.form.carry import carried
from compliance.inspection import last_day
from models.organization import Organization


def registered(organization: Organization, year: int) -> dict[str, Given]:
    """What the register says of an organization, by line."""
    fact, day = organization.fact, last_day(year)
    charity, fundraising = fact.is_charity(day), fact.raises_funds(day)
    known: dict[str, Given | None] = {
        "basic.code.value": organization.code,
        "basic.name.value": organization.name,
        "basic.kind.value": str(organization.kind),
        "basic.year.value": year,
        "basic.registered_on.value": organization.registered_on,
        "basic.original_fund.value": organization.original_fund,
        "basic.supervising_unit.value": organization.unit.name if organization.unit else None,
        "basic.legal_representative.value": organization.legal_representative,
        "basic.address.value": organization.address,
        "basic.district.value": organization.district,
        "basic.charity.value": charity,
        "basic.charity_since.value": organization.charity_since if charity else None,
        "basic.fundraising.value": fundraising,
        "basic.fundraising_since.value": organization.fundraising_since if fundraising else None,
    }
    return {line: value for line, value in known.items() if value is not None}


def prefill(
    organization: Organization, year: int, before: Mapping[str, Any], draft: Mapping[str, Any]
) -> dict[str, Given]:
    """Answers by line: what carries over from last year, above it the register, above both the draft."""
    last_year = given(organization.kind, year - 1, before)
    known = carried(organization.kind, year, last_year) | registered(organization, year)
    return {**known, **given(organization.kind, year, draft)}
