from datetime import date

import pytest

from compliance.law import disclosure_measures as law


@pytest.mark.parametrize(
    ("item", "day", "article"),
    [
        ("annual_report", "2026-01-01", "第六条"),
        ("related_parties", "2026-01-01", "第十五条"),
        ("major_assets", "2026-01-01", "第十三条"),
        ("related_dealings", "2026-01-01", "第十四条"),
        ("trust_settled", "2026-01-01", "第十二条"),
        ("basic_information_change", "2026-01-01", "第十六条"),
        ("campaign_ended", "2024-09-04", "《中华人民共和国慈善法》第七十三条"),
        ("campaign_ended", "2024-09-05", "《中华人民共和国慈善法》第七十九条"),
        ("emergency", "2024-09-05", "《中华人民共和国慈善法》第七十二条"),
    ],
)
def test_an_item_of_disclosure_cites_the_text_of_the_day(item: str, day: str, article: str) -> None:
    text = law.ITEMS[item].on(date.fromisoformat(day))
    assert text is not None
    assert article in str(text.cite)


def test_every_item_has_a_time() -> None:
    values = [text.value for dated in law.ITEMS.values() for text in dated.texts]
    assert all(sum(one is not None for one in (item.within, item.by, item.every)) == 1 for item in values)
