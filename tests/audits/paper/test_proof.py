"""A paper carries its place in the decision log: what it says can be checked with nothing but the file."""

import json
from io import BytesIO

from pypdf import PdfReader

from audits.log.publish import publish, signer
from audits.paper.issue import issue_one
from audits.signature import opened
from compliance.log.entry import canonical, commit, read
from compliance.log.note import read_checkpoint, read_proof_file
from compliance.log.tree import included, leaf
from models.db import Database
from models.report import Step
from tests import make
from tests.audits.paper.test_paper import concluded


def a_conclusion(database: Database) -> Step:
    with database.write() as db:
        return concluded(db, make.organization(db), "qualified")


def printed(database: Database, step: Step) -> tuple[str, dict[str, bytes]]:
    reader = PdfReader(BytesIO(issue_one(database, step)))
    files = {name: content[0] for name, content in reader.attachments.items()}
    return "".join(page.extract_text() for page in reader.pages).replace("\n", ""), files


def test_a_paper_printed_after_publication_proves_itself(sqlite_database: Database) -> None:
    step = a_conclusion(sqlite_database)
    publish(sqlite_database)
    text, files = printed(sqlite_database, step)
    told = json.loads(files["decision-log.json"])
    entry = read(told["entry"].encode())
    assert entry.commit == commit(bytes.fromhex(told["salt"]), canonical(told["body"]))
    assert told["body"]["number"] == step.number
    index, path, note = read_proof_file(files["decision-log.tlog-proof"].decode())
    head = read_checkpoint(opened(note, signer().verifier))
    assert included(index, head.size, leaf(told["entry"].encode()), path, head.root)
    assert head.root.hex() in text.replace(" ", "")


def test_a_paper_printed_before_publication_says_that_its_proof_is_to_come(sqlite_database: Database) -> None:
    step = a_conclusion(sqlite_database)
    text, files = printed(sqlite_database, step)
    assert list(files) == ["decision-log.json"]
    assert "尚未发布" in text
    assert json.loads(files["decision-log.json"])["leaf"] in text.replace(" ", "")
