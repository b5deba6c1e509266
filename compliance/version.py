"""The version of the rules: a digest that moves whenever a rule, a value or the form changes."""

from functools import cache
from hashlib import sha256

from compliance.facts import Kind
from compliance.form.book import mark
from compliance.inspection import ON_FIGURES, ON_STATEMENTS


@cache
def version(kind: Kind, year: int) -> str:
    """The version of rules and form for a kind and year, such as "2025-3f9a0c11d2"."""
    parts = [mark(kind, year)]
    for rule in (*ON_FIGURES, *ON_STATEMENTS):
        texts = [(text.since.isoformat(), str(text.cite), str(text.value)) for text in rule.provision.texts]
        excuses = rule.excuse.provision.texts if rule.excuse else ()
        texts += [(text.since.isoformat(), str(text.cite), str(text.value)) for text in excuses]
        built = [str(rule.broken(text.value)) for text in rule.provision.texts]
        parts.append(f"{rule.name} {rule.says} {rule.severity} {rule.binds} {texts} {built}")
    return f"{year}-{sha256(chr(10).join(parts).encode()).hexdigest()[:10]}"
