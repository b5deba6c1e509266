"""Which rules look at which line of the form, read from the rules themselves."""

from collections.abc import Mapping
from functools import cache

from compliance.figures import LINE_OF
from compliance.inspection import questions


@cache
def rules_of(year: int) -> Mapping[str, tuple[str, ...]]:
    """Names of the rules on a year's reports by id of the lines they rest on, in the order of the rules."""
    found: dict[str, dict[str, None]] = {}
    for question in questions(year):
        for name in (question.rule.at, *question.needs):
            if not name.startswith("prior."):
                found.setdefault(LINE_OF.get(name, name), {})[question.rule.name] = None
    return {line: tuple(names) for line, names in found.items()}
