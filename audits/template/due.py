"""By when the report on a year is due, in a sentence for the first sheet, from the dated law."""

from compliance.facts import Kind, Said
from compliance.law import Text
from compliance.law.annual_deadlines import CHARITY_REPORT_DUE, MARCH, PUBLICATION_DUE, REPORT_DUE, YearDay


def due(kind: Kind, year: int, charity: bool | None) -> Said:
    """When it is owed to the registrar, and published by charities. `charity` None: both cases are said."""
    at = MARCH.of(year + 1)
    told = []
    if not charity:
        told.append(_said(Said("报送登记管理机关", "To the registrar"), REPORT_DUE[kind].on(at), year))
    if charity is not False:
        sent, published = CHARITY_REPORT_DUE.on(at), PUBLICATION_DUE.on(at)
        told.append(_said(Said("慈善组织报送", "Charities, to the registrar"), sent, year))
        told.append(_said(Said("慈善组织向社会公开", "Charities, to the public"), published, year))
    told = [said for said in told if said.zh]
    return Said("".join(said.zh for said in told), " ".join(said.en for said in told))


def _said(what: Said, text: Text[YearDay] | None, year: int) -> Said:
    if text is None:
        return Said("", "")
    day = text.value.of(year + 1)
    zh = f"{what.zh}：{day.year} 年 {day.month} 月 {day.day} 日前（{text.cite.said.zh}）。"
    return Said(zh, f"{what.en}: by {day} ({text.cite.said.en}).")
