"""The publisher: what it writes anybody can check, and it signs nothing that denies what it signed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from audits.log.check import Differs, check_folder
from audits.log.database import check_database
from audits.log.files import Folder, key_file, memory_file, published, state
from audits.log.publish import Denied, publish, signer
from audits.signature import BadKey, read_signer
from compliance.log.note import Misread
from compliance.log.tile import grown
from models.db import Database
from models.enter import note
from models.entry import Note
from tests import make


@pytest.fixture
def folder(log_folder: Path) -> Path:
    return log_folder


def act(database: Database, count: int = 1) -> None:
    with database.write() as db:
        for number in range(count):
            note(db, Note("test.act", make.MOMENT, {"number": number}))


def unguarded(database: Database, statement: str) -> None:
    """What somebody does who rules the database: triggers off, then the change."""
    with database.engine.execution_options(writing=True).begin() as connection:
        for table in ("decision_entry", "decision_body"):
            for event in ("update", "delete"):
                on = "" if database.is_sqlite else f" ON {table}"
                connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {table}_{event}{on}")
        connection.exec_driver_sql(statement)


def test_what_is_published_can_be_checked_by_anybody(
    database: Database, folder: Path, tmp_path: Path
) -> None:
    for count in (0, 1, 254, 1, 1, 300):
        act(database, count)
        publish(database)
        head = check_folder(Folder(folder), signer().verifier, tmp_path / "seen")
    assert head.size == 557
    assert check_database(database) == (557, 557)
    here = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert here >= {tile.path for tile in grown(0, 557)} | {"checkpoint"}
    assert [path for path in here if path.endswith(".partial")] == []
    assert state()["ok"] is True


def test_publishing_again_changes_nothing(sqlite_database: Database, folder: Path) -> None:
    act(sqlite_database, 3)
    assert publish(sqlite_database) == {"size": 3, "added": 3}
    before = (folder / "checkpoint").read_bytes()
    assert publish(sqlite_database) == {"size": 3, "added": 0}
    assert (folder / "checkpoint").read_bytes() == before


def test_the_key_is_readable_by_its_owner_only_and_used_only_then(folder: Path) -> None:
    made = signer()
    assert key_file().stat().st_mode & 0o777 == 0o600
    assert signer().verifier == made.verifier
    key_file().chmod(0o640)
    with pytest.raises(BadKey):
        signer()
    key_file().chmod(0o600)
    key_file().write_text("PRIVATE+KEY+name+00000000+AAAA")
    with pytest.raises(BadKey):
        read_signer(key_file())


def test_a_database_rolled_back_is_not_signed(database: Database, folder: Path) -> None:
    act(database, 5)
    publish(database)
    before = (folder / "checkpoint").read_bytes()
    unguarded(database, "DELETE FROM decision_body WHERE seq = 4")
    unguarded(database, "DELETE FROM decision_entry WHERE seq = 4")
    with pytest.raises(Denied, match="退回"):
        publish(database)
    assert (folder / "checkpoint").read_bytes() == before
    assert state()["ok"] is False
    with pytest.raises(Differs, match="shrank"):
        check_database(database)


def test_a_database_that_forked_is_not_signed(database: Database) -> None:
    act(database, 5)
    publish(database)
    unguarded(database, "DELETE FROM decision_body WHERE seq = 4")
    unguarded(database, "DELETE FROM decision_entry WHERE seq = 4")
    act(database, 3)
    with pytest.raises(Denied, match="分叉"):
        publish(database)


@pytest.mark.parametrize("thorough", [True, False])
def test_an_old_entry_that_changed_is_not_signed(database: Database, thorough: bool) -> None:
    act(database, 5)
    publish(database)
    unguarded(
        database, "UPDATE decision_entry SET text = replace(text, 'test.act', 'test.bad') WHERE seq = 1"
    )
    act(database)
    with pytest.raises(Denied):
        publish(database, thorough)


@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: path.write_bytes(b"x" * path.stat().st_size)])
def test_published_files_that_changed_are_not_built_upon(
    sqlite_database: Database, folder: Path, spoil: Callable[[Path], object]
) -> None:
    act(sqlite_database, 5)
    publish(sqlite_database)
    spoil(folder / "tile/0/000.p/5")
    act(sqlite_database)
    with pytest.raises(Denied):
        publish(sqlite_database)


def test_the_memory_beside_the_key_outlives_the_folder(sqlite_database: Database, folder: Path) -> None:
    """A backup that brings database and folder back together is still found."""
    act(sqlite_database, 2)
    publish(sqlite_database)
    old = (folder / "checkpoint").read_text()
    act(sqlite_database, 2)
    publish(sqlite_database)
    unguarded(sqlite_database, "DELETE FROM decision_body WHERE seq > 1")
    unguarded(sqlite_database, "DELETE FROM decision_entry WHERE seq > 1")
    (folder / "checkpoint").write_text(old)
    with pytest.raises(Denied, match="退回"):
        publish(sqlite_database)


def test_a_lost_key_is_not_replaced_in_silence(sqlite_database: Database) -> None:
    act(sqlite_database)
    publish(sqlite_database)
    key_file().unlink()
    with pytest.raises(Denied, match="密钥"):
        publish(sqlite_database)


def test_a_strangers_checkpoint_is_not_continued(sqlite_database: Database, tmp_path: Path) -> None:
    act(sqlite_database)
    publish(sqlite_database)
    key_file().unlink()
    memory = memory_file().read_text()
    memory_file().unlink()
    published().root.rename(tmp_path / "away")
    signer()
    memory_file().write_text(memory)
    with pytest.raises(Denied, match="不是本机关"):
        publish(sqlite_database)


def test_a_killed_publisher_leaves_the_old_checkpoint_or_the_new(
    sqlite_database: Database, folder: Path
) -> None:
    """Killed after the tiles and before the checkpoint: the next run goes on from the old one."""
    act(sqlite_database, 250)
    publish(sqlite_database)
    old, memory = (folder / "checkpoint").read_text(), memory_file().read_text()
    act(sqlite_database, 50)
    publish(sqlite_database)
    new = (folder / "checkpoint").read_text()
    (folder / "checkpoint").write_text(old)
    publish(sqlite_database)
    assert (folder / "checkpoint").read_text() == new
    (folder / "checkpoint").write_text(old)
    memory_file().write_text(memory)
    publish(sqlite_database)
    assert (folder / "checkpoint").read_text() == new


def test_a_note_of_another_key_does_not_pass(sqlite_database: Database, folder: Path, tmp_path: Path) -> None:
    act(sqlite_database)
    publish(sqlite_database)
    key_file().unlink()
    memory_file().unlink()
    (folder / "checkpoint").rename(tmp_path / "note")
    other = signer().verifier
    (tmp_path / "note").rename(folder / "checkpoint")
    with pytest.raises(Differs) as found:
        check_folder(Folder(folder), other, tmp_path / "seen")
    assert isinstance(found.value.__cause__, Misread)
