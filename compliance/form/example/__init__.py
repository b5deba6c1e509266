"""A made-up organization that reports without a fault, each year going on from the year before."""

from collections.abc import Mapping

from compliance.facts import Kind
from compliance.form.answer import Given
from compliance.form.book import lines
from compliance.form.example.account import PLANS
from compliance.form.example.narrative import narrative
from compliance.form.example.spending import spending
from compliance.form.example.statement import statements

STATEMENTS = ("balance", "activity", "cash_flow")


def example(kind: Kind, year: int, charity: bool = True) -> Mapping[str, Given]:
    """Answers to every line that is asked, by id: money in fen. The foundation also raises funds in public.

    The organization's code uses a division that does not exist. With `charity` False it is none.
    """
    plan, fundraising = PLANS[kind], charity and kind is Kind.FOUNDATION
    given: dict[str, Given] = {
        **statements(plan, year),
        **spending(plan, year),
        **narrative(kind, year, plan, charity, fundraising),
    }
    asked = [line for line in lines(kind, year) if line.asks(kind, charity, fundraising)]
    nothing = {line.id: 0 for line in asked if line.part in STATEMENTS}
    full = {**nothing, **given}
    return {line.id: full[line.id] for line in asked if line.id in full}
