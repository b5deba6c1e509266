"""Document numbers given after the fact, in the order of days, without gaps."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from audits.numbering import Paper

Row = dict[str, Any]


class Numbers:
    """Rows that wait for a number of a registrar's series."""

    def __init__(self, prefixes: dict[int, str]) -> None:
        self.prefixes = prefixes
        self.waiting: dict[tuple[int, Paper, int], list[tuple[date, int, Row]]] = defaultdict(list)
        self.asked = 0
        self.series: list[Row] = []

    def wish(self, registrar: int, paper: Paper, day: date, row: Row) -> None:
        """Give this row a number of its day."""
        self.asked += 1
        self.waiting[(registrar, paper, day.year)].append((day, self.asked, row))

    def assign(self) -> Iterator[Row]:
        """Number every row; gives the series as they stand afterwards."""
        for (registrar, paper, year), rows in self.waiting.items():
            for number, (_, _, row) in enumerate(sorted(rows, key=lambda one: one[:2]), 1):
                row["number"] = f"{self.prefixes[registrar]}{paper}〔{year}〕{number}号"
            yield {"name": f"{registrar}/{paper}/{year}", "last": len(rows)}
