"""`yangguang judge`: what the law makes of one organization's facts."""

from datetime import datetime
from pathlib import Path

import click
import orjson

from audits.commands.answer import Unusable, day_of, json_option, on_option, read, say, show_json
from audits.config import config, today
from audits.words import _, terminal_language
from compliance import dossier
from compliance.facts import Dossier
from compliance.judge import Judgement, judge
from compliance.workday import CalendarUnknown


@click.command("judge")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@on_option
@json_option
def command(file: Path, on: datetime | None, as_json: bool) -> None:
    """Judge a dossier (contract 4) by the law of a day."""
    facts = parsed(read(file, config().upload.json_bytes))
    try:
        judgement = judge(facts, day_of(on, today))
    except CalendarUnknown as unknown:
        raise Unusable(unknown.said.on(terminal_language())) from unknown
    if as_json:
        show_json(judgement.as_json())
    else:
        show(judgement)


def parsed(content: bytes) -> Dossier:
    """A dossier from the text of a JSON document. Unusable names everything that is wrong with it."""
    try:
        document = orjson.loads(content)
    except orjson.JSONDecodeError as error:
        raise Unusable(_("This is no JSON document: %(why)s") % {"why": error}) from error
    found = dossier.read(document)
    if isinstance(found, Dossier):
        return found
    raise Unusable("\n".join(dossier.said(found, terminal_language())))


def show(judgement: Judgement) -> None:
    """The judgement in lines: what is owed late, found, proposed, and the grade."""
    language = terminal_language()
    for finding in judgement.findings:
        click.echo(
            f"{finding.year}\t{finding.rule}\t{finding.says.on(language)}\t{finding.basis.said.on(language)}"
        )
    for proposal in judgement.proposals:
        said = f"{proposal.list.value}\t{proposal.ground}\t{proposal.basis.said.on(language)}"
        click.echo(f"{proposal.since}\t{said}")
    for unknown in judgement.unknown:
        say(
            _("Not judged: %(rule)s needs %(needs)s")
            % {"rule": unknown.rule, "needs": ", ".join(unknown.needs)}
        )
    credit = judgement.credit
    click.echo(
        _("Credit: %(points)s points, grade %(grade)s") % {"points": credit.points, "grade": credit.grade}
    )
