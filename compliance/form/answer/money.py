"""Amounts: yuan as written, fen as kept. Nothing is rounded, scaled or turned in silence."""

import re
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal

from compliance.facts import MOST_FEN, yuan
from compliance.form import Line
from compliance.form.answer import Answer, Remark, advise, plain, stop
from compliance.form.answer.numeral import numeral
from compliance.form.cells import Value

NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
WRITTEN = re.compile(rf"(?:¥|RMB|CNY|人民币)?([-\u2212]?)({NUMBER})元?", re.ASCII)
BRACKETED = re.compile(rf"\(({NUMBER})\)元?", re.ASCII)
SCALED = re.compile(rf"([-\u2212]?)({NUMBER})(万亿|千万|百万|亿|万|千)元?", re.ASCII)
SCALES = {"千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}
NOTHING = ("-", "--", "—", "——", "–", "/", "\\", "无", "没有", "n/a", "na", "none", "nil", "null")
CENT = Decimal("0.01")
EXACT = Context(prec=15)
"""A spreadsheet is exact to 15 digits: what lies beyond is noise of its arithmetic (0.1 + 0.2)."""
MOST_YUAN = MOST_FEN // 100
MOST = yuan(MOST_FEN)


def money(value: Value, line: Line) -> Answer:
    """An amount in fen. `value` in yuan, as a number or as text."""
    if isinstance(value, bool) or isinstance(value, date) or value is None:
        return stop(
            "form.money.type", "这里要填金额（数字），不能是日期或真假值。", "An amount in yuan belongs here."
        )
    if isinstance(value, str):
        return _text(value, line)
    if isinstance(value, int) and 0 <= value <= MOST_YUAN:
        return Answer(100 * value)
    return _fen(Decimal(value), line, ())


def grouped(fen: int) -> str:
    """Fen as yuan with commas, as amounts are shown back: "1,234,567.89"."""
    return f"{Decimal(fen) / 100:,.2f}"


def _text(text: str, line: Line) -> Answer:
    short = plain(text).replace(" ", "")
    if match := WRITTEN.fullmatch(short):
        sign = -1 if match[1] else 1
        plainly = text.replace(",", "") == f"{'-' if match[1] else ''}{match[2].replace(',', '')}"
        return _fen(sign * _number(match[2]), line, () if plainly else (True,))
    if match := BRACKETED.fullmatch(short):
        return _fen(-_number(match[1]), line, (True,))
    return _refused(short)


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def _refused(short: str) -> Answer:
    if short.casefold() in NOTHING:
        return stop(
            "form.money.dash",
            "横线、“无”不等于零：金额为零请填 0，没有该项请留空。",
            "A dash or 'none' is not zero: enter 0 for zero, or leave it blank if not applicable.",
        )
    if match := SCALED.fullmatch(short):
        sign = -1 if match[1] else 1
        return _unit(sign * _number(match[2]) * SCALES[match[3]])
    if "%" in short:
        return stop(
            "form.money.percent", "这里要填金额，不能是百分比。", "An amount belongs here, not a percentage."
        )
    if (meant := numeral(short)) is not None:
        offer = _plainly(meant)
        return stop(
            "form.money.numeral", f"请用阿拉伯数字，填 {offer}。", f"Use figures; enter {offer}.", offer
        )
    return stop(
        "form.money.format",
        "请填以元为单位的数字，如 1234500 或 1,234,500.00。",
        "Enter a number in yuan, such as 1234500 or 1,234,500.00.",
    )


def _unit(meant: Decimal) -> Answer:
    offer = _plainly(meant)
    return stop(
        "form.money.unit", f"本表单位是元，请填 {offer}。", f"Amounts are in yuan; enter {offer}.", offer
    )


def _plainly(amount: Decimal) -> str:
    return f"{amount.normalize():f}"


def _fen(amount: Decimal, line: Line, changed: tuple[bool, ...]) -> Answer:
    if not amount.is_finite() or amount.copy_abs() > MOST_YUAN:
        return stop(
            "form.money.range",
            f"金额超出范围：应在 -{MOST} 到 {MOST} 元之间。",
            f"Out of range: amounts lie between -{MOST} and {MOST} yuan.",
        )
    exact = EXACT.plus(amount)
    cents = exact.quantize(CENT, ROUND_HALF_UP)
    fen = int(cents * 100)
    if fen < 0 and not line.signed:
        return stop(
            "form.money.negative",
            "本项不能是负数。请核对；冲减请写在说明里。",
            "This cannot be negative. Check it; explain offsets in words.",
        )
    return Answer(fen, _remarks(fen, cents != exact, bool(changed)))


def _remarks(fen: int, rounded: bool, changed: bool) -> tuple[Remark, ...]:
    if not rounded and not changed:
        return ()
    shown = grouped(fen)
    if rounded:
        zh, en = (
            f"多于两位小数，已四舍五入按 {shown} 元读取。",
            f"More than two decimals; read as {shown} yuan.",
        )
        return (advise("form.money.rounded", zh, en, shown),)
    zh, en = f"已按 {shown} 元读取，请核对。", f"Read as {shown} yuan; please check."
    return (advise("form.money.read", zh, en, shown),)
