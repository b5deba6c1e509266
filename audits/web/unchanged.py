"""What was counted since the last change of the register: given again without counting, while nothing changes."""

from collections.abc import Callable, Hashable
from typing import TypeVar

from flask import current_app

from models.db import Session
from models.publication import version_seen

T = TypeVar("T")
MOST = 200
"""So many answers are kept in a process."""


def unchanged(db: Session, key: Hashable, make: Callable[[], T]) -> T:
    """What `make` gives, made at most once for each key and each change of an organization, report, case, record,
    complaint or draw.

    The version is read before anything is counted: what changes meanwhile makes the answer stale, never wrong.
    """
    kept: dict[Hashable, tuple[int, T]] = current_app.extensions.setdefault("unchanged", {})
    version = version_seen(db)
    found = kept.get(key)
    if found is not None and found[0] == version:
        return found[1]
    made = make()
    if len(kept) >= MOST:
        kept.clear()
    kept[key] = version, made
    return made
