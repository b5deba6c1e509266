"""`yangguang log export | verify`: the decision log as files, and its check."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click
from tqdm import tqdm

from audits.commands.answer import answer_no, json_option, say, show_json
from audits.commands.door import opened
from audits.log import erase, outside
from audits.log.check import Differs, check_folder
from audits.log.database import check_database
from audits.log.files import Folder
from audits.words import _, terminal_language

FOLDER = click.Path(path_type=Path, file_okay=False)


@click.group("log")
def command() -> None:
    """The decision log: its files, and whether anything in it was changed."""


@command.command("export", help=_("Publish what is new, and copy the log to a folder"))
@click.argument("folder", type=FOLDER)
def export(folder: Path) -> None:
    """Write the same files that are served."""
    with opened() as database:
        size = outside.export(database, Folder(folder))
    say(_("%(size)s entries in %(folder)s.") % {"size": size, "folder": folder})


@command.command("verify", help=_("Check every entry, hash and signature; of a copy, or of this office"))
@click.argument("folder", type=FOLDER, required=False)
@click.option("--key", help=_("The verifier key, as the office's page states it"))
@click.option(
    "--seen", type=click.Path(path_type=Path, dir_okay=False), help=_("Where to remember what was seen")
)
@json_option
def verify(folder: Path | None, key: str | None, seen: Path | None, as_json: bool) -> None:
    """Name the first thing that differs; 1 if anything does."""
    try:
        told = checked_here() if folder is None else checked(Folder(folder), key, seen)
    except Differs as wrong:
        told = {"good": False, "where": wrong.where, "says": wrong.said.zh, "says_en": wrong.said.en}
    if as_json:
        show_json(told)
    if not told["good"]:
        said = told["says_en" if terminal_language() == "en" else "says"]
        say(_("The log is not right. %(where)s: %(said)s") % {"where": told["where"], "said": said})
        answer_no()
    say(_("Checked: %(entries)s entries, %(published)s of them published. Nothing differs.") % told)


@command.command("erase", help=_("Erase text and salt of an entry by law; the entry stays and says so"))
@click.argument("seq", type=click.IntRange(0))
@click.option("--basis", required=True, help=_("The article that asks for it; must name nobody"))
def erase_body(seq: int, basis: str) -> None:
    """Erase what an entry commits to."""
    with opened() as database, database.write() as db:
        erase(db, seq, basis)
    say(_("The text of entry %(seq)s is erased.") % {"seq": seq})


def watched(items: Iterable[Any], count: int) -> Iterable[Any]:
    """Progress on standard error while it is a terminal."""
    return tqdm(items, total=count, disable=None, unit="", leave=False, desc=_("Checking"))


def checked_here() -> dict[str, object]:
    """Database, published files and bodies of this installation."""
    with opened() as database:
        entries, published = check_database(database, watched)
    return {"good": True, "entries": entries, "published": published}


def checked(folder: Folder, key: str | None, seen: Path | None) -> dict[str, object]:
    """A copy of the log, against its key and what was seen of it before."""
    verifier, trusted = outside.verifier_for(folder, key)
    if not trusted:
        say(_("The key is taken from the copy itself: compare it with the one on the office's page."))
    head = check_folder(folder, verifier, seen or outside.seen_file(verifier), watched)
    told = {"good": True, "entries": head.size, "published": head.size, "root": head.root.hex()}
    return told | {"key": verifier}
