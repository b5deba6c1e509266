"""What is loaded when: help needs no database and no web, and every layer keeps to its side."""

import subprocess
import sys

import pytest

LOADED = "import sys; {}; print(*sorted(sys.modules))"


def loaded(statement: str) -> set[str]:
    """The modules in memory after a statement in a fresh program."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED.format(statement)], check=True, capture_output=True, text=True
    )
    return set(done.stdout.split())


def test_help_loads_neither_database_nor_web_nor_columns() -> None:
    heavy = {"sqlalchemy", "flask", "polars", "openpyxl", "babel", "apscheduler", "sklearn", "weasyprint"}
    assert not heavy & loaded("import audits.cli")


@pytest.mark.parametrize(
    ("statement", "strangers"),
    [
        ("import compliance.judge", {"sqlalchemy", "flask", "models", "audits"}),
        ("import models.tables", {"flask", "audits", "weasyprint"}),
        ("import audits.jobs", {"flask", "apscheduler"}),
        ("import audits.web.wsgi", {"apscheduler", "sklearn", "weasyprint", "alembic"}),
    ],
)
def test_a_layer_does_not_load_what_it_does_not_need(statement: str, strangers: set[str]) -> None:
    assert not strangers & loaded(statement)
