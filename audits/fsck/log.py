"""Invariants of the decision log: every act has its entry, every entry its act, and nothing was changed."""

from audits.fsck.look import Found, Look
from audits.log.check import Differs, Log, wanted
from audits.log.database import check_entries, signed_heads
from compliance.log.entry import canonical
from models import entry
from models.entry import AT_ONCE, Note
from models.legal import SOURCES, acts


def every_act_is_entered_as_it_stands(look: Look) -> Found:
    """I5: every row with legal effect has its entry, whose body says what the row says; and no entry lost its row."""
    known: set[str] = set()
    for table in SOURCES:
        batch: list[Note] = []
        for one in acts(look.db, table):
            known.add(str(one.subject))
            batch.append(one)
            if len(batch) == AT_ONCE:
                yield from _entered(look, batch)
                batch = []
        yield from _entered(look, batch)
    tables = {table.__tablename__ for table in SOURCES}
    for seq, subject in entry.subjects(look.db):
        if subject.partition("/")[0] in tables and subject not in known:
            yield (
                subject,
                f"日志第 {seq} 条记载了它，但它已不在",
                f"entry {seq} of the log tells of it, and it is gone",
            )


def _entered(look: Look, batch: list[Note]) -> Found:
    found = entry.bodies_of(look.db, [str(one.subject) for one in batch])
    for one in batch:
        body = found.get(str(one.subject))
        if body is None:
            yield str(one.subject), "没有日志记录", "it has no entry in the log"
        elif body.text is not None and body.text.encode() != canonical(one.body):
            yield (
                str(one.subject),
                f"与日志第 {body.seq} 条不符",
                f"it is not as entry {body.seq} of the log has it",
            )


def the_log_is_whole(look: Look) -> Found:
    """I6: entries without a gap, each with its hash, each body as committed to, or erased as the log tells."""
    try:
        check_entries(look.db, Log(wanted(())))
    except Differs as wrong:
        yield f"log {wrong.where}", wrong.said.zh, wrong.said.en


def what_was_published_still_holds(look: Look) -> Found:
    """I7: what was signed last is a beginning of the log."""
    try:
        log = Log(wanted(signed_heads()))
        for _, line, _ in entry.lines(look.db, 0, max(log.wanted)):
            log.take(line)
        log.end()
    except Differs as wrong:
        yield f"log {wrong.where}", wrong.said.zh, wrong.said.en
