"""Invariants of what is kept: files, figures, numbers, runs, and the database itself."""

import re
from collections import defaultdict
from datetime import timedelta
from hashlib import sha256

from audits.fsck.look import Found, Look
from audits.numbering import Paper
from compliance.figures import figures
from models import fsck

PAPERS = "|".join(Paper)
NUMBER = re.compile(rf"(.*?)({PAPERS})〔(\d{{4}})〕(\d+)号")
PATIENCE = timedelta(days=1)
"""How long an unfinished run may wait to be taken over."""


def documents_are_what_their_hash_says(look: Look) -> Found:
    """I2: a kept file has the content and the size it was kept with."""
    for digest, content, size in fsck.documents(look.db):
        if sha256(content).hexdigest() != digest or len(content) != size:
            yield f"document {digest}", "内容与散列值或大小不符", "its content differs from its hash or size"


def every_document_belongs_to_a_row(look: Look) -> Found:
    """I2: no file is kept that nothing refers to."""
    for digest in fsck.stray_documents(look.db):
        yield f"document {digest}", "没有任何记录引用此文件", "nothing refers to this file"


def no_run_is_left_lying(look: Look) -> Found:
    """I12: no unfinished run is older than a day."""
    for job, period in fsck.orphans(look.db, look.moment - PATIENCE):
        yield f"job_run {job} {period}", "未完成且无人接手", "unfinished, and nobody took it over"


def figures_are_those_of_the_report(look: Look) -> Found:
    """I19: the figures kept for rules and pages are those of the report's lines, to the fen."""
    for code, year, kept, lines in fsck.figures(look.db):
        if dict(kept) != figures(lines):
            yield (
                f"year_figures {code} {year}",
                "与报告中的数字不一致",
                "differs from the report it is taken from",
            )


def numbers_have_no_gap(look: Look) -> Found:
    """Document numbers run from 1 to the last one given, each once (文号)."""
    given: dict[tuple[str, str], list[int]] = defaultdict(list)
    for prefix, rest, last in fsck.series(look.db):
        given[prefix, rest] += range(1, last + 1)
    used: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number in fsck.numbers(look.db):
        if parts := NUMBER.fullmatch(number):
            prefix, paper, year, running = parts.groups()
            used[prefix, f"{paper}/{year}"].append(int(running))
    for key in sorted(given.keys() | used.keys()):
        if sorted(given[key]) != sorted(used[key]):
            yield f"series {''.join(key)}", "文号有缺号或未登记", "a number is missing or was never given"


def the_database_is_whole(look: Look) -> Found:
    """I18: pages, indexes and references, by the database's own check."""
    for what in fsck.damage(look.database, look.db):
        yield what, "数据库自检不通过", "the database's own check fails"
