"""How a provision is written down: an act, its dated texts with their articles, and rules that cite them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from polars import Expr, lit

from compliance.facts import Said, Severity
from compliance.law.numeral import placed

T = TypeVar("T")


HOUSE = Said("本登记管理机关公布", "published by this registrar")
"""What stands for a document number where an instrument is this office's own table."""


@dataclass(frozen=True)
class Act:
    """A legal instrument. `number` is its document number (文号); `source` says where its text was read."""

    key: str
    name: Said
    number: str
    source: str = ""

    @property
    def issued(self) -> Said:
        """Its document number, which is a name and stays Chinese, or that it is this office's own."""
        return HOUSE if self.number == HOUSE.zh else Said(self.number, self.number)


@dataclass(frozen=True)
class Cite:
    """Act and article as in force on the day asked about. `article` is written "61", "8(1)" or "附表(1)".

    It is empty where only the act is known: no number is made up. `also` is a provision that says the same
    and is cited before this one, such as the law above a ministry's standard.
    """

    act: Act
    article: str
    also: "Cite | None" = None

    @property
    def said(self) -> Said:
        """The citation as a decision prints it, in both languages."""
        number = f"（{self.act.number}）" if self.act.number else ""
        place = placed(self.article)
        one = Said(f"《{self.act.name.zh}》{number}{place.zh}", f"{self.act.name.en} {place.en}".rstrip())
        if self.also is None:
            return one
        above = self.also.said
        return Said(f"{above.zh}；{one.zh}", f"{above.en}; {one.en}")

    def __str__(self) -> str:
        return self.said.zh


@dataclass(frozen=True)
class Text(Generic[T]):
    """One version of a provision: since when, which article of which act, which value."""

    since: date
    cite: Cite
    value: T
    confirmed: bool = True


@dataclass(frozen=True)
class Version(Generic[T]):
    """How a version is written in an instrument's file. `act` only where the provision moved to another act,
    `also` only where a second provision is cited with it.
    """

    since: date
    article: str
    value: T
    confirmed: bool = True
    act: Act | None = None
    also: Cite | None = None


class Dated(Generic[T]):
    """A provision with every version it has had. `label` is what the public law page calls it."""

    def __init__(self, act: Act, label: Said, *versions: Version[T]) -> None:
        self.act = act
        self.label = label
        ordered = sorted(versions, key=lambda version: version.since)
        self.texts = tuple(
            Text(v.since, Cite(v.act or act, v.article, v.also), v.value, v.confirmed) for v in ordered
        )

    def on(self, day: date) -> Text[T] | None:
        """The version in force on a day; None before the first."""
        return next((text for text in reversed(self.texts) if text.since <= day), None)


@dataclass(frozen=True)
class Share:
    """A share as two whole numbers, compared without rounding: 10 per cent is Share(10)."""

    part: int
    of: int = 100

    def over(self, amount: Expr, base: Expr) -> Expr:
        """True where `amount` is more than this share of `base` (both whole fen); equality is not over."""
        return amount * self.of > base * self.part

    def under(self, amount: Expr, base: Expr) -> Expr:
        """True where `amount` is less than this share of `base` (both whole fen); equality is not under."""
        return amount * self.of < base * self.part

    def __str__(self) -> str:
        plain = self.part * 10_000 % self.of == 0
        return f"{self.part * 100 / self.of:g}%" if plain else f"{self.part}/{self.of}"


@dataclass(frozen=True)
class Excuse:
    """Under which provision a rule not met may be accepted, and the lines of a report that say why.

    `claimed` is the yes-or-no line, `reason` its text, `since` the day from which the provision's period of
    grace runs; a provision without a period has none.
    """

    provision: Dated[Any]
    claimed: str
    reason: str
    since: str = ""


BY_CALCULATION = Said("按计算应为", "by calculation")


@dataclass(frozen=True, eq=False)  # expressions cannot be compared
class Rule(Generic[T]):
    """A rule on reports: an expression that is true where the rule is broken and null where it cannot tell.

    `name` as in contract 4 (`spending.management_cap`), `says` what the public reads, `binds` whom it
    binds, `provision` the dated value it applies. `broken(value)` is built for the text in force. `at` is
    the line to look at, `expects(value)` what would have to stand there, in fen; `against` is how that figure
    is introduced where it is not what has to stand there but what it is held against.
    """

    name: str
    says: Said
    provision: Dated[T]
    binds: Expr
    broken: Callable[[T], Expr]
    severity: Severity = Severity.EXPLAIN
    at: str = ""
    expects: Callable[[T], Expr] | None = None
    against: Said = BY_CALCULATION
    excuse: Excuse | None = None

    def on(self, day: date) -> tuple[Text[T], Expr] | None:
        """Text in force on a day and the expression that is true where it is broken."""
        text = self.provision.on(day)
        return None if text is None else (text, self.binds & self.broken(text.value))


def rule(
    name: str,
    provision: Dated[T],
    zh: str,
    *,
    at: str = "",
    binds: Expr | None = None,
    severity: Severity = Severity.EXPLAIN,
    expects: Callable[[T], Expr] | None = None,
) -> Callable[[Callable[[T], Expr]], Rule[T]]:
    """Make a rule of an expression: its docstring is the English text, `zh` the Chinese."""

    def make(broken: Callable[[T], Expr]) -> Rule[T]:
        says = Said(zh, " ".join((broken.__doc__ or "").split()))
        whom = lit(True) if binds is None else binds
        return Rule(name, says, provision, whom, broken, severity, at, expects)

    return make


def needs(expression: Expr) -> list[str]:
    """The columns an expression rests on, read from the expression itself."""
    return expression.meta.root_names()
