"""Chinese numerals for articles and items, as official papers write them: 第六十一条第（二）项."""

DIGITS = "零一二三四五六七八九"


def numeral(number: int) -> str:
    """A whole number from 1 to 999 in Chinese: 10 is 十, 61 is 六十一, 105 is 一百零五, 110 is 一百一十."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    head = f"{DIGITS[hundreds]}百" if hundreds else ""
    middle = f"{DIGITS[tens]}十" if tens else "零" if hundreds and ones else ""
    if tens == 1 and not hundreds:
        middle = "十"
    return head + middle + (DIGITS[ones] if ones else "")
