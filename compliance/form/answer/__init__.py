"""What a cell says read as an answer: one file per type, each gives a value or says what is wrong with it."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from compliance.facts import Said, Severity

Given = int | str | bool | date | Decimal
"""An answer: money in fen and integers as int, shares as Decimal, choices by key."""

UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00a0\u3000"
"""Characters nobody sees, stripped at the ends of every answer."""
EDGES = UNSEEN + " \t\r\n\v\f"
MOST_FOUND = 40
BRIEF = 200
DIGITS = 18
TOO_LARGE = 10**DIGITS


@dataclass(frozen=True)
class Remark:
    """What there is to say about one answer; `expected` is what should stand there, if that is known."""

    severity: Severity
    rule: str
    said: Said
    expected: str = ""


@dataclass(frozen=True)
class Answer:
    """A value, or None where it cannot be read, with the remarks on it."""

    value: Given | None
    remarks: tuple[Remark, ...] = ()


def stop(rule: str, zh: str, en: str, expected: str = "") -> Answer:
    """No value, and why."""
    return Answer(None, (Remark(Severity.STOP, rule, Said(zh, en), expected),))


def advise(rule: str, zh: str, en: str, expected: str = "") -> Remark:
    """Something the sender should look at, though the value was read."""
    return Remark(Severity.ADVISE, rule, Said(zh, en), expected)


def plain(text: str) -> str:
    """Text of a code, number or day in its plain form: NFKC, unseen characters and outer space gone."""
    folded = unicodedata.normalize("NFKC", text)
    return "".join(letter for letter in folded if letter not in UNSEEN).strip()


def unsafe(text: str) -> bool:
    """Whether text holds what no database or page can carry: U+0000, controls, lone surrogates."""
    return UNSAFE.search(text) is not None


UNSAFE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def simple(value: Given | None) -> Given | None:
    """A number as its reader wants it: whole ones as int, those beyond any use as Decimal."""
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return value if abs(value) < TOO_LARGE else Decimal(value)
    if isinstance(value, Decimal) and value.is_finite() and value.adjusted() < DIGITS:
        return int(value) if value == value.to_integral_value() else value
    return value


def brief(value: object) -> str:
    """The beginning of a value as text, however large it is."""
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    if isinstance(value, int) and not isinstance(value, bool):
        value = simple(value)
    return str(value)[:BRIEF]


def found(value: object) -> str:
    """A value as a fault shows it: one line, unseen characters written out, at most 40 characters."""
    text = "".join(_visible(letter) for letter in brief(value)[: MOST_FOUND + 1])
    return text if len(text) <= MOST_FOUND else text[: MOST_FOUND - 1] + "…"


def _visible(letter: str) -> str:
    hidden = unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
    return f"[U+{ord(letter):04X}]" if hidden else letter
