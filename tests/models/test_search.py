"""Search finds names, former names and codes, from two characters on."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy.orm import Session

from models.organization import Particular
from models.search import add, find_codes, pairs, rebuild
from tests import make


@pytest.fixture
def codes(db: Session) -> dict[str, str]:
    names = ("阳光市环境保护协会", "阳光市阳光助学基金会", "Sunshine Club 阳光俱乐部", "红十字会")
    made = {name: make.organization(db, name=name).code for name in names}
    db.add(
        Particular(
            code=made["红十字会"],
            what="name",
            value="阳光救护会",
            since=date(2015, 3, 1),
            entered_at=datetime(2025, 1, 1, tzinfo=UTC),
            entered_by="",
        )
    )
    db.flush()
    rebuild(db)
    return made


@pytest.mark.parametrize(
    ("q", "names"),
    [
        ("环境", {"阳光市环境保护协会"}),
        ("阳光市", {"阳光市环境保护协会", "阳光市阳光助学基金会"}),
        ("助学基金", {"阳光市阳光助学基金会"}),
        ("sunshine", {"Sunshine Club 阳光俱乐部"}),
        ("救护", {"红十字会"}),
        ("红", {"红十字会"}),
        ("境环", set()),
        ("没有这个", set()),
        ('"', set()),
        ("' OR 1=1", set()),
        ("环*", set()),
        ("", set()),
        ("   ", set()),
    ],
)
def test_a_text_finds_the_names_that_contain_it(
    db: Session, codes: dict[str, str], q: str, names: set[str]
) -> None:
    assert set(find_codes(db, q)) == {codes[name] for name in names}


def test_a_code_is_found_by_its_beginning_in_any_case(db: Session, codes: dict[str, str]) -> None:
    code = codes["红十字会"]
    assert find_codes(db, code.lower()) == [code]
    assert code in find_codes(db, code[:8])


def test_a_new_name_is_found_at_once(db: Session, codes: dict[str, str]) -> None:
    code = make.organization(db, name="新月读书会").code
    add(db, [(code, "新月读书会")])
    assert find_codes(db, "读书") == [code]


def test_hits_are_limited(db: Session, codes: dict[str, str]) -> None:
    assert len(find_codes(db, "阳光", limit=2)) == 2


def test_pairs_overlap_and_leave_out_blanks() -> None:
    assert pairs("阳光 市") == ["阳光", "光市"]
    assert pairs("会") == []
