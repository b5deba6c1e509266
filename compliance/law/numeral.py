"""Articles and items as official papers write them: 第六十一条第（二）项; parts that have a name and no number."""

from collections.abc import Mapping

from compliance.facts import Said

DIGITS = "零一二三四五六七八九"
PARTS: Mapping[str, str] = {
    "资产负债表": "balance sheet",
    "业务活动表": "statement of activities",
    "现金流量表": "cash flow statement",
    "会计报表": "financial statements",
    "会计报表附注": "notes to the financial statements",
    "附表": "schedule",
}


def numeral(number: int) -> str:
    """A whole number from 1 to 999 in Chinese: 10 is 十, 61 is 六十一, 105 is 一百零五, 110 is 一百一十."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    head = f"{DIGITS[hundreds]}百" if hundreds else ""
    middle = f"{DIGITS[tens]}十" if tens else "零" if hundreds and ones else ""
    if tens == 1 and not hundreds:
        middle = "十"
    return head + middle + (DIGITS[ones] if ones else "")


def placed(article: str) -> Said:
    """An article in words: 第六十一条第（二）项, art. 61(2); what has no number by its name: schedule item (3)."""
    head, _, tail = article.partition("(")
    item = tail.rstrip(")")
    nth = f"第（{item}）项" if item else ""
    if not head.isdigit():
        return Said(head + nth, PARTS.get(head, head) + (f" item ({item})" if item else ""))
    nth = f"第（{numeral(int(item))}）项" if item else ""
    return Said(f"第{numeral(int(head))}条{nth}", f"art. {article}")
