"""`yangguang draw`: freeze, seed, show, export, verify."""

from datetime import date, datetime
from pathlib import Path

import click

from audits import draw as acts
from audits.commands.answer import Unusable, answer_no, day_of, json_option, on_option, say, show_json, write
from audits.commands.door import opened
from audits.config import today
from audits.draw import STAGES, export, shown, verify
from audits.draw.desk import officers, plan_to_freeze
from audits.draw.freeze import freeze as freeze_lists
from audits.draw.plan import MOST_NAME
from audits.draw.result import type_sources
from audits.refusal import NotFound, Unfit
from audits.words import _, terminal_language
from models.account import Account, by_login
from models.db import Session
from models.draw.plan import Plan
from models.organization import any_simulated

FOLDER = click.Path(path_type=Path, file_okay=False)


@click.group("draw")
def command() -> None:
    """The random draw of spot checks, which anyone can repeat."""


@command.command("freeze", help=_("Freeze the lists of the next plan and publish their hashes"))
@click.option("--name", default="", help=_("The plan's name; a new plan where none of this name waits"))
@on_option
@json_option
def freeze(name: str, on: datetime | None, as_json: bool) -> None:
    """Freeze the lists of a plan."""
    day: date = day_of(on, today)
    if len(name) > MOST_NAME:
        raise Unfit("方案名称过长。", "The name is too long.")
    with opened() as database, database.write() as db:
        plan = plan_to_freeze(db, day, name.strip())
        lists = freeze_lists(db, day, None, plan)
        told = {"id": plan.number, "hashes": lists.hashes}
        until = lists.until
    if as_json:
        show_json(told)
    else:
        text = _("Draw %(id)s: lists frozen; objections until %(until)s.")
        say(text % {"id": plan.number, "until": until})


def _plan(db: Session, number: str) -> Plan:
    return acts.held(db, number, None)


@command.command(
    "seed", help=_("Type the sources in the order announced; when two officers agree, the draw is made")
)
@click.argument("number", metavar="ID")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option(
    "--as",
    "login",
    default="",
    help=_("Sign-in name of the officer who types; not needed in a simulated office"),
)
@on_option
@json_option
def seed(number: str, sources: tuple[str, ...], login: str, on: datetime | None, as_json: bool) -> None:
    """Type the sources."""
    day: date = day_of(on, today)
    with opened() as database, database.write() as db:
        plan = _plan(db, number)
        if login:
            made = type_sources(db, day, _officer(db, plan, login), plan, sources)
        else:
            first, second = _both(db, plan)
            day = _over(db, plan, day)
            made = type_sources(db, day, first, plan, sources) or type_sources(db, day, second, plan, sources)
        told = shown.as_json(db, plan, day)
    if as_json:
        show_json(told)
    elif made is None:
        say(_("Draw %(id)s: typed by one officer; another has to type the same.") % {"id": number})
    else:
        say(_("Draw %(id)s: drawn, seed %(seed)s.") % {"id": number, "seed": told["seed"]})


def _officer(db: Session, plan: Plan, login: str) -> Account:
    account = by_login(db, login)
    if account is None or account.disabled_at is not None or account not in officers(db, plan.registrar_id):
        raise NotFound("没有这样的工作人员账号。", "There is no such officer.")
    return account


def _both(db: Session, plan: Plan) -> tuple[Account, Account]:
    """The two officers of a simulated office, whom its command line stands for."""
    found = officers(db, plan.registrar_id) if any_simulated(db) else []
    if len(found) < 2:
        raise Unusable(_("Two officers type the sources apart: say who types with --as."))
    return found[0], found[1]


def _over(db: Session, plan: Plan, day: date) -> date:
    """A simulated office does not wait: its draw is made on the first day on which it may be."""
    last = acts.standing_until(db, plan)
    if day > last or plan.result is not None or not plan.snapshots:
        return day
    say(_("Simulated office: the waiting time until %(day)s is taken as over.") % {"day": last})
    return acts.first_after(last)


@command.command("show", help=_("A draw from plan to result"))
@click.argument("number", metavar="ID")
@on_option
@json_option
def show(number: str, on: datetime | None, as_json: bool) -> None:
    """Show a draw."""
    with opened() as database, database.read() as db:
        plan = shown.public_plan(db, number)
        told = shown.as_json(db, plan, day_of(on, today))
        words = STAGES[acts.stage(db, plan, day_of(on, today))].on(terminal_language())
    if as_json:
        show_json(told)
        return
    say(f"{number}\t{told['name']}\t{words}")
    for one in told["strata"]:
        click.echo("\t".join(str(value) for value in one.values()))
    for one in told["drawn"]:
        click.echo("\t".join(str(value) for value in one.values()))


@command.command("export", help=_("Write the files with which anyone can repeat the draw"))
@click.argument("number", metavar="ID")
@click.argument("folder", type=FOLDER)
def export_folder(number: str, folder: Path) -> None:
    """Write the folder of a draw."""
    with opened() as database, database.read() as db:
        files = export.files(db, shown.public_plan(db, number))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for stale in export.EVERY - set(files):
            (folder / stale).unlink(missing_ok=True)
    except OSError as error:
        raise Unusable(
            _("%(file)s cannot be written: %(why)s") % {"file": folder, "why": error.strerror}
        ) from error
    for name, content in files.items():
        write(folder / name, content)
    say(_("Written: %(folder)s, %(count)s files.") % {"folder": folder, "count": len(files)})


@command.command("verify", help=_("Do a draw again from its files; names the first thing that differs"))
@click.argument("folder", type=FOLDER)
def verify_folder(folder: Path) -> None:
    """Verify a folder."""
    if not folder.is_dir():
        raise Unusable(_("There is no folder %(folder)s.") % {"folder": folder})
    good, words = verify.answer(folder)
    say(words)
    if not good:
        answer_no()
