"""Invariants of previews of the ranking: every act has its entry, and nothing was published too early."""

from collections.abc import Iterator

from audits.fsck.look import Found, Look
from audits.preview import told
from audits.preview.told import Told
from compliance.log.entry import canonical
from models.entry import bodies_of
from models.preview import Preview, objections, previews


def acts_are_entered_as_they_stand(look: Look) -> Found:
    """I5: every preview, objection, answer and withdrawal has its entry, whose body says what the row says."""
    for preview in previews(look.db):
        acts = list(_acts(look, preview))
        found = bodies_of(look.db, [one.subject for one in acts])
        for one in acts:
            body = found.get(one.subject)
            if body is None:
                yield one.subject, "没有日志记录", "it has no entry in the log"
            elif body.text is not None and body.text.encode() != canonical(one.body):
                yield one.subject, "与日志不符", "it is not as the log has it"


def _acts(look: Look, preview: Preview) -> Iterator[Told]:
    yield told.prepared(preview)
    for one in objections(look.db, preview.id):
        yield told.objected(one)
        if one.answer is not None:
            yield told.answered(one.answer)
    if preview.end is not None and preview.end.edition_id is None:
        yield told.withdrawn(preview.end)


def none_is_published_too_early(look: Look) -> Found:
    """An edition that was prepared is published after its period, with every objection answered before."""
    for preview in previews(look.db):
        if preview.end is None or preview.end.edition_id is None:
            continue
        row, end = f"edition_preview/{preview.id}", preview.end
        if end.on <= preview.until:
            yield row, "核对期届满前公布", "published before its period was over"
        if any(one.answer is None or one.answer.at > end.at for one in objections(look.db, preview.id)):
            yield row, "异议未答复即公布", "published before every objection was answered"
