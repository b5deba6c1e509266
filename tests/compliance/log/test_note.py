"""Signed notes, keys and proofs in their formats, and what is none."""

import pytest

from compliance.log.note import (
    Checkpoint,
    Misread,
    key_id,
    proof_file,
    read_checkpoint,
    read_proof_file,
    read_verifier_key,
    signatures,
    signed,
    verifier_key,
)

PUBLIC = bytes(range(32))
ROOT = bytes(range(32, 64))
HEAD = Checkpoint("log.example/office", 20852163, ROOT)


def test_a_checkpoint_is_origin_size_and_root() -> None:
    assert HEAD.text == "log.example/office\n20852163\nICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=\n"
    assert read_checkpoint(HEAD.text) == HEAD


def test_a_note_gives_back_its_text_and_the_signatures_of_a_key() -> None:
    note = signed(HEAD.text, "log.example/office", PUBLIC, b"s" * 64)
    assert note.startswith(HEAD.text + "\n\u2014 log.example/office ")
    assert signatures(note, "log.example/office", PUBLIC) == (HEAD.text, [b"s" * 64])
    assert signatures(note, "log.example/other", PUBLIC) == (HEAD.text, [])
    assert signatures(note, "log.example/office", ROOT) == (HEAD.text, [])


def test_the_key_of_the_first_go_checksum_database_has_its_known_id() -> None:
    written = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"
    name, public = read_verifier_key(written)
    assert key_id(name, public).hex() == "033de0ae"
    assert verifier_key(name, public) == written


@pytest.mark.parametrize(
    "written",
    ["", "a+b", "a+00000000+AAAA", "a b+033de0ae+Ac4z", verifier_key("a", PUBLIC).replace("a", "b", 1)],
)
def test_what_is_no_verifier_key_is_refused(written: str) -> None:
    with pytest.raises(Misread):
        read_verifier_key(written)


@pytest.mark.parametrize(
    "text", ["", "a\n", "a\n-1\nAA==\n", "a\n01\n" + HEAD.text.split("\n")[2], "\n".join("abc")]
)
def test_what_is_no_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(Misread):
        read_checkpoint(text)


@pytest.mark.parametrize(
    "note", ["", HEAD.text, HEAD.text + "\n", HEAD.text + "\nsigned by me\n", HEAD.text + "\n\u2014 a !\n"]
)
def test_what_is_no_note_is_refused(note: str) -> None:
    with pytest.raises(Misread):
        signatures(note, "a", PUBLIC)


def test_a_proof_file_gives_back_what_it_proves() -> None:
    note = signed(HEAD.text, "log.example/office", PUBLIC, b"s" * 64)
    text = proof_file(7, [ROOT, PUBLIC], note)
    assert text.startswith("c2sp.org/tlog-proof@v1\nindex 7\nICEi")
    assert read_proof_file(text) == (7, [ROOT, PUBLIC], note)
    assert read_proof_file(proof_file(0, [], note)) == (0, [], note)
    with pytest.raises(Misread):
        read_proof_file(note)
