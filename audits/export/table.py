"""What a table of the open data is: fields with their meaning, from which files and dictionary both are made."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import polars as pl
from polars import DataFrame

from compliance.facts import Said
from models.db import Session


class Type(StrEnum):
    """How a field is written. The names are those of Frictionless Table Schema."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"


COLUMN: Mapping[Type, pl.DataType | type[pl.DataType]] = {
    Type.STRING: pl.String,
    Type.INTEGER: pl.Int64,
    Type.NUMBER: pl.Decimal(18, 2),
    Type.BOOLEAN: pl.Boolean,
    Type.DATE: pl.Date,
}
"""The Parquet column of each; an exact amount is a decimal, in JSON a string."""
NOTHING = Said("", "")
YUAN = Said("元", "yuan")
THOUSANDTHS = Said("千分之一分", "thousandths of a point")
THOUSANDTHS_OF_MARKS = Said("该项满分的千分之一", "thousandths of the item's marks")


@dataclass(frozen=True)
class Field:
    """One field: what it means, its type and unit, and the provision it comes from where that is another than
    the table's.
    """

    name: str
    type: Type
    says: Said
    unit: Said = NOTHING
    source: Said = NOTHING


Blocks = Iterator[DataFrame]


@dataclass(frozen=True)
class Table:
    """One table: fields, the key that identifies a row, and the provision that it is published under."""

    name: str
    title: Said
    says: Said
    fields: Sequence[Field]
    key: Sequence[str]
    source: Said

    @property
    def schema(self) -> dict[str, pl.DataType | type[pl.DataType]]:
        """The columns of the frames that hold it."""
        return {field.name: COLUMN[field.type] for field in self.fields}

    def frame(self, rows: Sequence[Sequence[object]]) -> DataFrame:
        """A block of rows in the order of the fields."""
        return DataFrame(rows, schema=self.schema, orient="row")


Reader = Callable[[Session, date], Blocks]
"""What reads a table: its blocks in the order of the key, as the public may see them on a day."""
Sources = Sequence[tuple[Table, Reader]]
