"""The ranking on the desk: an edition is prepared, shown to those in it, corrected, and published."""

from datetime import date
from typing import Any

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from audits.config import today
from audits.draw.desk import office
from audits.preview import obstacle, prepare
from audits.preview.objection import answer as answer_objection
from audits.ranking import order_search
from audits.refusal import Unfit
from audits.web import asked
from audits.web.access import me, only
from audits.web.preview import done, stands, tone
from audits.web.public.ranking import class_name, shape_of
from audits.web.regulator.pages import pages
from audits.web.session import database
from compliance.law.transparency_items import CORRECTION, ITEMS
from models.account import OFFICE, Role
from models.db import Session
from models.preview import Preview, objections, open_previews, preview_of, previews
from models.ranked import Asked, page
from models.ranking import editions

ACTING = (Role.OFFICER, Role.APPROVER)


@pages.get("/ranking", endpoint="ranking")
@only(*OFFICE)
def ranking() -> ResponseReturnValue:
    """Previews and editions, and the form for the next."""
    day = today()
    with database().read() as db:
        rows = [_brief(db, one) for one in previews(db)]
        every, may = editions(db), _may(db)
    text = CORRECTION.on(day) or CORRECTION.texts[0]
    return render_template(
        "regulator/ranking.html",
        rows=rows, editions=every, may=may, year=day.year - 1, day=day, period=text.value.said,
    )  # fmt: skip


def _may(db: Session) -> bool:
    return me().role in ACTING and me().registrar_id == office(db).id


def _brief(db: Session, preview: Preview) -> dict[str, Any]:
    found = objections(db, preview.id)
    return {
        "preview": preview,
        "stands": stands(preview, today()),
        "tone": tone(preview),
        "objections": found,
        "waiting": sum(one.answer is None for one in found),
    }


def waiting(db: Session) -> list[dict[str, Any]]:
    """Previews on which somebody has to act: objections to answer, or to be published; as `_brief` tells them."""
    found = [_brief(db, one) for one in open_previews(db)] if _may(db) else []
    return [one for one in found if one["waiting"] or today() > one["preview"].until]


@pages.post("/ranking", endpoint="prepare_ranking")
@only(*ACTING)
def prepare_edition() -> ResponseReturnValue:
    """Prepare an edition."""
    year, day = _year(), _day()
    with database().write() as db:
        number = prepare.prepare(db, today(), me(), year, day).id
    return redirect(url_for(".ranking_preview", preview=number, done="prepared"), 303)


def _year() -> int:
    given = request.form.get("year", "")
    if not (given.isascii() and given.isdigit() and len(given) == 4):
        raise Unfit("年度应写成四位数字，如2025。", "Write the year in four digits, such as 2025.")
    return int(given)


def _day() -> date:
    try:
        return date.fromisoformat(request.form.get("day", ""))
    except ValueError as fault:
        raise Unfit("日期应写成 YYYY-MM-DD。", "Write the day as YYYY-MM-DD.") from fault


@pages.get("/ranking/<int:preview>", endpoint="ranking_preview")
@only(*OFFICE)
def preview(preview: int) -> ResponseReturnValue:
    """One preview: who stands where, objections to answer, and what stands against publication."""
    number, size = asked.paged(50)
    with database().read() as db:
        found = preview_of(db, preview) or abort(404)
        shape = shape_of(db, found.edition_id)
        rows, total = page(db, found.edition_id, Asked(sort="rank", page=number, size=size), shape)
        told = _brief(db, found) | {"may": _may(db), "against": obstacle(found, today())}
    return render_template(
        "regulator/ranking_preview.html",
        **told,
        places=[(row, class_name(row.class_)) for row in rows],
        classes=[(class_name(key), many) for key, many in shape.classes.items()],
        item_names={name: item.label for name, item in ITEMS.items()},
        number=number,
        total=total,
        next=asked.next_page(number, size, total),
        previous=asked.address(number - 1) if number > 1 else None,
        done=done(request.args.get("done", "")),
    )


@pages.post("/ranking/<int:preview>/objections/<int:objection>", endpoint="answer_ranking")
@only(*ACTING)
def answer(preview: int, objection: int) -> ResponseReturnValue:
    """Answer an objection."""
    form = request.form
    if form.get("answer") not in ("accept", "reject"):
        raise Unfit("请选择采纳或者不采纳。", "Say whether the objection is accepted or rejected.")
    accepted, why = form["answer"] == "accept", form.get("reasons", "")
    with database().write() as db:
        answer_objection(db, today(), me(), preview, objection, accepted=accepted, why=why)
    return redirect(url_for(".ranking_preview", preview=preview, done="answered"), 303)


@pages.post("/ranking/<int:preview>/publication", endpoint="publish_ranking")
@only(*ACTING)
def publish(preview: int) -> ResponseReturnValue:
    """Publish the edition, computed anew."""
    with database().write() as db:
        edition, _places = prepare.publish(db, today(), me(), preview)
    with database().write() as db:
        order_search(db, edition.id)
    return redirect(url_for(".ranking_preview", preview=preview, done="published"), 303)


@pages.post("/ranking/<int:preview>/withdrawal", endpoint="withdraw_ranking")
@only(*ACTING)
def withdraw(preview: int) -> ResponseReturnValue:
    """Withdraw a preview."""
    with database().write() as db:
        prepare.withdraw(db, today(), me(), preview, request.form.get("reasons", ""))
    return redirect(url_for(".ranking_preview", preview=preview, done="withdrawn"), 303)
