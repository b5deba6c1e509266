"""Answers picked from a list, and yes or no."""

from compliance.facts import Said
from compliance.form import Line
from compliance.form.answer import Answer, advise, plain, stop
from compliance.form.cells import Value

YES_NO = (Said("是", "Yes"), Said("否", "No"))
YES = ("是", "yes")
NO = ("否", "no")
READ_AS_YES = ("y", "true", "√", "有", "对")
READ_AS_NO = ("n", "false", "×", "无", "没有", "不是")


def choice(value: Value, line: Line) -> Answer:
    """The key of the choice that was written, in either language or as the key itself."""
    text = plain(value).casefold() if isinstance(value, str) else str(value)
    for one in line.choices:
        if text in (one.key.casefold(), plain(one.said.zh).casefold(), one.said.en.casefold()):
            return Answer(one.key)
    zh = "、".join(one.said.zh for one in line.choices)
    en = ", ".join(one.said.en for one in line.choices)
    return stop("form.choice.unknown", f"请从下拉列表选择：{zh}。", f"Choose from the list: {en}.", zh)


def yes_no(value: Value, line: Line) -> Answer:
    """True for yes, False for no."""
    if isinstance(value, bool):
        return Answer(value)
    text = plain(value).casefold() if isinstance(value, str) else ""
    if text in YES + NO:
        return Answer(text in YES)
    if text in READ_AS_YES + READ_AS_NO:
        read = YES_NO[text in READ_AS_NO]
        note = advise(
            "form.yes_no.read", f"已按“{read.zh}”读取，请核对。", f"Read as {read.en}; please check."
        )
        return Answer(text in READ_AS_YES, (note,))
    return stop("form.yes_no.unknown", "请填“是”或“否”。", "Answer 是 (yes) or 否 (no).", "是/否")
