"""The tables of the ranking: editions, places item by item, and the inputs from which both follow."""

import polars as pl

from audits.export.register import CODE
from audits.export.reports import YEAR
from audits.export.table import THOUSANDTHS, THOUSANDTHS_OF_MARKS, YUAN, Field, Table, Type
from compliance.facts import Said
from compliance.law.annual_deadlines import PUBLICATION_DUE
from compliance.law.transparency_items import ACT, ASPECT_NAMES, ITEMS, MARKS_VARY, SIZES, Aspect
from compliance.transparency import COLUMNS, PUBLISHED

EDITION = Field("edition", Type.INTEGER, Said("排行期号", "Number of the edition"))
NAME = Field("name", Type.STRING, Said("当日名称", "Name on the day of the edition"))
DISTRICT = Field("district", Type.STRING, Said("所在区县", "District"))
EDITIONS = Table(
    "ranking_editions",
    Said("透明度排行各期", "Editions of the transparency ranking"),
    Said("已公布的各期；公布后不再改变。", "Published editions; they never change."),
    (
        EDITION,
        YEAR,
        Field("day", Type.DATE, Said("计算所依据的日期", "The day it was computed for")),
        Field("method", Type.STRING, Said("方法版本", "Version of the method")),
        Field("published_on", Type.DATE, Said("公布日期", "Published on")),
    ),
    ("edition",),
    ACT.name,
)
ITEM_FIELDS = tuple(
    Field(
        f"item.{name}",
        Type.INTEGER,
        Said(
            f"{item.label.zh}；不适用或者未知的为空",
            f"{item.label.en}; empty where it does not bind or is not known",
        ),
        THOUSANDTHS_OF_MARKS,
        item.texts[-1].cite.said,
    )
    for name, item in ITEMS.items()
)
LIMITS = MARKS_VARY.texts[-1].cite.said
PLACES = Table(
    "ranking_places",
    Said("透明度排行名次与得分", "Places and scores of the ranking"),
    Said(
        "各期每个社会组织的类别、名次和得分，逐项列出。",
        "Class, place and score of each organization in each edition, item by item.",
    ),
    (
        EDITION,
        CODE,
        NAME,
        Field(
            "class",
            Type.STRING,
            Said("类别：类型和按收入划分的规模", "Class: kind, and size by income"),
            source=SIZES.texts[-1].cite.said,
        ),
        DISTRICT,
        Field(
            "rank",
            Type.INTEGER,
            Said(
                "类别内名次；信息不足的为空", "Place inside the class; empty where there is not enough data"
            ),
        ),
        Field("tied", Type.BOOLEAN, Said("是否并列", "Whether the place is shared")),
        Field(
            "best", Type.INTEGER, Said("分值浮动时的最好名次", "Best place while marks vary"), source=LIMITS
        ),
        Field(
            "worst", Type.INTEGER, Said("分值浮动时的最后名次", "Worst place while marks vary"), source=LIMITS
        ),
        Field(
            "before",
            Type.INTEGER,
            Said("上一期同一类别中的名次", "Place in the same class in the edition before"),
        ),
        Field(
            "position",
            Type.INTEGER,
            Said("全期次序，得分高者在前", "Position in the whole edition, best score first"),
        ),
        Field("score", Type.INTEGER, Said("得分，满分一百分", "Score, of a hundred points"), THOUSANDTHS),
        *(
            Field(
                str(aspect),
                Type.INTEGER,
                Said(f"“{ASPECT_NAMES[aspect].zh}”部分得分", f"Part “{ASPECT_NAMES[aspect].en}”"),
                THOUSANDTHS,
            )
            for aspect in Aspect
        ),
        *ITEM_FIELDS,
    ),
    ("edition", "code"),
    ACT.name,
)
CODED = {
    "kind": Said("类型", "Kind"),
    "charity": Said("年末是否慈善组织", "Charity at the end of the year"),
    "fundraising": Said(
        "年末是否具有公开募捐资格", "Public-fundraising qualification at the end of the year"
    ),
    "due": Said("报送期限", "Report due on"),
    "received_on": Said("收到日期", "Report received on"),
    "published_on": Said("报告公开日期", "Report published on"),
    "publication_due": Said("公开期限", "Publication due on"),
    "last_due": Said("上年公开期限", "Last year's publication due on"),
    "conclusion": Said("年度检查结论", "Conclusion"),
    "prior": Said("是否报送过上年报告", "Whether there was a report on the year before"),
    "related": Said(
        "是否有关联方交易；不适用的为空", "Dealings with related parties; empty where it does not bind"
    ),
    "disagreements": Said(
        "报表之间不一致：0没有，1一处，2两处以上", "Disagreements between statements: 0, 1, or 2 for more"
    ),
    "openings": Said(
        "年初数与上年不一致：0没有，1一处，2两处以上", "Opening figures that disagree: 0, 1, or 2 for more"
    ),
    "audited": Said("是否经审计；不适用的为空", "Audited; empty where it does not bind"),
    "opinion": Said("无保留意见为 unqualified，其他为空", "unqualified, or empty for any other opinion"),
}
MONEY = Field(
    "income_from",
    Type.NUMBER,
    Said(
        "收入所属规模的下限；收入未知的为空",
        "Lower bound of the size that the income falls into; empty where it is not known",
    ),
    YUAN,
    SIZES.texts[-1].cite.said,
)
KINDS_OF = {pl.String: Type.STRING, pl.Boolean: Type.BOOLEAN, pl.Int64: Type.INTEGER, pl.Date: Type.DATE}


def _input(name: str) -> Field:
    item = name.removesuffix(".day")
    if item in PUBLISHED:
        label = ITEMS[item].label
        where = Said(f"{label.zh}：公开于何处", f"{label.en}: where")
        on = Said(f"{label.zh}：公开于何日", f"{label.en}: on what day")
        return Field(
            name,
            KINDS_OF[COLUMNS[name]],
            on if name != item else where,
            source=ITEMS[item].texts[-1].cite.said,
        )
    known = {"code": CODE, "name": NAME, "district": DISTRICT, "income": MONEY}
    return known.get(name) or Field(name, KINDS_OF[COLUMNS[name]], CODED[name])


INPUTS = Table(
    "ranking_inputs",
    Said("透明度排行的依据", "What the ranking rests on"),
    Said(
        "计算各期排行所用的全部公开数据；按方法页的规则可以由任何人重新计算。",
        "All the public data that an edition was computed from: by the rules of the method page it can be redone.",
    ),
    (EDITION, *(_input(name) for name in COLUMNS)),
    ("edition", "code"),
    PUBLICATION_DUE.texts[-1].cite.said,
)
