"""The commands: they say what is missing, and write the page."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from audits import config
from audits.cli import run


@pytest.fixture(autouse=True)
def installation(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("YANGGUANG_DATABASE_URL", sqlite_url)
    config.config.cache_clear()
    yield
    config.config.cache_clear()


def test_nothing_is_scored_before_a_model_is_trained(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["risk", "score"]) == 1
    assert "risk train" in capsys.readouterr().err
    assert run(["risk", "train"]) == 1
    assert "three seasons" in capsys.readouterr().err


def test_the_page_is_written_in_both_languages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["risk", "report", "--panels", "nowhere"]) == 2
    assert run(["risk", "report", "-o", "page"]) == 0
    assert "index.html" in capsys.readouterr().err
    assert "尚未训练模型" in (tmp_path / "page" / "index.html").read_text(encoding="utf-8")
    assert "No model has been trained yet" in (tmp_path / "page" / "en.html").read_text(encoding="utf-8")
