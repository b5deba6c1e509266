"""Lines greyed as the form is filled, by the answers on charity status and fundraising qualification."""

from collections.abc import Iterator, Sequence

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.worksheet import Worksheet

from audits.template.style import SOFT
from compliance.facts import Kind
from compliance.form import Asked, Line
from compliance.form.answer.choice import YES_NO
from compliance.form.book import by_id

GREY = DifferentialStyle(font=Font(color=SOFT), fill=PatternFill("solid", bgColor="E3E6EA"))
CONDITIONS = {
    Asked.CHARITY: "basic.charity.value",
    Asked.SPENDING: "basic.charity.value",
    Asked.FUNDRAISING: "basic.fundraising.value",
}


def dim(sheet: Worksheet, lines: Sequence[Line], kind: Kind, year: int) -> None:
    """Grey the lines of a sheet that the answers given in the workbook leave unasked."""
    for asked, cells in _ranges(lines, kind):
        status = by_id(kind, year)[CONDITIONS[asked]]
        at = f"'{status.sheet}'!${status.cell[0]}${status.cell[1:]}"
        formula = f'OR({at}="{YES_NO[1].zh}",{at}="{YES_NO[1].en}")'
        sheet.conditional_formatting.add(cells, Rule("expression", dxf=GREY, formula=[formula]))


def _ranges(lines: Sequence[Line], kind: Kind) -> Iterator[tuple[Asked, str]]:
    for asked in CONDITIONS:
        bound = kind is Kind.FOUNDATION and asked is Asked.SPENDING
        cells = [line.cell for line in lines if line.asked is asked]
        if cells and not bound:
            yield asked, " ".join(cells)
