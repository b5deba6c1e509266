"""JSON is read strictly, and what is wrong is said with its place."""

import pytest

from audits.upload import Limits, open_report

GOOD = '{"kind": "foundation", "year": 2024, "lines": {"a": "1.50", "b": true}}'


def test_a_good_document_is_read() -> None:
    for content in (GOOD.encode(), GOOD.encode("utf-8-sig")):
        read = open_report(content, "年报.json", Limits())
        assert isinstance(read, dict) and read["lines"] == {"a": "1.50", "b": True}


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"", "empty"),
        (b'{"a": 1', "json.syntax"),
        (b"{} {}", "json.syntax"),
        (b"[]", "json.shape"),
        ('{"a": "收入"}'.encode("gbk"), "json.encoding"),
        (GOOD.encode("utf-16"), "json.encoding"),
        (b'{"a": NaN}', "json.number"),
        (b'{"a": -Infinity}', "json.number"),
        (b'{"a": 1e999}', "json.number"),
        (b'{"a": %s}' % (b"9" * 5000), "json.number"),
        (b'{"a": 1234567890123456789}', "json.number"),
        (b'{"a": 1, "a": 2}', "json.duplicate"),
        (b'{"a": "\\u0000"}', "json.character"),
        (b'{"\\ud800": 1}', "json.character"),
        (b"[" * 100_000, "json.depth"),
        (b'{"a":' * 33 + b"1" + b"}" * 33, "json.depth"),
        (b'{"a": "' + b"x" * (6 << 20) + b'"}', "size"),
        (b'{"a": "' + b"\\" * 200_001, "json.syntax"),
    ],
    ids=range(18),
)
def test_a_bad_document_is_one_fault(content: bytes, rule: str) -> None:
    faults = open_report(content, "年报.json", Limits())
    assert isinstance(faults, tuple) and [one.rule for one in faults] == [f"file.{rule}"]
