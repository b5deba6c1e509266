"""Planted changes: 1,000 of 1,000 are found, in the database and in what is published, by whoever looks again."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy import text

from audits.log.check import Differs, Log, check_folder, wanted
from audits.log.database import check_entries
from audits.log.files import CHECKPOINT, Folder
from audits.signature import Signer, make_signer
from compliance.log.edge import Edge
from compliance.log.entry import Entry, commit, read
from compliance.log.note import Checkpoint
from compliance.log.tile import Tile
from compliance.log.tree import leaf
from models import entry
from models.db import Database, Session
from models.enter import note
from models.entry import Note
from tests import make

IN_DATABASE, PUBLISHED = 550, 450
SIZE = 30


def made(seq: int, salt: int = 0) -> bytes:
    """A sound line that nobody entered."""
    return Entry(seq, "test.act", make.MOMENT, commit(bytes([salt]) * 32, b"{}")).line()


def pair(draw: random.Random, size: int = SIZE) -> tuple[int, int]:
    one, other = draw.sample(range(size), 2)
    return one, other


def put(db: Session, seq: int, line: bytes) -> None:
    """A line in place of an entry, with the hash that belongs to it."""
    db.execute(
        text("UPDATE decision_entry SET text = :text, leaf = :leaf WHERE seq = :seq"),
        {"text": line.decode(), "leaf": leaf(line), "seq": seq},
    )


def drop(db: Session, where: str) -> None:
    for table in ("decision_body", "decision_entry"):
        db.execute(text(f"DELETE FROM {table} WHERE {where}"))


def edited(db: Session, draw: random.Random) -> None:
    """Another act in place of one, with everything that belongs to it but the root."""
    seq, salt = draw.randrange(SIZE), draw.randrange(256)
    put(db, seq, made(seq, salt))
    body = {"seq": seq, "salt": bytes([salt]) * 32, "text": "{}"}
    db.execute(text("UPDATE decision_body SET salt = :salt, text = :text WHERE seq = :seq"), body)


def edited_text_alone(db: Session, draw: random.Random) -> None:
    seq, line = draw.randrange(SIZE), made(draw.randrange(SIZE), draw.randrange(1, 256))
    db.execute(text("UPDATE decision_entry SET text = :t WHERE seq = :s"), {"t": line.decode(), "s": seq})


def edited_hash_alone(db: Session, draw: random.Random) -> None:
    seq = draw.randrange(SIZE)
    db.execute(
        text("UPDATE decision_entry SET leaf = :l WHERE seq = :s"), {"l": draw.randbytes(32), "s": seq}
    )


def edited_body(db: Session, draw: random.Random) -> None:
    seq = draw.randrange(SIZE)
    body = {"s": seq, "t": f'{{"number":{draw.randrange(100, 999)}}}'}
    db.execute(text("UPDATE decision_body SET text = :t WHERE seq = :s"), body)


def erased_in_silence(db: Session, draw: random.Random) -> None:
    seq = draw.randrange(SIZE)
    db.execute(text("UPDATE decision_body SET text = NULL, salt = NULL WHERE seq = :s"), {"s": seq})


def spoiled_salt(db: Session, draw: random.Random) -> None:
    salt = {"s": draw.randrange(SIZE), "salt": draw.randbytes(draw.choice((0, 31, 32, 33)))}
    db.execute(text("UPDATE decision_body SET salt = :salt WHERE seq = :s"), salt)


def lost_body(db: Session, draw: random.Random) -> None:
    db.execute(text("DELETE FROM decision_body WHERE seq = :s"), {"s": draw.randrange(SIZE)})


def deleted(db: Session, draw: random.Random) -> None:
    drop(db, f"seq = {draw.randrange(SIZE)}")


def reordered(db: Session, draw: random.Random) -> None:
    """Two acts change places, each renumbered so that it looks right."""
    one, other = pair(draw)
    lines = {seq: read(line) for seq, line, _ in entry.lines(db)}
    put(db, one, replace(lines[other], seq=one).line())
    put(db, other, replace(lines[one], seq=other).line())


def inserted(db: Session, draw: random.Random) -> None:
    """An act slipped in between: what follows moves up by one."""
    place, lines = draw.randrange(SIZE), [line for _, line, _ in entry.lines(db)]
    entry.put_back(db, [made(SIZE)], SIZE)
    moved = [replace(read(line), seq=seq + 1).line() for seq, line in enumerate(lines[place:], place)]
    for seq, line in enumerate([made(place), *moved], place):
        put(db, seq, line)


def truncated(db: Session, draw: random.Random) -> None:
    drop(db, f"seq >= {draw.randrange(SIZE)}")


def forked(db: Session, draw: random.Random) -> None:
    """Rolled back to some size, and grown past the old one by other acts."""
    size = draw.randrange(SIZE)
    drop(db, f"seq >= {size}")
    entry.append(
        db, [Note("test.act", make.MOMENT, {"other": n}) for n in range(SIZE - size + draw.randrange(3))]
    )


PLANTS: tuple[Callable[[Session, random.Random], None], ...] = (
    edited, edited_text_alone, edited_hash_alone, edited_body, erased_in_silence, spoiled_salt, lost_body, deleted,
    reordered, inserted, truncated, forked,
)  # fmt: skip


def test_every_change_planted_in_the_database_is_found(sqlite_database: Database) -> None:
    with sqlite_database.write() as db:
        for number in range(SIZE):
            note(db, Note("test.act", make.MOMENT, {"number": number}))
    with sqlite_database.write() as db:
        for table in ("decision_entry", "decision_body"):
            for what in ("update", "delete"):
                db.execute(text(f"DROP TRIGGER {table}_{what}"))
    with sqlite_database.read() as db:
        log = Log(wanted(()))
        check_entries(db, log)
        signed = [("signed", Checkpoint("log", SIZE, log.edge.root()))]
    found = []
    for number in range(IN_DATABASE):
        draw, plant = random.Random(number), PLANTS[number % len(PLANTS)]
        with sqlite_database.read() as db:
            plant(db, draw)
            try:
                check_entries(db, Log(wanted(signed)))
            except Differs as wrong:
                found.append((plant.__name__, wrong.where))
            db.rollback()
    assert len(found) == IN_DATABASE, sorted({one.__name__ for one in PLANTS} - {name for name, _ in found})
    with sqlite_database.read() as db:
        assert check_entries(db, Log(wanted(signed))) == SIZE


@dataclass(frozen=True, eq=False)
class Memory(Folder):
    """A published log that is not on disk."""

    files: dict[str, bytes] = field(default_factory=dict)

    def read(self, tile: Tile) -> bytes:
        if tile.path not in self.files:
            raise FileNotFoundError(tile.path)
        return self.files[tile.path]

    def checkpoint(self) -> str | None:
        note = self.files.get(CHECKPOINT)
        return None if note is None else note.decode(errors="replace")


def published(lines: list[bytes], by: Signer) -> Memory:
    """What the office publishes of some lines, true or not."""
    edge, folder = Edge(), Memory(Path())
    for line in lines:
        folder.files.update({tile.path: content for tile, content in edge.add(line)})
    folder.files.update({tile.path: content for tile, content in edge.partial()})
    folder.files[CHECKPOINT] = by.sign(Checkpoint(by.name, edge.size, edge.root()).text).encode()
    return folder


def spoiled_file(lines: list[bytes], by: Signer, draw: random.Random) -> Memory:
    folder = published(lines, by)
    name = draw.choice(sorted(folder.files))
    content = bytearray(folder.files[name])
    content[draw.randrange(len(content))] ^= 1 << draw.randrange(8)
    folder.files[name] = bytes(content)
    return folder


def missing_file(lines: list[bytes], by: Signer, draw: random.Random) -> Memory:
    folder = published(lines, by)
    del folder.files[draw.choice(sorted(folder.files))]
    return folder


def rewritten(lines: list[bytes], by: Signer, draw: random.Random) -> Memory:
    """The office itself changes an entry and signs the new root."""
    seq = draw.randrange(len(lines))
    return published([*lines[:seq], made(seq, (seq + draw.randrange(1, 256)) % 256), *lines[seq + 1 :]], by)


def reshuffled(lines: list[bytes], by: Signer, draw: random.Random) -> Memory:
    one, other = pair(draw, len(lines))
    changed = list(lines)
    changed[one], changed[other] = (
        replace(read(lines[a]), seq=b).line() for a, b in ((other, one), (one, other))
    )
    return published(changed, by)


def shortened(lines: list[bytes], by: Signer, draw: random.Random) -> Memory:
    return published(lines[: draw.randrange(len(lines))], by)


def gone_another_way(lines: list[bytes], by: Signer, draw: random.Random) -> Memory:
    size = draw.randrange(len(lines))
    return published(
        [*lines[:size], *(made(seq, seq % 256 ^ 1) for seq in range(size, len(lines) + draw.randrange(5)))],
        by,
    )


REWRITES = (spoiled_file, missing_file, rewritten, reshuffled, shortened, gone_another_way)


def test_every_change_of_what_was_published_is_found_by_who_saw_it_before(tmp_path: Path) -> None:
    by = make_signer(tmp_path / "key", "log.example")
    lines = [made(seq, seq % 256) for seq in range(300)]
    seen = tmp_path / "seen"
    check_folder(published(lines, by), by.verifier, seen)
    before, found = seen.read_bytes(), 0
    for number in range(PUBLISHED):
        draw, plant = random.Random(number), REWRITES[number % len(REWRITES)]
        try:
            check_folder(plant(lines, by, draw), by.verifier, seen)
        except Differs:
            found += 1
    assert found == PUBLISHED
    assert seen.read_bytes() == before
    check_folder(published([*lines, made(300)], by), by.verifier, seen)
