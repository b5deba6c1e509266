"""What is missing, what was answered without being asked, and what stands there twice."""

from collections.abc import Iterator, Mapping, Sequence

from compliance.facts import Fault, Kind, Said, Severity
from compliance.form import Line, Type
from compliance.form.answer import Given, Remark
from compliance.form.say import fault

MISSING = Remark(
    Severity.STOP,
    "form.required",
    Said(
        "没有填写，这一项必填。空白不等于零：没有发生的请填 0。",
        "Not answered, and required. Blank is not zero: enter 0 for none.",
    ),
)
MISSING_TEXT = Remark(
    Severity.STOP, "form.required", Said("没有填写，这一项必填。", "Not answered, and required.")
)
UNFINISHED = Remark(
    Severity.STOP,
    "form.row.unfinished",
    Said("这一行已经开始填写，这一格也要填。", "This row was begun; complete it."),
)
NOT_ASKED = Remark(
    Severity.ADVISE,
    "form.not_asked",
    Said("按“基本信息”的回答，不需要填写这一部分。请核对资格是否填错。",
         "By the answers in Basic information this part is not asked. Check the status given there."),
)  # fmt: skip
TWICE = "form.row.twice"


def asks(line: Line, kind: Kind, values: Mapping[str, Given]) -> bool:
    """Whether a line is asked, by the kind and by what was answered on charity status and qualification."""
    return line.asks(
        kind, values.get("basic.charity.value") is True, values.get("basic.fundraising.value") is True
    )


def missing(
    lines: Sequence[Line], kind: Kind, values: Mapping[str, Given], tried: set[str]
) -> Iterator[Fault]:
    """Required lines without an answer. `tried` are ids with a fault of their own already."""
    begun = {line.row for line in lines if line.together and (line.id in values or line.id in tried)}
    for line in lines:
        if line.id in values or line.id in tried:
            continue
        if line.together and line.row in begun:
            yield fault(line, UNFINISHED)
        elif line.required and asks(line, kind, values):
            yield fault(line, MISSING if line.type in (Type.MONEY, Type.INTEGER) else MISSING_TEXT)


def unasked(lines: Sequence[Line], kind: Kind, values: Mapping[str, Given]) -> Iterator[Fault]:
    """One word for each part that was answered without being asked, at its first line. Zeros do not count."""
    if not {"basic.charity.value", "basic.fundraising.value"} <= set(values):
        return
    told: set[str] = set()
    for line in lines:
        if line.part not in told and values.get(line.id) and not asks(line, kind, values):
            told.add(line.part)
            yield fault(line, NOT_ASKED, "")


def repeated(lines: Sequence[Line], values: Mapping[str, Given]) -> Iterator[Fault]:
    """Filing numbers and codes that stand in two rows of a table."""
    seen: dict[tuple[str, Given], Line] = {}
    for line in lines:
        if not line.id.endswith((".filing", ".code")) or line.id not in values:
            continue
        first = seen.setdefault((line.part, values[line.id]), line)
        if first is not line:
            at = first.cell[1:]
            said = Said(f"与第 {at} 行重复，请核对。", f"The same stands in row {at}; please check.")
            yield fault(line, Remark(Severity.ADVISE, TWICE, said), values[line.id])
