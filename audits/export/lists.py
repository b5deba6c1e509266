"""The two lists as open data: entries that may be shown on the day, in force or out; repaired ones never."""

from datetime import date

from audits.export.register import CODE
from audits.export.table import Blocks, Field, Sources, Table, Type
from compliance.display import Entry, entries
from compliance.facts import Said
from compliance.law.credit_measures import ACT
from compliance.law.credit_repair_measures import ACT as REPAIR
from compliance.listing import record
from models.db import Session
from models.listed import decision_numbers, ever_listed
from models.record import BATCH, dossiers

ENTRIES = Table(
    "list_entries",
    Said("两个名录的列入和移出", "Entries on the two lists"),
    Said(
        "当日依法可以展示的列入和移出信息；信用修复后的不再展示，请勿留存旧文件中的该类信息。",
        "Entries that may be shown on the day. A repaired entry is no longer shown: do not keep it from older files.",
    ),
    (
        CODE,
        Field(
            "list",
            Type.STRING,
            Said("名录：anomaly 活动异常名录，serious 严重违法失信名单", "List: anomaly or serious"),
        ),
        Field("ground", Type.STRING, Said("列入情形", "Ground of the entry")),
        Field("since", Type.DATE, Said("列入日期", "Entered on")),
        Field("number", Type.STRING, Said("列入决定文号", "Number of the decision to list")),
        Field("basis", Type.STRING, Said("列入依据", "Article of the ground (Chinese)")),
        Field("removed_on", Type.DATE, Said("移出日期；仍在列的为空", "Removed on; empty while it stands")),
        Field("removal_number", Type.STRING, Said("移出决定文号", "Number of the decision to remove")),
        Field(
            "display",
            Type.STRING,
            Said("in_force 在列，removed 已移出、仍在公示期", "in_force, or removed and still displayed"),
            source=REPAIR.name,
        ),
    ),
    ("code", "list", "ground", "since"),
    ACT.name,
)


def shown(db: Session, day: date) -> Blocks:
    """The entries that may be shown on a day, by code."""
    codes = sorted(ever_listed(db))
    for start in range(0, len(codes), BATCH):
        batch = codes[start : start + BATCH]
        known, numbers = dossiers(db, batch), decision_numbers(db, batch)
        rows = [
            _row(code, entry, numbers)
            for code in batch
            for entry in sorted(
                entries(record(known[code], day)), key=lambda one: (one.list, one.ground, one.since)
            )
        ]
        yield ENTRIES.frame(rows)


def _row(code: str, entry: Entry, numbers: object) -> tuple[object, ...]:
    told = numbers if isinstance(numbers, dict) else {}
    basis = entry.basis.said.zh if entry.basis else None
    out = entry.removed_on
    removal = told.get((code, out)) if out else None
    number = told.get((code, entry.since))
    state = "removed" if out else "in_force"
    return code, str(entry.list), entry.ground, entry.since, number, basis, out, removal, state


SOURCES: Sources = ((ENTRIES, shown),)
