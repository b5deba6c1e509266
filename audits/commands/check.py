"""`yangguang check`: what is wrong with a report; nothing is stored."""

from datetime import datetime
from pathlib import Path

import click

from audits.check import examine
from audits.commands.answer import (
    DAY,
    READABLE,
    answer_no,
    beginning,
    json_option,
    say,
    show_json,
)
from audits.config import config
from audits.words import _, terminal_language
from compliance.facts import Fault
from compliance.lateness import filed_on


@click.command("check")
@click.argument("file", type=READABLE)
@click.option("--on", "day", type=DAY, help=_("The day of filing: says whether it would be late"))
@json_option
def command(file: Path, day: datetime | None, as_json: bool) -> None:
    """Check a workbook or its .json form ; 1 where a fault stops it."""
    most = max(config().upload.workbook_bytes, config().upload.json_bytes)
    verdict = examine(beginning(file, most + 1), file.name)
    verdict = filed_on(verdict, day.date()) if day else verdict
    if as_json:
        show_json(verdict.as_json())
    for fault in () if as_json else verdict.faults:
        click.echo(line(fault))
    say(_("Verdict: %(verdict)s") % {"verdict": verdict.verdict})
    if verdict.verdict == "rejected":
        answer_no()


def line(fault: Fault) -> str:
    """One fault in one line: how grave, where, what."""
    place = f"{fault.sheet}!{fault.cell}" if fault.cell else fault.line
    return f"{fault.severity}\t{place}\t{fault.message.on(terminal_language())}"
