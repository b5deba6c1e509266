"""The words of the law as types. Money is whole fen; a day is a legal day in Asia/Shanghai."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import NamedTuple

MOST_FEN = 10**15
"""No single amount is larger: ten trillion yuan. Keeps every product of the rules inside 64 bits."""


class Said(NamedTuple):
    """One text in both languages."""

    zh: str
    en: str

    def on(self, language: str) -> str:
        """The text in a language: English where asked for, Chinese otherwise."""
        return self.en if language == "en" else self.zh


class Kind(StrEnum):
    """The three kinds of social organization (社会团体, 社会服务机构, 基金会)."""

    ASSOCIATION = "association"
    SERVICE_INSTITUTION = "service_institution"
    FOUNDATION = "foundation"


class Level(StrEnum):
    """The level of a registrar, highest first."""

    MINISTRY = "ministry"
    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"


class Conclusion(StrEnum):
    """Conclusion of an annual inspection (合格, 基本合格, 不合格)."""

    QUALIFIED = "qualified"
    BASICALLY_QUALIFIED = "basically_qualified"
    UNQUALIFIED = "unqualified"


class Register(StrEnum):
    """The two lists of order 60: 活动异常名录 and 严重违法失信名单."""

    ANOMALY = "anomaly"
    SERIOUS = "serious"


class Grade(StrEnum):
    """Credit grade of the house table."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


KIND_NAMES: Mapping[Kind, Said] = {
    Kind.ASSOCIATION: Said("社会团体", "Association"),
    Kind.SERVICE_INSTITUTION: Said("社会服务机构", "Service institution"),
    Kind.FOUNDATION: Said("基金会", "Foundation"),
}
LEVEL_NAMES: Mapping[Level, Said] = {
    Level.MINISTRY: Said("部级", "Ministry"),
    Level.PROVINCE: Said("省级", "Province"),
    Level.CITY: Said("市级", "City"),
    Level.COUNTY: Said("县级", "County"),
}
CONCLUSION_NAMES: Mapping[Conclusion, Said] = {
    Conclusion.QUALIFIED: Said("合格", "Qualified"),
    Conclusion.BASICALLY_QUALIFIED: Said("基本合格", "Basically qualified"),
    Conclusion.UNQUALIFIED: Said("不合格", "Unqualified"),
}
REGISTER_NAMES: Mapping[Register, Said] = {
    Register.ANOMALY: Said("活动异常名录", "Activity-anomaly list"),
    Register.SERIOUS: Said("严重违法失信名单", "Serious-dishonesty list"),
}


def fen(text: str) -> int:
    """Yuan as written ("1234.50") in fen. ValueError if it is no exact amount within MOST_FEN."""
    try:
        amount = Decimal(text) * 100
    except InvalidOperation as error:
        raise ValueError(text) from error
    if not amount.is_finite() or amount != amount.to_integral_value() or abs(amount) > MOST_FEN:
        raise ValueError(text)
    return int(amount)


def yuan(amount: int) -> str:
    """Fen as yuan with two decimals, the form of every JSON document: 123450 gives "1234.50"."""
    sign = "-" if amount < 0 else ""
    return f"{sign}{abs(amount) // 100}.{abs(amount) % 100:02d}"


@dataclass(frozen=True)
class Organization:
    """What the law needs to know of an organization itself. `original_fund` in fen."""

    code: str
    name: str
    kind: Kind
    level: Level
    registered_on: date
    charity_since: date | None = None
    fundraising_since: date | None = None
    supervised: bool = True
    original_fund: int | None = None

    def is_charity(self, day: date) -> bool:
        """Registered or recognised as a charity (慈善组织) on a day."""
        return self.charity_since is not None and self.charity_since <= day

    def raises_funds(self, day: date) -> bool:
        """Holds the public-fundraising qualification (公开募捐资格) on a day."""
        return self.fundraising_since is not None and self.fundraising_since <= day


FIGURES = (
    "last_year_income",
    "income_mean_3y",
    "last_year_net_assets",
    "net_assets_mean_3y",
    "charitable_spending",
    "management_cost",
    "total_expense",
    "fundraising_cost",
    "donation_income_mean_3y",
    "net_assets",
)
"""The figures of a dossier that rules on spending and funds ask for, in fen; absent means unknown."""


@dataclass(frozen=True)
class YearReport:
    """One year's report as the record knows it. `figures` in fen by name of FIGURES; absent is unknown."""

    year: int
    received_on: date | None = None
    published_on: date | None = None
    conclusion: Conclusion | None = None
    figures: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Event:
    """A dated entry in an organization's record. `what` and the keys of `details` are those of contract 4."""

    on: date
    what: str
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Dossier:
    """All that is known of one organization: the question that `judge` answers.

    `known_from` is the first year whose report would be in the record had it come; None where nobody says.
    """

    organization: Organization
    reports: tuple[YearReport, ...] = ()
    events: tuple[Event, ...] = ()
    known_from: int | None = None


class Severity(StrEnum):
    """What a fault asks of the sender: repair it, explain it, or take note."""

    STOP = "stop"
    EXPLAIN = "explain"
    ADVISE = "advise"


@dataclass(frozen=True)
class Fault:
    """Something wrong with a file, named by its place, with what to do about it, in both languages."""

    severity: Severity
    rule: str
    message: Said
    sheet: str = ""
    cell: str = ""
    line: str = ""
    basis: str = ""
    found: str = ""
    expected: str = ""
