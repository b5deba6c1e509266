"""A table as files: CSV for spreadsheets, JSON lines, Parquet. The same rows give the same bytes."""

import re
from hashlib import file_digest
from pathlib import Path

import polars as pl
from polars import DataFrame, col

from audits.export.table import Blocks, Table

FORMATS = ("csv", "jsonl", "parquet")
FORMULA = r"^[=+\-@＝＋－＠\t\r]"
"""A spreadsheet takes a text that begins so for a formula."""
NUMBER = r"^[+-]?\d+(\.\d+)?$"
ROWS = 100_000
"""Rows of a group in a Parquet file."""
BOM = "\ufeff".encode()


def write(table: Table, blocks: Blocks, folder: Path) -> int:
    """Write a table's three files into a folder, block by block; gives the number of rows."""
    paths = {name: folder / f"{table.name}.{name}" for name in FORMATS}
    parts = folder / f"{table.name}.parts"
    parts.mkdir()
    rows = 0
    with paths["csv"].open("wb") as csv, paths["jsonl"].open("wb") as lines:
        csv.write(BOM + (",".join(table.schema) + "\n").encode())
        for number, block in enumerate(blocks):
            harmless(block).write_csv(csv, include_header=False, line_terminator="\n")
            block.write_ndjson(lines)
            block.write_parquet(parts / f"{number:06}.parquet", compression="lz4")
            rows += block.height
    _join(table, parts, paths["parquet"])
    return rows


def _join(table: Table, parts: Path, whole: Path) -> None:
    """One Parquet file of many parts, never more than some groups of rows in memory."""
    found = sorted(parts.iterdir())
    frame = pl.scan_parquet(found) if found else DataFrame(schema=table.schema).lazy()
    frame.sink_parquet(whole, compression="zstd", row_group_size=ROWS, maintain_order=True)
    for part in found:
        part.unlink()
    parts.rmdir()


def harmless(block: DataFrame) -> DataFrame:
    """Texts that a spreadsheet would take for a formula begin with an apostrophe; numbers stay as they are."""
    texts = [name for name, kind in block.schema.items() if kind == pl.String]
    risky = [col(name).str.contains(FORMULA) & ~col(name).str.contains(NUMBER) for name in texts]
    return block.with_columns(
        pl.when(risk).then("'" + col(name)).otherwise(col(name)).alias(name)
        for name, risk in zip(texts, risky, strict=True)
    )


def as_read(text: str) -> str:
    """A text of a CSV file as it was before it was made harmless."""
    return text[1:] if text.startswith("'") and re.match(FORMULA, text[1:]) else text


def digest(path: Path) -> str:
    """SHA-256 of a file, in lower-case hex."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
