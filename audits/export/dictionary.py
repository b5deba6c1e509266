"""The dictionary of the open data, made from the same definitions as the files: as data, and as a package."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from audits.export import draws, lists, ranking, register, reports
from audits.export.table import Field, Sources, Table, Type
from compliance.facts import Said

SOURCES: Sources = (
    *register.SOURCES, *reports.SOURCES, *lists.SOURCES, *draws.SOURCES, *ranking.SOURCES,
)  # fmt: skip
"""Every table of the open data with what reads it, in the order in which they are told."""
TABLES: Sequence[Table] = tuple(table for table, _ in SOURCES)
DICTIONARY = Table(
    "dictionary",
    Said("数据字典", "Data dictionary"),
    Said("每个字段的含义、类型、单位和来源条款。", "Meaning, type, unit and provision of every field."),
    tuple(
        Field(name, Type.STRING, Said(zh, en))
        for name, zh, en in (
            ("table", "表", "Table"),
            ("field", "字段", "Field"),
            ("type", "类型", "Type"),
            ("meaning_zh", "含义（中文）", "Meaning (Chinese)"),
            ("meaning_en", "含义（英文）", "Meaning (English)"),
            ("unit_zh", "单位（中文）", "Unit (Chinese)"),
            ("unit_en", "单位（英文）", "Unit (English)"),
            ("source_zh", "来源条款（中文）", "Provision (Chinese)"),
            ("source_en", "来源条款（英文）", "Provision (English)"),
        )
    ),
    ("table", "field"),
    Said("", ""),
)
MEDIA = {"csv": "text/csv", "jsonl": "application/jsonl", "parquet": "application/vnd.apache.parquet"}


def source(table: Table, field: Field) -> Said:
    """The provision a field comes from: its own, else its table's."""
    return field.source if field.source.zh else table.source


def rows() -> list[tuple[str, ...]]:
    """The dictionary as rows."""
    return [
        (table.name, field.name, str(field.type), *field.says, *field.unit, *source(table, field))
        for table in TABLES
        for field in table.fields
    ]


def package(day: date, counts: dict[str, int], sums: dict[str, tuple[int, str]]) -> dict[str, Any]:
    """datapackage.json: a resource for each CSV file and what it holds (Frictionless Data Package 1)."""
    return {
        "name": "yangguang",
        "title": "社会组织公开数据 / Open data on social organizations",
        "created": f"{day.isoformat()}T00:00:00Z",
        "as_of": day.isoformat(),
        "profile": "tabular-data-package",
        "resources": [_resource(table, counts[table.name], sums[f"{table.name}.csv"]) for table in TABLES],
    }


def _resource(table: Table, count: int, of: tuple[int, str]) -> dict[str, Any]:
    size, digest = of
    return {
        "name": table.name.replace("_", "-"),
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "title": f"{table.title.zh} / {table.title.en}",
        "description": f"{table.says.zh} {table.says.en}",
        "format": "csv",
        "mediatype": MEDIA["csv"],
        "encoding": "utf-8-sig",
        "rows": count,
        "bytes": size,
        "hash": f"sha256:{digest}",
        "schema": {"fields": [_field(one) for one in table.fields], "primaryKey": [*table.key]},
    }


def _field(field: Field) -> dict[str, Any]:
    unit = {"unit": field.unit.zh} if field.unit.zh else {}
    return {
        "name": field.name,
        "type": str(field.type),
        "title": field.says.zh,
        "description": field.says.en,
        **unit,
    }
