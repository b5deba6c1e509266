"""An edition of the ranking on paper: whole where it is short, else the best of it or of a class or district."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from audits.config import config, zone
from audits.paper import pdf
from compliance.facts import KIND_NAMES, Kind
from compliance.law.transparency_items import ASPECT_NAMES, ITEMS, Aspect
from models.db import Session
from models.ranked import Asked, Shape, page

MOST = 200
"""Places on one paper, a house parameter. A sheet holds about twenty-five: two hundred are a leaflet made in a few
seconds, a million would be forty thousand sheets that nobody reads and no limit of ours would let through; the
whole edition is a file of the open data.
"""


def edition_paper(db: Session, edition: Any, asked: Asked, of: Shape, language: str) -> bytes:
    """The paper of an edition: `edition` as the public pages have it, `asked` with a class or a district or
    neither. PaperFault if it could not be made.
    """
    rows, total = page(db, edition.id, replace(asked, sort="score", page=1, size=MOST), of)
    return pdf("edition", context(edition, asked, of, rows, total, language), language)


def context(
    edition: Any, asked: Asked, of: Shape, rows: Sequence[Any], total: int, language: str
) -> dict[str, Any]:
    """What the template is filled with."""
    office = config().office
    return {
        "office": office.name_en if language == "en" else office.name,
        "edition": edition,
        "published": edition.published_at.astimezone(zone()).date(),
        "class_": asked.class_,
        "district": asked.district,
        "classes": classes(of, language),
        "aspects": [ASPECT_NAMES[one].on(language) for one in Aspect],
        "items": [(one.label.on(language), one.texts[-1].value.marks) for one in ITEMS.values()],
        "rows": [{**row._mapping, "worth": _parts(row.parts)} for row in rows],
        "total": total,
    }


def classes(of: Shape, language: str) -> list[tuple[str, str, str, int]]:
    """Every class: its key, kind in words, size, how many stand in it."""
    return [(key, *_split(key, language), count) for key, count in of.classes.items()]


def _split(key: str, language: str) -> tuple[str, str]:
    kind, _dot, size = key.partition(".")
    return KIND_NAMES[Kind(kind)].on(language), size


def _parts(parts: Mapping[str, Any]) -> list[int | None]:
    return [parts.get(str(one)) for one in Aspect]
