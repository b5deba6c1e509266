"""The version of the rules: a digest that moves whenever a rule, a value or the form changes."""

from functools import cache
from hashlib import sha256
from typing import Any

from compliance.facts import Kind
from compliance.form.book import mark
from compliance.law import Rule, accounting_links, accounting_system, foundation_regulations
from compliance.law.spending_rules import FUNDRAISING_CAP
from compliance.law.spending_rules import RULES as SPENDING


@cache
def version(kind: Kind, year: int) -> str:
    """The version of rules and form for a kind and year, such as "2025-3f9a0c11d2"."""
    rules: tuple[Rule[Any], ...] = (*SPENDING, FUNDRAISING_CAP, *foundation_regulations.RULES)
    parts = [mark(kind, year)]
    rules += (*accounting_system.RULES, *accounting_links.RULES)
    for rule in rules:
        texts = [(text.since.isoformat(), str(text.cite), str(text.value)) for text in rule.provision.texts]
        built = [str(rule.broken(text.value)) for text in rule.provision.texts]
        parts.append(f"{rule.name} {rule.says} {rule.severity} {rule.binds} {texts} {built}")
    return f"{year}-{sha256(chr(10).join(parts).encode()).hexdigest()[:10]}"
