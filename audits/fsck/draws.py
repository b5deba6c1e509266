"""Invariants of draws: numbers without gaps, and every result is what its lists and sources give."""

from collections import defaultdict

from audits.draw.replacement import drawn_of
from audits.draw.result import lists_of, outcome_of
from audits.fsck.look import Found, Look
from compliance.draw import seed_of
from compliance.draw.files import Unwritable, hashes
from models.draw.asked import plans
from models.draw.plan import Frozen


def plans_have_no_gap(look: Look) -> Found:
    """I14: plans are numbered from 1 in each year, each number once."""
    years: dict[str, list[int]] = defaultdict(list)
    for plan in plans(look.db):
        year, _, running = plan.number.partition("-")
        years[year].append(int(running))
    for year, found in sorted(years.items()):
        if sorted(found) != list(range(1, len(found) + 1)):
            yield f"draws of {year}", "抽取方案编号有缺号", "a plan is missing"


def results_can_be_repeated(look: Look) -> Found:
    """I14: a draw made again from its frozen lists and its sources is the one that was kept."""
    for plan in (plan for plan in plans(look.db) if plan.result is not None):
        result = plan.result
        of = look.db.get(Frozen, result.frozen_id) if result else None
        if result is None or of is None:
            continue
        try:
            lists = lists_of(look.db, plan, of)
            again = outcome_of(lists, seed_of(of.population, result.sources))
            same = hashes(lists.lists()) == of.hashes and again.seed == result.seed
            same = same and (again.drawn, again.assigned) == drawn_of(look.db, result)
        except (Unwritable, LookupError):
            same = False
        if not same:
            yield f"draw {plan.number}", "按冻结名单和随机源重做的结果不同", "made again, it is another draw"
