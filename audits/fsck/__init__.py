"""Every promise the database must keep, checked one by one (reliability.md 4.1). Nothing is changed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from audits.fsck import cases, draws, kept, lists, log, points, previews, walk
from audits.fsck.look import Found, Look
from compliance.facts import Said
from models.db import Database


@dataclass(frozen=True)
class Broken:
    """A promise that is not kept: which, by which row, in which way."""

    invariant: str
    row: str
    said: Said

    def as_json(self) -> dict[str, str]:
        """One entry of `fsck --json`."""
        return {"invariant": self.invariant, "row": self.row, "says": self.said.zh, "says_en": self.said.en}


INVARIANTS: Mapping[str, Callable[[Look], Found]] = {
    "I2.content": kept.documents_are_what_their_hash_says,
    "I2.reference": kept.every_document_belongs_to_a_row,
    "I3.report": walk.report_histories_are_legal,
    "I3.case": cases.histories_are_legal,
    "I5": cases.decisions_are_in_the_record,
    "I4.case": cases.no_case_is_opened_twice,
    "I8": lists.lists_are_what_was_decided,
    "I5.log": log.every_act_is_entered_as_it_stands,
    "I5.preview": previews.acts_are_entered_as_they_stand,
    "I6": log.the_log_is_whole,
    "I7": log.what_was_published_still_holds,
    "I9": points.points_are_the_sum_of_the_entries,
    "I10.decision": cases.nobody_decides_alone,
    "I10.signature": walk.nobody_signs_alone,
    "I11.report": walk.steps_are_taken_by_who_may,
    "I11.case": cases.moves_are_made_by_who_may,
    "I12": kept.no_run_is_left_lying,
    "I14.number": draws.plans_have_no_gap,
    "I14.result": draws.results_can_be_repeated,
    "preview": previews.none_is_published_too_early,
    "I16": cases.statement_periods_are_the_calendars,
    "I19": kept.figures_are_those_of_the_report,
    "series": kept.numbers_have_no_gap,
    "I18": kept.the_database_is_whole,
}


def check(database: Database, moment: datetime) -> Iterator[Broken]:
    """Every promise that is not kept, in one look at the database."""
    with database.read() as db:
        look = Look(database, db, moment)
        for name, invariant in INVARIANTS.items():
            for row, zh, en in invariant(look):
                yield Broken(name, row, Said(zh, en))
