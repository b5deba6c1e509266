"""What tests of commands stand on: a small simulated office that the commands find by configuration."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from audits import config
from audits.simulate import simulate
from models.db import Database

DAY = date(2026, 11, 23)


@pytest.fixture(scope="session")
def simulated(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a simulated office that no test changes."""
    file = tmp_path_factory.mktemp("simulated") / "office.db"
    file.write_bytes(sqlite_template.read_bytes())
    database = Database(f"sqlite:///{file}")
    list(simulate(database, 60, range(2024, 2026), 3, DAY))
    database.close()
    return file


@pytest.fixture
def office(simulated: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Database]:
    """A copy of it, which the commands find by configuration."""
    file = tmp_path / "office.db"
    file.write_bytes(simulated.read_bytes())
    monkeypatch.setenv("YANGGUANG_DATABASE_URL", f"sqlite:///{file}")
    monkeypatch.chdir(tmp_path)
    config.config.cache_clear()
    database = Database(f"sqlite:///{file}")
    yield database
    database.close()
    config.config.cache_clear()
