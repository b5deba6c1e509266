"""Every promise the database must keep, checked one by one (reliability.md 4.1). Nothing is changed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from compliance.facts import Said
from models import fsck, path
from models.account import Role
from models.case import Move
from models.db import Database, Session
from models.report import Took

OFFICERS = frozenset({Role.ADMINISTRATOR, Role.OFFICER, Role.APPROVER})
PATIENCE = timedelta(days=1)
"""How long an unfinished run may wait to be taken over."""
TAKEN_BY: Mapping[Took, frozenset[Role]] = {
    Took.SIGNED: frozenset({Role.SIGNER}),
    Took.SUBMITTED: frozenset({Role.PREPARER, Role.SIGNER}),
    Took.EXPLAINED: frozenset({Role.PREPARER, Role.SIGNER}),
    Took.ATTACHED: frozenset({Role.PREPARER, Role.SIGNER}),
    Took.CONSENTED: frozenset({Role.SUPERVISING_UNIT}),
    Took.DECLINED: frozenset({Role.SUPERVISING_UNIT}),
    Took.RETURNED: OFFICERS,
    Took.CONCLUDED: OFFICERS,
}
MADE_BY: Mapping[Move, frozenset[Role]] = {
    Move.NOTICED: OFFICERS,
    Move.PROPOSED: OFFICERS,
    Move.DECIDED: OFFICERS,
    Move.DISMISSED: OFFICERS,
}


@dataclass(frozen=True)
class Broken:
    """A promise that is not kept: which, by which row, in which way."""

    invariant: str
    row: str
    said: Said

    def as_json(self) -> dict[str, str]:
        """One entry of `fsck --json`."""
        return {"invariant": self.invariant, "row": self.row, "says": self.said.zh, "says_en": self.said.en}


@dataclass(frozen=True)
class Look:
    """What an invariant looks at: one reading transaction, at a moment."""

    database: Database
    db: Session
    moment: datetime


Found = Iterator[tuple[str, str, str]]
"""Row, and what is wrong with it in Chinese and English."""


def documents_are_what_their_hash_says(look: Look) -> Found:
    """I2: a kept file has the content and the size it was kept with."""
    for digest, content, size in fsck.documents(look.db):
        if sha256(content).hexdigest() != digest or len(content) != size:
            yield f"document {digest}", "内容与散列值或大小不符", "its content differs from its hash or size"


def every_document_belongs_to_a_row(look: Look) -> Found:
    """I2: no file is kept that nothing refers to."""
    for digest in fsck.stray_documents(look.db):
        yield f"document {digest}", "没有任何记录引用此文件", "nothing refers to this file"


def report_histories_are_legal(look: Look) -> Found:
    """I3: the steps of a report follow the published path."""
    for report, steps in fsck.report_histories(look.db):
        if wrong := path.report_misstep(steps):
            yield (
                f"report {report}",
                f"步骤不合法：{wrong[0]} → {wrong[1]}",
                f"illegal: {wrong[0]} -> {wrong[1]}",
            )


def case_histories_are_legal(look: Look) -> Found:
    """I3: the moves of a case follow the published path."""
    for number, moves in fsck.case_histories(look.db):
        if wrong := path.misstep(path.CASE, moves):
            yield (
                f"case {number}",
                f"步骤不合法：{wrong[0]} → {wrong[1]}",
                f"illegal: {wrong[0]} -> {wrong[1]}",
            )


def nobody_decides_alone(look: Look) -> Found:
    """I10: who proposes does not decide."""
    for number in fsck.decided_alone(look.db):
        yield f"case {number}", "提出人与决定人是同一人", "one person both proposed and decided"


def nobody_signs_alone(look: Look) -> Found:
    """I10: who prepares a report does not sign it."""
    for report in fsck.signed_alone(look.db):
        yield f"report {report}", "填报人与签署人是同一人", "one person both prepared and signed"


def steps_are_taken_by_who_may(look: Look) -> Found:
    """I11: a person's step carries a person of that role, the system's none."""
    for step, took, role in fsck.steps_by(look.db):
        if took in TAKEN_BY and role is not None and role not in TAKEN_BY[took]:
            yield f"step {step}", f"{took} 不应由 {role} 作出", f"{took} is not for {role}"


def moves_are_made_by_who_may(look: Look) -> Found:
    """I11: the office's moves carry an officer."""
    for move, what, role in fsck.moves_by(look.db):
        if what in MADE_BY and role not in MADE_BY[what]:
            yield f"case_move {move}", f"{what} 不应由 {role} 作出", f"{what} is not for {role}"


def no_run_is_left_lying(look: Look) -> Found:
    """I12: no unfinished run is older than a day."""
    for job, period in fsck.orphans(look.db, look.moment - PATIENCE):
        yield f"job_run {job} {period}", "未完成且无人接手", "unfinished, and nobody took it over"


def the_database_is_whole(look: Look) -> Found:
    """I18: pages, indexes and references, by the database's own check."""
    for what in fsck.damage(look.database, look.db):
        yield what, "数据库自检不通过", "the database's own check fails"


INVARIANTS: Mapping[str, Callable[[Look], Found]] = {
    "I2.content": documents_are_what_their_hash_says,
    "I2.reference": every_document_belongs_to_a_row,
    "I3.report": report_histories_are_legal,
    "I3.case": case_histories_are_legal,
    "I10.decision": nobody_decides_alone,
    "I10.signature": nobody_signs_alone,
    "I11.report": steps_are_taken_by_who_may,
    "I11.case": moves_are_made_by_who_may,
    "I12": no_run_is_left_lying,
    "I18": the_database_is_whole,
}


def check(database: Database, moment: datetime) -> Iterator[Broken]:
    """Every promise that is not kept, in one look at the database."""
    with database.read() as db:
        look = Look(database, db, moment)
        for name, invariant in INVARIANTS.items():
            for row, zh, en in invariant(look):
                yield Broken(name, row, Said(zh, en))
