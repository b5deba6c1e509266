"""The register of organizations taken in from a file: all of it, or nothing and every bad row at once."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from audits.config import now
from audits.refusal import Unfit
from audits.register.columns import Column, RowFault, headed, read_row
from audits.register.file import rows
from compliance.facts import Kind, Said
from compliance.form.cells import Cell
from models.account import Account
from models.db import Session
from models.event import Event, assessments
from models.organization import Organization, Particular, find_all, particulars
from models.record import BATCH
from models.registrar import Registrar, SupervisingUnit, highest, registrars, unit_named

Values = dict[str, Any]
TRACKED = ("name", "address", "district", "legal_representative")
"""Particulars whose history is kept, beside registrar and supervising unit."""


def import_register(
    db: Session, content: bytes, name: str, day: date, by: Account | None = None
) -> tuple[RowFault, ...]:
    """Take in a register file (.csv or .xlsx). Empty: imported; else everything that is wrong, nothing kept.

    Unfit where the file cannot be read at all.
    """
    read, faults = _read(content, name, day)
    offices = {one.name: one for one in registrars(db)}
    faults += _unknown_offices(read, offices)
    faults += _doubled(read)
    for start in range(0, len(read), BATCH):
        faults += _other_kind(db, read[start : start + BATCH])
    if faults:
        return tuple(sorted(faults))
    office = highest(db)
    for start in range(0, len(read), BATCH):
        _keep(db, [values for _, values in read[start : start + BATCH]], offices, office, day, by)
    return ()


def _read(content: bytes, name: str, day: date) -> tuple[list[tuple[int, Values]], list[RowFault]]:
    lines = rows(content, name)
    first = next(lines, None)
    if first is None:
        raise Unfit("文件中没有内容。", "The file holds nothing.")
    columns, faults = headed([str(cell.value or "") for cell in first[1]], first[0])
    if faults:
        return [], faults
    read = []
    for number, cells in lines:
        if any(cell.value is not None for cell in cells):
            values, wrong = read_row(number, _by_column(columns, cells), day)
            read.append((number, values))
            faults += wrong
    return read, faults


def _by_column(columns: Sequence[Column | None], cells: Sequence[Cell]) -> dict[Column, Cell]:
    pairs = zip(columns, cells, strict=False)
    return {column: cell for column, cell in pairs if column is not None}


def _unknown_offices(read: Sequence[tuple[int, Values]], offices: Mapping[str, Registrar]) -> list[RowFault]:
    said = Said("没有这个登记管理机关，请先建立。", "There is no such registrar; enter it first.")
    return [
        RowFault(row, "登记管理机关", said)
        for row, values in read
        if values.get("registrar") and values["registrar"] not in offices
    ]


def _doubled(read: Sequence[tuple[int, Values]]) -> list[RowFault]:
    seen: dict[str, int] = {}
    faults = []
    for row, values in read:
        code = values.get("code", "")
        if code and code in seen:
            said = Said(f"与第{seen[code]}行的代码相同。", f"The same code as in row {seen[code]}.")
            faults.append(RowFault(row, "统一社会信用代码", said))
        seen.setdefault(code, row)
    return faults


def _other_kind(db: Session, some: Sequence[tuple[int, Values]]) -> list[RowFault]:
    known = find_all(db, [values["code"] for _, values in some if "code" in values])
    said = Said("与登记簿中该代码的类型不同。", "The register has another kind under this code.")
    return [
        RowFault(row, "类型", said)
        for row, values in some
        if values.get("code") in known and values.get("kind") != known[values["code"]].kind
    ]


def _keep(
    db: Session,
    some: Sequence[Values],
    offices: Mapping[str, Registrar],
    office: Registrar | None,
    day: date,
    by: Account | None,
) -> None:
    codes = [values["code"] for values in some]
    known, told, graded = find_all(db, codes), particulars(db, codes), assessments(db, codes)
    for values in some:
        registrar = offices.get(values.get("registrar", ""), office)
        if registrar is None:
            raise Unfit("请先运行 yangguang init 建立本机关。", "Run `yangguang init` first.")
        fresh = _row(db, values, registrar)
        found = known.get(values["code"])
        if found is None:
            db.add(Organization(code=values["code"], simulated=False, **fresh))
            db.flush()
            _former(db, values, by)
        else:
            _change(db, found, fresh, told, day, by)
        _grade(db, values, graded, by)
    db.flush()


def _row(db: Session, values: Values, registrar: Registrar) -> Values:
    plain = ("name", "district", "registered_on", "charity_since", "fundraising_since", "dissolved_on")
    more = ("original_fund", "legal_representative", "address")
    row = {key: values.get(key) for key in (*plain, *more)}
    return row | {
        "kind": Kind(values["kind"]),
        "level": registrar.level,
        "registrar_id": registrar.id,
        "unit_id": _unit(db, values.get("unit", "")),
        "email": values.get("email", ""),
    }


def _unit(db: Session, name: str) -> int | None:
    if not name:
        return None
    unit = unit_named(db, name)
    if unit is None:
        unit = SupervisingUnit(name=name)
        db.add(unit)
        db.flush()
    return unit.id


def _change(
    db: Session, found: Organization, fresh: Values, told: set[tuple[str, str]], day: date, by: Account | None
) -> None:
    """Bring an organization up to date; what it was before stays, with the day from which it is different."""
    for key in (*TRACKED, "unit_id", "registrar_id"):
        before, after = getattr(found, key), fresh[key]
        if before == after:
            continue
        if (found.code, key) not in told:
            _particular(db, found.code, key, before, found.registered_on, by)
            told.add((found.code, key))
        _particular(db, found.code, key, after, day, by)
    for key, value in fresh.items():
        setattr(found, key, value)


def _particular(db: Session, code: str, what: str, value: object, since: date, by: Account | None) -> None:
    who = by.login if by else "import"
    text = "" if value is None else str(value)
    db.add(Particular(code=code, what=what, value=text, since=since, entered_at=now(), entered_by=who))


def _former(db: Session, values: Values, by: Account | None) -> None:
    names = values.get("former_names", "").replace(";", "；").replace("、", "；").split("；")
    for name in filter(None, (name.strip() for name in names)):
        _particular(db, values["code"], "former_name", name, values["registered_on"], by)


def _grade(db: Session, values: Values, graded: set[tuple[str, date]], by: Account | None) -> None:
    if "grade" not in values or (values["code"], values["valid_from"]) in graded:
        return
    details = {
        "grade": values["grade"],
        "valid_from": values["valid_from"].isoformat(),
        "valid_to": values["valid_to"].isoformat(),
    }
    on, who = values["valid_from"], by.id if by else None
    db.add(Event(code=values["code"], on=on, what="assessed", details=details, at=now(), by=who))
