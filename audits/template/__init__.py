"""The annual report workbook: what others ask for. The library that writes it is loaded at the first question.

openpyxl and the numpy it looks for take half a second of every process's start, and most never write a workbook.
"""

from collections.abc import Mapping, Sequence
from importlib import import_module

from compliance.facts import Fault, Kind
from compliance.form.answer import Given

Answers = Mapping[str, Given]


def template(
    kind: Kind,
    year: int,
    prefill: Answers | None = None,
    last_year: Answers | None = None,
    ask: tuple[bool, bool] | None = None,
    language: str = "zh",
    due: str = "",
    faults: Sequence[Fault] = (),
) -> bytes:
    """The workbook of a kind and year as .xlsx bytes.

    `prefill` and `last_year` are answers by line id, money in fen. What follows from last year is filled
    in where `prefill` is silent. `ask` says whether it is a charity and whether it may raise funds in
    public: what is then not asked is greyed; None leaves every line open. `due` is the caller's sentence
    on when to file, else the dates of the law are given. `faults` mark their cells, with what was found
    there and what to do: the sender's own report to be repaired, made anew, never from the file sent.
    """
    book = import_module("audits.template.book")
    written: bytes = book.write(kind, year, prefill, last_year, ask, language, due, faults)
    return written
