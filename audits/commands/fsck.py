"""`yangguang fsck`: every promise the database must keep."""

import click

from audits import fsck
from audits.commands.answer import answer_no, json_option, say, show_json
from audits.commands.door import opened
from audits.config import now
from audits.words import _, terminal_language


@click.command("fsck")
@json_option
def command(as_json: bool) -> None:
    """Check, say what is broken and in which row, change nothing."""
    with opened() as database:
        broken = list(fsck.check(database, now()))
    if as_json:
        found = [one.as_json() for one in broken]
        show_json({"good": not broken, "checked": list(fsck.INVARIANTS), "broken": found})
    for one in () if as_json else broken:
        click.echo(f"{one.invariant}\t{one.row}\t{one.said.on(terminal_language())}")
    say(
        _("%(count)s promises checked, %(broken)s broken.")
        % {"count": len(fsck.INVARIANTS), "broken": len(broken)}
    )
    if broken:
        answer_no()
