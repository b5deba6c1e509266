"""`yangguang risk`: train | report | score."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from audits.commands.answer import Unusable, day_of, json_option, on_option, say, show_json, write
from audits.commands.door import opened
from audits.config import now, today
from audits.draw.rate import Rates, all_rates
from audits.risk import page, work
from audits.risk.judge import Judged, judge
from audits.risk.learn import learn
from audits.risk.panel import PANELS
from audits.words import _
from compliance.outcome import OUTCOMES
from models.db import Database
from models.risk import latest_model, latest_run

PAGES = {"zh": "index.html", "en": "en.html"}


@click.group("risk")
def command() -> None:
    """Models of late filing, silence and disclosure faults: internal, they decide nothing."""


@command.command("train", help=_("Train on past seasons and judge on the last"))
@on_option
@json_option
def train(on: datetime | None, as_json: bool) -> None:
    """Train a model of every outcome; keep each with what the last season says of it."""
    with opened() as database:
        judged = work.train(database, day_of(on, today), now(), say)
    if as_json:
        show_json({name: short(one) for name, one in judged.items()})
    for one in () if as_json else judged.values():
        say(sentence(one))


@command.command("score", help=_("Score every organization by the latest models"))
@on_option
@json_option
def score(on: datetime | None, as_json: bool) -> None:
    """Score the register; the scores are for the desk only."""
    with opened() as database:
        told = work.score(database, day_of(on, today), now(), say)
    if as_json:
        show_json(told)
    for name, one in () if as_json else told.items():
        text = _("%(name)s: %(count)s organizations scored, %(drifted)s signs have drifted.")
        say(text % {"name": name, "count": one["organizations"], "drifted": len(one["drifted"])})


@command.command("report", help=_("Write the page of the trial: this office and the real panels"))
@on_option
@click.option(
    "--panels", type=click.Path(path_type=Path), help=_("Folder of the panels; ../shared/data if there")
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=Path("var/risk"), help=_("Folder to write to")
)
@json_option
def report(on: datetime | None, panels: Path | None, output: Path, as_json: bool) -> None:
    """Write index.html (Chinese) and en.html (English)."""
    with opened() as database:
        own = list(_own(database))
        with database.read() as db:
            draws = all_rates(db)
    trials = list(_panels(_folder(panels)))
    files = _write(output, own, [told for told, _judged in trials], draws, day_of(on, today))
    if as_json:
        show_json({"files": files, "panels": {one.name: short(one) for _told, one in trials}})
        return
    for _told, one in trials:
        say(sentence(one))
    say(_("Written: %(files)s") % {"files": ", ".join(files)})


def _folder(given: Path | None) -> Path | None:
    usual = Path("../shared/data")
    if given is not None and not given.is_dir():
        raise Unusable(_("There is no folder %(folder)s.") % {"folder": given})
    return given or (usual if usual.is_dir() else None)


def _own(database: Database) -> Iterator[dict[str, Any]]:
    with database.read() as db:
        for name in OUTCOMES:
            row, run = latest_model(db, name), latest_run(db, name)
            if row is not None:
                yield page.of_office(row.metrics, run.drift if run else {})


def _panels(folder: Path | None) -> Iterator[tuple[dict[str, Any], Judged]]:
    if folder is None:
        return
    for name, made in PANELS.items():
        say(name)
        table = made(folder)
        judged = judge(table, learn(table, tell=say))
        yield page.of_panel(asdict(judged), table), judged


def _write(output: Path, own: list[Any], panels: list[Any], draws: list[Rates], day: date) -> list[str]:
    output.mkdir(parents=True, exist_ok=True)
    for language, name in PAGES.items():
        write(output / name, page.page(own, panels, draws, day, language).encode())
    return [str(output / name) for name in PAGES.values()]


def short(judged: Judged) -> dict[str, Any]:
    """What --json prints: measures of model and rule with their bounds."""
    told = asdict(judged)
    names = ("family", "seasons", "learned_from", "rows", "base_rate", "model", "rule")
    return {name: told[name] for name in names}


def sentence(judged: Judged) -> str:
    """One line for the person."""
    text = _("%(name)s: AUC %(auc)s, average precision %(ap)s, precision in the riskiest twentieth %(top)s.")
    shown = {key: f"{judged.model[name].value:.3f}" for key, name in SHORT.items()}
    return text % {"name": judged.name, **shown}


SHORT = {"auc": "auc", "ap": "average_precision", "top": "precision_in_top"}
