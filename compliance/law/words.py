"""Values of the law in words, in both languages: what the public page shows for each version."""

from collections.abc import Mapping
from functools import singledispatch
from typing import Any

from compliance.facts import (
    CONCLUSION_NAMES,
    LEVEL_NAMES,
    REGISTER_NAMES,
    Conclusion,
    Level,
    Register,
    Said,
    yuan,
)
from compliance.law.amount import Fen
from compliance.law.annual_deadlines import YearDay
from compliance.law.assessment_measures import Starts
from compliance.law.credit_measures import Ground, Interval
from compliance.law.credit_repair_measures import Display, Promise, Weight
from compliance.law.disclosure_measures import Item, Whom
from compliance.law.house_rules import DIMENSION_NAMES
from compliance.law.offences import Offence
from compliance.law.points_table import Points
from compliance.law.spending_standard import Band
from compliance.law.transparency_items import Item as Marked
from compliance.workday import Period

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
WHOM: Mapping[Whom, Said] = {
    Whom.ALL: Said("全部慈善组织", "all charities"),
    Whom.QUALIFIED: Said("具有公开募捐资格的", "holders of the fundraising qualification"),
    Whom.UNQUALIFIED: Said("不具有公开募捐资格的", "charities without the fundraising qualification"),
}
WEIGHTS: Mapping[Weight, Said] = {
    Weight.LIGHT: Said("轻微", "light"),
    Weight.GENERAL: Said("一般", "general"),
    Weight.SERIOUS: Said("严重", "serious"),
}
STARTS: Mapping[Starts, Said] = {
    Starts.CERTIFICATE: Said("自证书之日起", "from the day of the certificate"),
    Starts.NEXT_YEAR: Said("自评估结果公告次年1月1日起", "from 1 January of the year after the result"),
}
APPLIES, NOT = Said("适用", "applies"), Said("不适用", "does not apply")
NAMED = {
    "statutory": Said("法定项目", "statutory items"),
    "bonus": Said("加分项目", "bonus items"),
    "small": Said("小型", "small"),
    "medium": Said("中型", "medium"),
    "large": Said("大型", "large"),
}


def _joined(parts: list[Said]) -> Said:
    return Said("；".join(part.zh for part in parts), "; ".join(part.en for part in parts))


@singledispatch
def in_words(value: Any) -> Said:
    """A value in words; what has no words of its own is written as it is."""
    return Said(str(value), str(value))


@in_words.register(bool)
def _truth(value: bool) -> Said:
    return APPLIES if value else NOT


@in_words.register(Said)
def _said(value: Said) -> Said:
    return value


@in_words.register(Period)
@in_words.register(Marked)
@in_words.register(Offence)
def _own(value: Period | Marked | Offence) -> Said:
    return value.said


@in_words.register(Fen)
def _fen(value: Fen) -> Said:
    return Said(f"{yuan(value)}元", f"{yuan(value)} yuan")


@in_words.register(str)
def _text(value: str) -> Said:
    return NAMED.get(value, Said(value, value))


@in_words.register(Conclusion)
def _conclusion(value: Conclusion) -> Said:
    return CONCLUSION_NAMES[value]


@in_words.register(Level)
def _level(value: Level) -> Said:
    return LEVEL_NAMES[value]


@in_words.register(Register)
def _register(value: Register) -> Said:
    return REGISTER_NAMES[value]


@in_words.register(Starts)
def _starts(value: Starts) -> Said:
    return STARTS[value]


@in_words.register(Weight)
def _weight(value: Weight) -> Said:
    return WEIGHTS[value]


@in_words.register(YearDay)
def _year_day(value: YearDay) -> Said:
    return Said(f"{value.month}月{value.day}日", f"{value.day} {MONTHS[value.month - 1]}")


@in_words.register(Interval)
def _interval(value: Interval) -> Said:
    return Said(f"{value.fewest}日至{value.most}日", f"{value.fewest} to {value.most} days")


@in_words.register(Ground)
def _ground(value: Ground) -> Said:
    return REGISTER_NAMES[value.list]


@in_words.register(Display)
def _display(value: Display) -> Said:
    least, most = value.shortest.said, value.longest.said
    return Said(f"最短{least.zh}，最长{most.zh}", f"at least {least.en}, at most {most.en}")


@in_words.register(Promise)
def _promise(value: Promise) -> Said:
    return Said("须纠正并公开承诺", "breach corrected and public promise made")


@in_words.register(Item)
def _item(value: Item) -> Said:
    whom = WHOM[value.whom]
    if value.by is not None:
        by = in_words(value.by)
        when = Said(f"每年{by.zh}前", f"by {by.en} each year")
    elif value.every is not None:
        when = Said(f"每{value.every.said.zh}至少一次", f"at least once every {value.every.said.en}")
    else:
        within = value.within.said if value.within else Said("", "")
        when = Said(f"{within.zh}内", f"within {within.en}")
    return Said(f"{whom.zh}：{when.zh}", f"{whom.en}: {when.en}")


@in_words.register(Points)
def _points(value: Points) -> Said:
    dimension = DIMENSION_NAMES[value.dimension]
    lapse = value.lapse.said if value.lapse else None
    zh = f"满{lapse.zh}失效" if lapse else "情形存续期间有效"
    en = f"lapses after {lapse.en}" if lapse else "as long as it lasts"
    return Said(f"{value.change:+d}分（{dimension.zh}），{zh}", f"{value.change:+d} ({dimension.en}), {en}")


@in_words.register(Band)
def _band(value: Band) -> Said:
    shares = [
        Said(f"支出不低于上年总收入的{share}", f"spending at least {share} of last year's income")
        for share in (value.of_income,)
        if share
    ]
    shares += [
        Said(f"支出不低于上年末净资产的{share}", f"spending at least {share} of last year's net assets")
        for share in (value.of_assets,)
        if share
    ]
    cost = Said(f"管理费用不超过当年总支出的{value.cost}", f"management cost at most {value.cost} of expense")
    return _joined([*shares, cost])


@in_words.register(dict)
def _table(value: Mapping[object, object]) -> Said:
    parts = []
    for key, inner in value.items():
        name, said = in_words(key), in_words(inner) if inner is not None else Said("全部", "all")
        parts.append(Said(f"{name.zh}：{said.zh}", f"{name.en}: {said.en}"))
    return _joined(parts)


@in_words.register(tuple)
def _several(value: tuple[object, ...]) -> Said:
    return _joined([in_words(inner) for inner in value])
