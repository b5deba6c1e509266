"""How long the badge of a place in the ranking is good: a house period from the publication of its edition."""

from datetime import date

from compliance.law.transparency_items import BADGE_GOOD
from compliance.workday import after


def good_until(published: date) -> date:
    """The last day of a badge by the day its edition was published (透明度评分表 7)."""
    text = BADGE_GOOD.on(published) or BADGE_GOOD.texts[0]
    return after(published, text.value)


def is_good(published: date, day: date) -> bool:
    """Whether a badge is good on a day: before its edition is published there is none."""
    return published <= day <= good_until(published)
