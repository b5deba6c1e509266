"""Unified social credit codes (GB 32100-2015) of social organizations."""

from stdnum.cn import uscc
from stdnum.exceptions import ValidationError

from compliance.form import Line
from compliance.form.answer import Answer, advise, plain, stop
from compliance.form.cells import Value

LENGTH = 18
OURS = ("51", "52", "53")
NOT_USED = "IOSVZ"
FOREIGN = stop(
    "form.code.foreign",
    "这不是社会组织的代码（应以 51、52 或 53 开头）。",
    "This is no code of a social organization (51, 52 or 53).",
)


def code(value: Value, line: Line) -> Answer:
    """The 18 characters of a code registered with civil affairs, in capitals."""
    if not isinstance(value, str):
        return stop(
            "form.code.number",
            "代码要以文本填写：18 位数字会被表格软件改变。请先把单元格设为文本再填。",
            "Enter the code as text: a spreadsheet cannot hold 18 digits as a number.",
        )
    short = plain(value).replace(" ", "").replace("-", "").upper()
    if refusal := _wrong(short):
        return refusal
    if short == value:
        return Answer(short)
    return Answer(short, (advise("form.code.read", f"已按 {short} 读取。", f"Read as {short}."),))


def _wrong(short: str) -> Answer | None:
    if len(short) != LENGTH:
        zh, en = f"应为 18 位，现在是 {len(short)} 位。", f"A code has 18 characters; this has {len(short)}."
        return stop("form.code.length", zh, en)
    if letters := sorted(set(short) & set(NOT_USED)):
        return _letters(" ".join(letters))
    try:
        uscc.validate(short)
    except ValidationError:
        zh = "校验位不对，请照登记证书核对每一位。"
        return stop(
            "form.code.check", zh, "The check character does not match; compare it with the certificate."
        )
    return None if short.startswith(OURS) else FOREIGN


def _letters(used: str) -> Answer:
    zh = f"代码里不用字母 {used}，是否把数字 0、1、2、5 写成了字母？"
    return stop("form.code.letter", zh, f"Codes do not use {used}; a digit may have been typed as a letter.")
