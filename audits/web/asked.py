"""What an address asks for: filters and pages, the same for a public page and for the API."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode

from flask import request

from audits.refusal import Unfit
from compliance.duty import report_due
from compliance.facts import Kind, Level, Organization
from models.browse import COUNTED, Sought
from models.db import Session
from models.ranking import latest_edition

MOST_SIZE, USUAL_SIZE, MOST_TEXT = 200, 20, 100
STATUSES = ("on_time", "late", "missing")


def text(name: str) -> str:
    """A short text of the address, without blanks around it."""
    said = request.args.get(name, "").strip()
    if len(said) > MOST_TEXT or "\0" in said:
        raise Unfit(f"参数 {name} 过长或含有无效字符。", f"The parameter {name} is too long or not valid.")
    return said


def one_of(name: str, known: Collection[str]) -> str:
    """One of some words, or nothing. Unfit names what would be right."""
    said = text(name)
    if said and said not in known:
        names = ", ".join(known)
        raise Unfit(f"参数 {name} 只能是：{names}。", f"The parameter {name} must be one of: {names}.")
    return said


def whole(name: str, usual: int, least: int, most: int) -> int:
    """A whole number within limits."""
    said = text(name)
    if not said:
        return usual
    if not (said.isascii() and said.isdigit()) or not least <= int(said) <= most:
        raise Unfit(
            f"参数 {name} 应为 {least} 到 {most} 的整数。",
            f"The parameter {name} must be a whole number from {least} to {most}.",
        )
    return int(said)


def paged(usual: int = USUAL_SIZE) -> tuple[int, int]:
    """Page and size. Unfit beyond the rows that are counted: whoever goes there wants a filter."""
    size = whole("size", usual, 1, MOST_SIZE)
    page = whole("page", 1, 1, COUNTED)
    if (page - 1) * size >= COUNTED:
        raise Unfit(
            f"只能翻到第 {COUNTED} 条，请缩小查询范围。",
            f"Pages end at row {COUNTED}; please narrow the search.",
        )
    return page, size


def kind() -> str:
    """The kind of organization asked for."""
    return one_of("kind", tuple(Kind))


def sought(db: Session, day: date) -> Sought:
    """What a page of the register is asked for."""
    page, size = paged()
    class_, year = text("class"), whole("year", day.year - 1, 1990, day.year)
    edition, status = latest_edition(db) if class_ else None, one_of("status", STATUSES)
    return Sought(
        q=text("q"),
        kind=kind(),
        level=one_of("level", tuple(Level)),
        district=text("district"),
        class_=class_,
        year=year,
        status=status,
        sort=one_of("sort", ("name", "code")),
        charity=one_of("charity", ("yes",)) == "yes",
        edition=edition.id if edition else None,
        deadlines=deadlines(year) if status else None,
        page=page,
        size=size,
    )


def deadlines(year: int) -> Mapping[tuple[Kind, bool], date]:
    """By when organizations of each kind, charities or not, had to report on a year."""
    found = {}
    for each in Kind:
        for charity in (True, False):
            since = date(year, 1, 1) if charity else None
            fact = Organization("", "", each, Level.CITY, date(year, 1, 1), since)
            text_in_force = report_due(fact, year)
            if text_in_force is not None:
                found[(each, charity)] = text_in_force.value.of(year + 1)
    return found


def address(page: int) -> str:
    """This address at another page."""
    given: dict[str, Any] = {**request.args.to_dict(), "page": page}
    return f"{request.path}?{urlencode(given)}"


def next_page(page: int, size: int, total: int, more: bool = False) -> str | None:
    """The address of the next page; None on the last."""
    reach = min(total, COUNTED)
    return address(page + 1) if page * size < reach or (more and page * size < COUNTED) else None


def day(name: str, usual: date) -> date:
    """A day written YYYY-MM-DD."""
    said = text(name)
    try:
        return date.fromisoformat(said) if said else usual
    except ValueError as error:
        raise Unfit(
            f"参数 {name} 应为 YYYY-MM-DD。", f"The parameter {name} must be a day, YYYY-MM-DD."
        ) from error
