"""Draws as open data: each plan with its seed, and who was drawn. The files to repeat a draw are on its page."""

import json
from datetime import date

from audits.export.register import CODE
from audits.export.table import Blocks, Field, Sources, Table, Type
from compliance.facts import Said
from compliance.law.spot_check_measures import RATIOS
from models import open_data
from models.db import Session
from models.draw.plan import Plan

NUMBER = Field("draw", Type.STRING, Said("抽取方案编号", "Number of the draw"))
SOURCE = RATIOS.texts[-1].cite.said
DRAWS = Table(
    "draws",
    Said("随机抽查方案与结果", "Draws of spot checks"),
    Said(
        "每个方案一行；重做一次抽取所需的文件在该方案的页面上。",
        "A row for each plan; the files to repeat a draw are on its page.",
    ),
    (
        NUMBER,
        Field("name", Type.STRING, Said("名称", "Name")),
        Field("basis", Type.STRING, Said("依据", "Basis")),
        Field("planned_on", Type.DATE, Said("方案公布日期", "Planned on")),
        Field("registered_by", Type.DATE, Said("总体：截至该日登记的", "Population: registered by this day")),
        Field("ratio", Type.STRING, Said("各层比例（JSON）", "Ratio of each stratum (JSON)")),
        Field(
            "inspectors_each",
            Type.INTEGER,
            Said("每家检查人员数", "Inspectors for each"),
            Said("人", "persons"),
        ),
        Field(
            "seed_announced",
            Type.STRING,
            Said("事先公布的随机种子来源", "Where the seed would come from, as announced"),
        ),
        Field("drawn_on", Type.DATE, Said("抽取日期；尚未抽取的为空", "Drawn on; empty before the draw")),
        Field("seed", Type.STRING, Said("随机种子（SHA-256）", "The seed (SHA-256)")),
    ),
    ("draw",),
    SOURCE,
)
DRAWN = Table(
    "drawn",
    Said("抽中名单", "Who was drawn"),
    Said(
        "抽中的社会组织和派出的检查人员代号，含递补。",
        "Organizations drawn, replacements too, with the codes of the inspectors that go.",
    ),
    (
        NUMBER,
        Field("stratum", Type.STRING, Said("层", "Stratum")),
        Field("place", Type.INTEGER, Said("层内次序", "Place in the stratum")),
        CODE,
        Field("ticket", Type.STRING, Said("抽签号（SHA-256）", "Ticket (SHA-256)")),
        Field(
            "inspectors",
            Type.STRING,
            Said("检查人员代号，以空格分隔", "Codes of inspectors, separated by blanks"),
        ),
    ),
    ("draw", "stratum", "place"),
    SOURCE,
)


def draws(db: Session, day: date) -> Blocks:
    """Every plan, in the order in which they were made."""
    yield DRAWS.frame([_row(plan, day) for plan in open_data.plans(db, day)])


def _row(plan: Plan, day: date) -> tuple[object, ...]:
    ratio = json.dumps(plan.ratio, sort_keys=True, separators=(",", ":"))
    result = plan.result if plan.result and plan.result.on <= day else None
    come = (result.on, result.seed) if result else (None, None)
    told = (plan.number, plan.name, plan.basis, plan.on, plan.registered_by, ratio, plan.inspectors_each)
    return (*told, plan.seed_announced, *come)


def drawn(db: Session, day: date) -> Blocks:
    """Everyone drawn, by draw, stratum and place."""
    for rows in open_data.drawn(db, day):
        yield DRAWN.frame([(*row[:5], " ".join(sorted(row[5].split()))) for row in rows])


SOURCES: Sources = ((DRAWS, draws), (DRAWN, drawn))
