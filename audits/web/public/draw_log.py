"""The acts of a draw in the decision log: plan, each freezing of the lists, result; entry and proof of each."""

from io import BytesIO

from flask import abort, g, jsonify, render_template, send_file
from flask.typing import ResponseReturnValue

from audits.draw import shown
from audits.log.proof import Proof, pretty, proof_of
from audits.web.access import public
from audits.web.public.pages import pages
from audits.web.session import database
from compliance.act import name_of
from models.db import Session
from models.draw.plan import Plan


def subjects(plan: Plan) -> dict[str, str]:
    """The acts of a plan that are in the log, by their names in addresses: what each is entered as."""
    lists = {f"lists-{one.version}": f"draw/{plan.number}/lists/{one.version}" for one in plan.snapshots}
    result = {"result": f"draw/{plan.number}/result"} if plan.result else {}
    return {"plan": f"draw/{plan.number}"} | lists | result


def _found(db: Session, number: str, act: str) -> tuple[Plan, Proof]:
    plan = shown.public_plan(db, number)
    subject = subjects(plan).get(act)
    proof = proof_of(db, subject) if subject else None
    if proof is None:
        abort(404)
    return plan, proof


@pages.get("/draws/<number>/log/<act>")
@public
def draw_act(number: str, act: str) -> ResponseReturnValue:
    """An act of a draw with its proof."""
    with database().read() as db:
        plan, proof = _found(db, number, act)
        title = name_of(proof.entry.type).on(g.language)
        address = f"/draws/{number}/log/{act}"
        return render_template(
            "public/draw_log.html", plan=plan, proof=proof, title=title, address=address, body=pretty(proof)
        )


@pages.get("/draws/<number>/log/<act>/entry.json")
@public
def draw_entry(number: str, act: str) -> ResponseReturnValue:
    """Entry, body and salt of an act of a draw."""
    with database().read() as db:
        return jsonify(_found(db, number, act)[1].as_json())


@pages.get("/draws/<number>/log/<act>/proof")
@public
def draw_proof(number: str, act: str) -> ResponseReturnValue:
    """The proof of inclusion as a file."""
    with database().read() as db:
        file = _found(db, number, act)[1].file()
    if file is None:
        abort(404)
    name = f"draw-{number}-{act}.tlog-proof"
    return send_file(BytesIO(file.encode()), "text/plain", as_attachment=True, download_name=name)
