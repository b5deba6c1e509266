"""社会团体登记管理条例: how many members an association has, a condition of its registration.

History: 1998-10-25; amended 2016-02-06 (国务院令第666号), this condition unchanged.
"""

from datetime import date

from polars import col

from compliance.facts import Kind, Said
from compliance.law import Dated, Rule, Version
from compliance.law.annual_deadlines import ASSOCIATION_REGULATIONS as ACT

INDIVIDUAL, UNIT = col("governance.individual_members.value"), col("governance.unit_members.value")

FEWEST_MEMBERS = Dated(
    ACT,
    Said(
        "会员数的下限：个人会员（混合组成的，会员总数）；单位会员",
        "Fewest members: individuals (or all together where mixed); units",
    ),
    Version(date(1998, 10, 25), "10", (50, 30)),
)
RULES = (
    Rule(
        "governance.members",
        Said("会员数低于法定的最低数", "There are fewer members than the law asks for"),
        FEWEST_MEMBERS,
        col("kind") == str(Kind.ASSOCIATION),
        lambda fewest: (fewest[0] > INDIVIDUAL + UNIT) & (fewest[1] > UNIT),
        at="governance.individual_members.value",
    ),
)
