"""A restored backup is older than what was published: the log goes on openly, and says what was lost."""

from pathlib import Path

import pytest

from audits import backup, fsck
from audits.log.database import check_database
from audits.log.publish import Denied, publish
from audits.log.restore import bring_back
from compliance.act import RESTORED
from compliance.log.entry import read
from models import entry
from models.db import Database
from tests import make
from tests.audits.log.test_publish import act


def test_entries_newer_than_the_backup_are_put_back(database: Database, tmp_path: Path) -> None:
    act(database, 3)
    publish(database)
    backup.backup(database, tmp_path / "backup")
    act(database, 300)
    publish(database)
    backup.restore(database, tmp_path / "backup", replace=True)
    with pytest.raises(Denied, match="退回"):
        publish(database)
    assert bring_back(database) == 300
    assert bring_back(database) == 0
    act(database)
    assert publish(database) == {"size": 305, "added": 2}
    assert check_database(database) == (305, 305)
    assert list(fsck.check(database, make.MOMENT)) == []
    with database.read() as db:
        assert [read(line).type for _, line, _ in entry.lines(db, 303)] == [RESTORED, "test.act"]


def test_acts_entered_after_the_restore_cannot_be_joined(database: Database, tmp_path: Path) -> None:
    act(database, 3)
    publish(database)
    backup.backup(database, tmp_path / "backup")
    act(database, 3)
    publish(database)
    backup.restore(database, tmp_path / "backup", replace=True)
    act(database)
    with pytest.raises(Denied, match="不能合并"):
        bring_back(database)


def test_without_a_published_log_there_is_nothing_to_put_back(sqlite_database: Database) -> None:
    act(sqlite_database, 3)
    assert bring_back(sqlite_database) == 0
