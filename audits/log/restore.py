"""After a backup was brought back: the entries published since then are put back, openly, by an entry of their own."""

from audits.log import note
from audits.log.check import entries
from audits.log.files import Folder, published
from audits.log.publish import Denied, last_signed, signer
from compliance.act import RESTORED
from compliance.log.note import Checkpoint
from compliance.log.tree import leaf, root
from models import entry
from models.db import Database, Session


def bring_back(database: Database) -> int:
    """Put back what was published and is missing; gives how many entries. Their bodies are lost and stay so.

    Denied where the database went its own way since then: nothing can make one log of two.
    """
    folder = published()
    if folder.checkpoint() is None:
        return 0
    head, _ = last_signed(signer())
    with database.write() as db:
        size = entry.size(db)
        if size >= head.size:
            return 0
        lines = _published(folder, head)
        _hold(db, lines)
        entry.put_back(db, lines[size:], size)
        note(db, RESTORED, None, {"from": size, "to": head.size})
    return head.size - size


def _published(folder: Folder, head: Checkpoint) -> list[bytes]:
    lines = list(entries(folder, head.size))
    if root(leaf(line) for line in lines) != head.root:
        raise Denied(
            "已发布的日志文件与已签署的检查点不符，不能据此补回。",
            "The published files are not those that were signed: nothing can be put back from them.",
        )
    return lines


def _hold(db: Session, lines: list[bytes]) -> None:
    for seq, line, _ in entry.lines(db):
        if line != lines[seq]:
            raise Denied(
                f"数据库第 {seq} 条与已发布的不同：恢复后又有新记录，不能合并。",
                f"Entry {seq} differs from the published one: acts were entered after the restore.",
            )
