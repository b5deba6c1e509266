"""What goes on from one report to the next: opening balances, last year's cash flow, what seldom changes."""

from collections.abc import Mapping

from compliance.facts import Kind
from compliance.form import Type
from compliance.form.answer import Given
from compliance.form.book import lines

STAYS = ("basic",)
CHANGES = ("basic.year.value", "basic.changes.value", "basic.former_name.value")
STATUS = ("basic.charity.value", "basic.fundraising.value")
SAME = (Type.TEXT, Type.CODE, Type.DAY, Type.CHOICE, Type.MONEY)
MOVED = {"balance": ("opening", "closing"), "cash_flow": ("last_year", "this_year")}
TAKEN = {
    "charity.last_year_net_assets.value": "balance.net_assets.closing",
    "charity.last_year_income.value": "activity.total_income.total",
}


def carried(kind: Kind, year: int, last_year: Mapping[str, Given]) -> dict[str, Given]:
    """Answers for a year taken from the report on the year before, by id. The sender confirms them."""
    given: dict[str, Given] = {}
    for line in lines(kind, year):
        part, _, column = line.id.partition(".")[0], "", line.id.rpartition(".")[2]
        now, before = MOVED.get(part, ("", ""))
        source = TAKEN.get(line.id, f"{line.row}.{before}" if column == now else "")
        if line.id in STATUS or (part in STAYS and line.type in SAME and line.id not in CHANGES):
            source = line.id
        if source in last_year:
            given[line.id] = last_year[source]
    return given
