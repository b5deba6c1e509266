"""How commands answer: one JSON document on standard output, sentences on standard error, an exit status."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn

import click
import orjson

from audits.words import _

DAY = click.DateTime(formats=["%Y-%m-%d"])
FILE = click.Path(path_type=Path, dir_okay=False)
READABLE = click.Path(path_type=Path, dir_okay=False, exists=True, readable=True)

json_option = click.option("--json", "as_json", is_flag=True, help=_("One JSON document on standard output"))


class Unusable(click.ClickException):
    """Input that cannot be read, or a database that cannot be used."""

    exit_code = 2


def on_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """The option --on DAY; the day is today unless given."""
    return click.option("--on", "on", type=DAY, help=_("The legal day, YYYY-MM-DD; today unless given"))(
        function
    )


def day_of(on: datetime | None, today: Callable[[], Any]) -> Any:
    """The day asked for, else the legal day."""
    return today() if on is None else on.date()


def say(text: str) -> None:
    """A sentence for the person."""
    click.echo(text, err=True)


def show_json(document: object) -> None:
    """The document, with its keys in the order given."""
    click.echo(orjson.dumps(document, option=orjson.OPT_INDENT_2).decode())


def answer_no() -> NoReturn:
    """Leave with 1: the answer is no."""
    raise click.exceptions.Exit(1)


def write(file: Path, content: bytes) -> None:
    """Write a file whole or not at all. Unusable if the place cannot be written."""
    partial = file.with_name(f".{file.name}.partial")
    try:
        partial.write_bytes(content)
        partial.replace(file)
    except OSError as error:
        raise Unusable(
            _("%(file)s cannot be written: %(why)s") % {"file": file, "why": error.strerror}
        ) from error


def beginning(file: Path, most: int) -> bytes:
    """At most so many bytes of a file; "-" is standard input. Unusable if it cannot be read."""
    try:
        with click.open_file(str(file), "rb") as opened:
            return bytes(opened.read(most))
    except OSError as error:
        raise Unusable(
            _("%(file)s cannot be read: %(why)s") % {"file": file, "why": error.strerror}
        ) from error


def read(file: Path, most: int) -> bytes:
    """A file's whole content. Unusable if it cannot be read or is larger than a number of bytes."""
    content = beginning(file, most + 1)
    if len(content) > most:
        raise Unusable(_("%(file)s is larger than %(most)s bytes.") % {"file": file, "most": most})
    return content
