"""The catalogue outside the web: texts of the command line, of jobs and of paper, Chinese first."""

import gettext
import os
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "templates" / "translations"
PARTS = FOLDER / "parts"
VARIABLES = ("YANGGUANG_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The texts of a language, "zh" or "en". The code itself is English, so that English needs none."""
    if language == "en":
        return gettext.NullTranslations()
    return gettext.translation("messages", FOLDER, ["zh"], fallback=True)


@cache
def terminal_language() -> str:
    """English where the terminal is English, Chinese otherwise."""
    said = next((os.environ[name] for name in VARIABLES if os.environ.get(name)), "")
    return "en" if said.lower().startswith("en") else "zh"


def _(message: str) -> str:
    """A text in the language of the terminal."""
    return catalogue(terminal_language()).gettext(message)
