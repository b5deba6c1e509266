"""What a preview of the ranking is called as it stands, in which tone, and what has just been done to it."""

from datetime import date

from audits.web.language import gettext as _
from models.preview import Preview


def stands(preview: Preview, day: date) -> str:
    """How far it has come, in words."""
    if preview.end is None:
        return _("open to corrections") if day <= preview.until else _("period is over")
    return _("published") if preview.end.edition_id else _("withdrawn")


def tone(preview: Preview) -> str:
    """The colour beside these words."""
    if preview.end is None:
        return "info"
    return "good" if preview.end.edition_id else ""


def done(key: str) -> str:
    """What has just been done, said once on the next page."""
    words = {
        "prepared": _("The preview is open: every organization in it sees its place and may object."),
        "objected": _("Your objection has been received; the officer's answer is shown here."),
        "answered": _("Your answer was recorded."),
        "published": _("The edition is published."),
        "withdrawn": _("The preview is withdrawn."),
    }
    return words.get(key, "")
