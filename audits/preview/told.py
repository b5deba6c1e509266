"""What the decision log says of each act of a preview, read from its row: type, subject and body."""

from typing import NamedTuple

from models.db import Facts
from models.legal import digest
from models.preview import Preview, PreviewAnswer, PreviewEnd, PreviewObjection


class Told(NamedTuple):
    """An entry: `type_` such as "edition.prepared", `subject` such as "edition_preview/1"."""

    type_: str
    subject: str
    body: Facts


def prepared(row: Preview) -> Told:
    """An edition was prepared and shown."""
    days = {"on": row.on.isoformat(), "day": row.day.isoformat(), "until": row.until.isoformat()}
    said = {"preview": row.id, "edition": row.edition_id, "year": row.year, "method": row.edition.method}
    return Told("edition.prepared", f"edition_preview/{row.id}", said | days)


def objected(row: PreviewObjection) -> Told:
    """An organization objected; who and in which words is sealed."""
    said = {"preview": row.preview_id, "objection": row.id, "item": row.item, "on": row.on.isoformat()}
    sealed = {"sealed": digest({"code": row.code, "says": row.says})}
    return Told("edition.objected", f"edition_objection/{row.id}", said | sealed)


def answered(row: PreviewAnswer) -> Told:
    """An objection was answered; the reasons are sealed."""
    said = {"objection": row.objection_id, "accepted": row.accepted, "on": row.on.isoformat()}
    sealed = {"sealed": digest({"reasons": row.reasons})}
    return Told("edition.answered", f"edition_objection/{row.objection_id}/answer", said | sealed)


def withdrawn(row: PreviewEnd) -> Told:
    """A preview was withdrawn."""
    said = {"preview": row.preview_id, "reasons": row.reasons, "on": row.on.isoformat()}
    return Told("edition.withdrawn", f"edition_preview/{row.preview_id}/end", said)
