"""What is said with a step of a complaint, sealed and opened again."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import orjson

from audits.config import now
from audits.refusal import Conflict
from audits.seal import seal, unseal
from compliance.complaint import DOING_NAMES, Doing, following
from models.complaint import Complaint, ComplaintFile, ComplaintStep

PURPOSE = "complaint"
OPEN = ("finding", "department", "due")
"""What of a step is kept in the clear: it names nobody."""
File = tuple[str, str, bytes]
"""Name, kind and content of a piece of evidence."""


def step_of(
    doing: Doing, day: date, said: Mapping[str, Any], by: int | None = None, token: str | None = None,
    files: Sequence[File] = (),
) -> ComplaintStep:  # fmt: skip
    """A step to be entered, everything said with it sealed."""
    step = ComplaintStep(doing=doing, on=day, at=now(), by=by, token=token)
    step.details = {key: said[key] for key in OPEN if said.get(key)}
    step.sealed = seal(PURPOSE, orjson.dumps(dict(said)))
    for name, kind, content in files:
        sealed = {"name": seal(PURPOSE, name.encode()), "sealed": seal(PURPOSE, content)}
        step.files.append(ComplaintFile(kind=kind, size=len(content), **sealed))
    return step


def words(step: ComplaintStep) -> dict[str, Any]:
    """What was said with a step."""
    said: dict[str, Any] = orjson.loads(unseal(PURPOSE, step.sealed))
    return said


def file_name(file: ComplaintFile) -> str:
    """The name of a piece of evidence."""
    return unseal(PURPOSE, file.name).decode()


def content_of(file: ComplaintFile) -> bytes:
    """A piece of evidence."""
    return unseal(PURPOSE, file.sealed)


def follows(complaint: Complaint, doing: Doing) -> None:
    """Conflict, naming the last step, where this one may not follow."""
    if doing not in following(complaint.done):
        name, last = DOING_NAMES[doing], DOING_NAMES[complaint.steps[-1].doing]
        raise Conflict(
            f"现在不能“{name.zh}”：上一步是“{last.zh}”。请刷新页面。",
            f"“{name.en}” is not possible now: the last step was “{last.en}”. Reload the page.",
        )
