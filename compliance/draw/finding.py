"""What a visit found: one inspector enters it, another of those who went confirms it, else an officer settles it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from compliance.facts import Said


class Outcome(StrEnum):
    """What came of a visit. Nobody there, or no answer, is an outcome of its own and never a fault."""

    CLEAR = "clear"
    FOUND = "found"
    NO_ANSWER = "no_answer"


class Word(StrEnum):
    """What is said in a row: entered and confirmed or disputed by inspectors, settled by an officer."""

    ENTERED = "entered"
    CONFIRMED = "confirmed"
    DISPUTED = "disputed"
    SETTLED = "settled"


OUTCOME_NAMES: Mapping[Outcome, Said] = {
    Outcome.CLEAR: Said("未发现问题", "No problem found"),
    Outcome.FOUND: Said("发现问题", "Problems found"),
    Outcome.NO_ANSWER: Said("未配合或者无人应答", "Did not answer"),
}
WORD_NAMES: Mapping[Word, Said] = {
    Word.ENTERED: Said("已录入，待同行人员确认", "Entered, to be confirmed by whoever went along"),
    Word.CONFIRMED: Said("已确认", "Confirmed"),
    Word.DISPUTED: Said("同行人员有不同意见，待工作人员裁定", "Disputed, to be settled by an officer"),
    Word.SETTLED: Said("已裁定", "Settled"),
}
FINAL = (Word.CONFIRMED, Word.SETTLED)


@dataclass(frozen=True)
class Row:
    """A row about one visit, oldest first: what was said, by which inspector ("" for an officer)."""

    word: Word
    outcome: Outcome
    inspector: str


@dataclass(frozen=True)
class Standing:
    """Where the finding of a visit stands; `outcome` is that of the last row that says one."""

    word: Word | None = None
    outcome: Outcome | None = None
    by: str = ""

    @property
    def final(self) -> bool:
        """Whether it counts: confirmed by two, or settled."""
        return self.word in FINAL


def standing(rows: Sequence[Row]) -> Standing:
    """What the rows of a visit add up to."""
    if not rows:
        return Standing()
    entered = next((row for row in reversed(rows) if row.word in (Word.ENTERED, Word.SETTLED)), rows[-1])
    return Standing(rows[-1].word, entered.outcome, entered.inspector)


def may(here: Standing, word: Word, inspector: str, went: Sequence[str]) -> bool:
    """Whether a word may come next from an inspector of those who went; an officer's ("") only settles.

    Who went alone cannot be confirmed: then an officer settles what he entered.
    """
    if here.final:
        return False
    if word is Word.SETTLED:
        return not inspector and (
            here.word is Word.DISPUTED or (here.word is Word.ENTERED and len(went) == 1)
        )
    if inspector not in went:
        return False
    if word is Word.ENTERED:
        return here.word is None or (here.word is Word.ENTERED and here.by == inspector)
    return here.word is Word.ENTERED and here.by != inspector
