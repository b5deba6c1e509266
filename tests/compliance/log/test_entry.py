"""Entries: canonical lines, commitments, and lines that are none."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.log.entry import Entry, Unfaithful, canonical, commit, read

SALT = bytes(range(32))
ENTRY = Entry(0, "list.add", datetime(2025, 3, 1, 1, 2, 3, tzinfo=UTC), "0" * 64, "531100005000000005")


def test_a_commitment_is_the_hash_of_prefix_salt_and_body() -> None:
    body = canonical({"case": "民罚字〔2025〕1号", "decision": "警告", "org": "某某慈善基金会"})
    assert commit(SALT, body) == "4c57570e773905bc866f290d34c6188a49a8eb228a662a92e309f323f680a8e7"


def test_an_entry_is_one_line_with_sorted_keys_and_nothing_empty() -> None:
    assert ENTRY.line() == (
        b'{"at":"2025-03-01T01:02:03Z","commit":"' + b"0" * 64 + b'","org":"531100005000000005",'
        b'"seq":0,"type":"list.add","v":1}'
    )
    later = Entry(2, "list.remove", ENTRY.at, "1" * 64, supersedes=0)
    assert b'"seq":2,"supersedes":0,"type":"list.remove"' in later.line()
    assert b"org" not in later.line()


@settings(deadline=None)
@given(
    st.integers(0, 2**40),
    st.from_regex(r"[a-z][a-z_.]{0,60}", fullmatch=True),
    st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),
    st.none() | st.from_regex(r"[0-9A-Z]{18}", fullmatch=True),
    st.none() | st.integers(0, 2**40),
)
def test_a_line_is_read_back_as_written(
    seq: int, kind: str, at: datetime, org: str | None, supersedes: int | None
) -> None:
    entry = Entry(seq, kind, at.replace(microsecond=0), "a" * 64, org, supersedes)
    assert read(entry.line()) == entry


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{",
        b"[]",
        b"7",
        b"\xff",
        b"[" * 5000,
        ENTRY.line() + b"\n",
        ENTRY.line().replace(b",", b", ", 1),
        ENTRY.line().replace(b'"v":1', b'"v":2'),
        ENTRY.line().replace(b'"seq":0', b'"seq":0.0'),
        ENTRY.line().replace(b'"seq":0', b'"seq":true'),
        ENTRY.line().replace(b'"seq":0', b'"seq":-1'),
        ENTRY.line().replace(b"0" * 64, b"0" * 63 + b"G"),
        ENTRY.line().replace(b'"v":1', b'"v":true'),
        ENTRY.line().replace(b'"seq":0', b'"more":1,"seq":0'),
        ENTRY.line().replace(b"03Z", b"03+00:00"),
        ENTRY.line().replace(b"2025-", b"25-"),
    ],
)
def test_what_is_not_exactly_an_entry_is_refused(line: bytes) -> None:
    with pytest.raises(Unfaithful):
        read(line)


@pytest.mark.parametrize("value", [1.0, {"a": [1, {"b": 0.5}]}, [float("nan")]])
def test_a_float_has_no_canonical_form(value: object) -> None:
    with pytest.raises(TypeError):
        canonical(value)


def test_a_short_salt_is_refused() -> None:
    with pytest.raises(ValueError, match="32"):
        commit(b"salt", b"{}")


@pytest.mark.parametrize(
    "entry",
    [
        replace(ENTRY, seq=-1),
        replace(ENTRY, type="公示"),
        replace(ENTRY, commit="G" * 64),
        replace(ENTRY, org="5311"),
        replace(ENTRY, supersedes=-1),
    ],
)
def test_what_cannot_stand_in_an_entry_makes_no_line(entry: Entry) -> None:
    with pytest.raises(Unfaithful):
        entry.line()
