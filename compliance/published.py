"""What of an organization and its report everybody may see; the same on pages, in the API and in the open data."""

import re
from collections.abc import Mapping
from typing import Any

from compliance.facts import Kind
from compliance.form import Line, Type
from compliance.form.answer.text import masked
from compliance.form.book import by_id

HOUSE = re.compile(r"^(.*?(?:路|街|道|巷|弄|大街|胡同)).*$")
PRIVATE = ("commitment", "related_parties")
"""Parts that carry names of persons or go to the registrar only (慈善组织信息公开办法 15)."""
ADDRESSES = ("basic.address.value", "basic.office_address.value")


def street(address: str) -> str:
    """An address without what follows the street: a house may be a home."""
    found = HOUSE.match(address)
    return found.group(1) if found else re.sub(r"[0-9０-９].*$", "", address)


def public_lines(kind: Kind, year: int, lines: Mapping[str, Any]) -> dict[str, object]:
    """The answers of a report that may be shown: neither personal nor given to the registrar alone; no house
    number, and no number of an identity card, a mobile phone or a bank card that somebody wrote into a text.
    """
    form = by_id(kind, year)
    return {
        line: _public(form[line], value)
        for line, value in lines.items()
        if line in form and not form[line].personal and form[line].part not in PRIVATE
    }


def _public(line: Line, value: object) -> object:
    if line.type is not Type.TEXT or not value:
        return value
    return masked(street(str(value)) if line.id in ADDRESSES else str(value))
