"""The command line. A command is loaded when it is called, so that help comes at once; no error shows code."""

import importlib
import io
import sys
import traceback
from collections.abc import Sequence
from keyword import iskeyword
from pathlib import Path

import click

from audits.config import ConfigFault, now
from audits.refusal import Refusal, Unfit
from audits.words import _, terminal_language

GOOD, NO, WRONG = 0, 1, 2
ERRORS = Path("var/errors.log")

COMMANDS = {
    "init": _("Create or upgrade the database, and the first administrator"),
    "demo": _("Make a simulated office and serve it"),
    "simulate": _("Fill the database with simulated organizations"),
    "serve": _("Serve the pages"),
    "schedule": _("Run the nightly jobs by the clock"),
    "run": _("Run one job now"),
    "import": _("Take in the register of organizations (.csv or .xlsx)"),
    "form": _("Every line of the annual report form"),
    "template": _("The empty workbook"),
    "example": _("A filled workbook without faults"),
    "check": _("What is wrong with a report; nothing is stored"),
    "judge": _("What the law makes of one organization's facts"),
    "evaluate": _("Hold the whole register against the law"),
    "draw": _("Draw spot checks so that anyone can repeat it"),
    "rank": _("Rank a year's reports by transparency"),
    "risk": _("Models of late filing, silence and disclosure faults; internal"),
    "export": _("Write the open data: what the public pages show, as files"),
    "log": _("Export the decision log, and check it"),
    "backup": _("Write the whole database to one file"),
    "restore": _("Bring the database back from such a file"),
    "account": _("Add, list and disable accounts"),
    "fsck": _("Check every promise the database must keep; changes nothing"),
}


class Commands(click.Group):
    """A group whose commands are modules of audits.commands, loaded when called (click: lazy subcommands)."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which an office meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One command, imported now."""
        if cmd_name not in COMMANDS:
            return None
        file = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        module = importlib.import_module(f"audits.commands.{file}")
        command: click.Command = module.command
        command.help = COMMANDS[cmd_name]
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Names and short texts, without loading anything."""
        with formatter.section(_("Commands")):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    help=_("Yangguang: supervision of charities and social organizations."),
)
def yangguang() -> None:
    """The commands of contract.md 2."""


def run(arguments: Sequence[str]) -> int:
    """Run a command; gives the exit status: 0 good, 1 the answer is no, 2 wrong use or unreadable input."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return yangguang.main(list(arguments), prog_name="yangguang", standalone_mode=False) or GOOD
    except click.ClickException as error:
        error.show()
        return WRONG
    except (Refusal, ConfigFault) as error:
        return say(error)
    except (click.Abort, BrokenPipeError):
        return NO
    except Exception as error:
        return say(unforeseen(error), WRONG)


def say(error: Exception, status: int | None = None) -> int:
    """One sentence on standard error: a refusal is a no, what cannot be read or used is wrong use."""
    refused = isinstance(error, Refusal) and not isinstance(error, Unfit)
    text = error.said.on(terminal_language()) if isinstance(error, Refusal) else str(error)
    click.echo(text, err=True)
    return status or (NO if refused else WRONG)


def unforeseen(error: Exception) -> click.ClickException:
    """A bug: what happened goes to a file for whoever mends it, a sentence to the person."""
    told = _("This should not have happened: %(kind)s.") % {"kind": type(error).__name__}
    if ERRORS.parent.is_dir():
        with ERRORS.open("a", encoding="utf-8") as file:
            file.write(f"{now().isoformat()} {' '.join(sys.argv[1:2])}\n{traceback.format_exc()}\n")
        told += _(" Details are in %(file)s.") % {"file": ERRORS}
    return click.ClickException(told)
