"""Every provision of every instrument that the program applies, with all its versions, for the public law page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import ModuleType
from typing import Any

from compliance.facts import Said
from compliance.inspection import ON_FIGURES, ON_STATEMENTS
from compliance.law import (
    Act,
    Cite,
    Dated,
    Rule,
    accounting_links,
    accounting_system,
    annual_deadlines,
    assessment_measures,
    association_regulations,
    charity_law,
    charity_reports,
    credit_measures,
    credit_periods,
    credit_repair_measures,
    disclosure_measures,
    draw_rules,
    foundation_regulations,
    fundraising_measures,
    house_rules,
    inspection_measures,
    interview_rules,
    offences,
    penalty_law,
    penalty_steps,
    petition_regulations,
    points_table,
    spending_standard,
    spot_check_measures,
    statement_sums,
    transparency_items,
)
from compliance.law.words import in_words

INSTRUMENTS: Sequence[ModuleType] = (
    annual_deadlines,
    inspection_measures,
    credit_measures,
    credit_periods,
    credit_repair_measures,
    charity_law,
    charity_reports,
    association_regulations,
    spending_standard,
    foundation_regulations,
    disclosure_measures,
    fundraising_measures,
    spot_check_measures,
    draw_rules,
    assessment_measures,
    penalty_law,
    penalty_steps,
    offences,
    interview_rules,
    petition_regulations,
    accounting_system,
    accounting_links,
    statement_sums,
    house_rules,
    points_table,
    transparency_items,
)


@dataclass(frozen=True)
class Edition:
    """One version of a provision in words. `confirmed` is false where no text was seen that says so."""

    since: date
    cite: Cite
    value: Said
    confirmed: bool


@dataclass(frozen=True)
class Provision:
    """A provision as the public reads it: its name in the code, what it is, and its versions, latest first."""

    name: str
    label: Said
    editions: tuple[Edition, ...]

    @property
    def confirmed(self) -> bool:
        """Its latest version is confirmed."""
        return self.editions[0].confirmed


@dataclass(frozen=True)
class Shelved:
    """An instrument with its provisions, in the order in which its file states them, and the rules on reports
    that apply them, each name once. `older`: keys of acts that have no place of their own and are cited here.
    """

    act: Act
    provisions: tuple[Provision, ...]
    rules: tuple[Rule[Any], ...]
    older: tuple[str, ...] = ()


def _inside(name: str, value: object) -> Iterator[tuple[str, Dated[Any]]]:
    if isinstance(value, Dated):
        yield name, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _inside(f"{name}.{key}", inner)
    elif isinstance(value, tuple):
        for place, inner in enumerate(value, 1):
            yield from _inside(f"{name}.{place}", inner)


def _provision(name: str, dated: Dated[Any]) -> Provision:
    editions = tuple(
        Edition(text.since, text.cite, in_words(text.value), text.confirmed) for text in reversed(dated.texts)
    )
    return Provision(name, dated.label, editions)


@cache
def shelf() -> tuple[Shelved, ...]:
    """All instruments; a provision stands under the act that holds it now, and once only."""
    seen: set[int] = set()
    acts: dict[str, Act] = {}
    found: dict[str, list[Provision]] = {}
    for module in INSTRUMENTS:
        for word, value in vars(module).items():
            if word.startswith("_"):
                continue
            for name, dated in _inside(word.lower(), value):
                if id(dated) not in seen:
                    seen.add(id(dated))
                    acts[dated.act.key] = dated.act
                    found.setdefault(dated.act.key, []).append(_provision(name, dated))
    rules, older = _rules(), _older(found)
    return tuple(
        Shelved(acts[key], tuple(held), rules.get(key, ()), older.get(key, ())) for key, held in found.items()
    )


def _older(found: Mapping[str, Sequence[Provision]]) -> Mapping[str, tuple[str, ...]]:
    """Under each act the acts that only its provisions cite, such as the text before it, each once."""
    homes: dict[str, str] = {}
    for key, held in found.items():
        for cite in (edition.cite for provision in held for edition in provision.editions):
            for one in filter(None, (cite, cite.also)):
                if one.act.key not in found:
                    homes.setdefault(one.act.key, key)
    return {key: tuple(one for one in homes if homes[one] == key) for key in found}


def _rules() -> Mapping[str, tuple[Rule[Any], ...]]:
    """The rules on reports by the instrument they apply; of rules of one name, such as those of bands, one."""
    named: dict[str, dict[str, Rule[Any]]] = {}
    for rule in (*ON_FIGURES, *ON_STATEMENTS):
        named.setdefault(rule.provision.act.key, {}).setdefault(rule.name, rule)
    return {key: tuple(rules.values()) for key, rules in named.items()}


def unconfirmed() -> list[Provision]:
    """The provisions whose present version nobody has confirmed in a text."""
    return [one for shelved in shelf() for one in shelved.provisions if not one.confirmed]
