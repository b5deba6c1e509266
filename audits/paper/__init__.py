"""Paper: templates filled here, made into PDF by a child process that can reach neither network nor files."""

import json
import subprocess
import sys
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from audits.config import zone
from audits.words import catalogue

Attached = Mapping[str, bytes]
"""Files that go with a paper, by name."""
TEMPLATES = Path(__file__).parents[2] / "templates"
START_SECONDS, SECONDS_EACH = 15, 15
"""The child's time to load, and for each document."""


class PaperFault(Exception):
    """The child made no PDF: too slow, too large, or it failed. The decision stands; printing is tried again."""


@cache
def environment(language: str) -> Environment:
    """The templates in a language: escaped, strict about names, translated by the common catalogue."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.install_gettext_translations(catalogue(language), newstyle=True)  # type: ignore[attr-defined]
    made.filters["day"] = said_day if language == "en" else chinese_day
    made.filters["moment"] = moment
    made.globals["language"] = language
    return made


def chinese_day(day: date) -> str:
    """A day as official papers write it: 2026年7月1日."""
    return f"{day.year}年{day.month}月{day.day}日"


def said_day(day: date) -> str:
    """A day in English: 1 July 2026."""
    return f"{day.day} {day:%B %Y}"


def moment(at: datetime) -> str:
    """A moment in the legal time zone and in UTC."""
    here = at.astimezone(zone())
    return f"{here:%Y-%m-%d %H:%M:%S} ({zone().key}), {at:%Y-%m-%dT%H:%M:%SZ}"


def html(name: str, context: Mapping[str, Any], language: str = "zh") -> str:
    """A paper as a page: `name` is a template of templates/paper without ".html"."""
    return environment(language).get_template(f"paper/{name}.html").render(context)


def pdf(name: str, context: Mapping[str, Any], language: str = "zh") -> bytes:
    """A paper as tagged PDF (PDF/UA-1). PaperFault if it could not be made."""
    return pdfs([html(name, context, language)])[0]


def pdfs(pages: Sequence[str], files: Sequence[Attached] = ()) -> list[bytes]:
    """Several papers by one child, each from its page, with the files that go with it if there are any.

    PaperFault if any could not be made.
    """
    all_files = files or [{} for _ in pages]
    wanted = [
        [page, {name: _text(content) for name, content in some.items()}]
        for page, some in zip(pages, all_files, strict=True)
    ]
    command = [sys.executable, "-m", "audits.paper"]
    allowed = START_SECONDS + SECONDS_EACH * len(pages)
    try:
        done = subprocess.run(
            command, input=json.dumps(wanted).encode(), capture_output=True, timeout=allowed, check=True
        )
        return [b64decode(text) for text in json.loads(done.stdout)]
    except (subprocess.SubprocessError, OSError, ValueError) as error:
        raise PaperFault(type(error).__name__) from error


def _text(content: bytes) -> str:
    return b64encode(content).decode()
