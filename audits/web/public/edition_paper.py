"""An edition of the ranking as PDF."""

from flask import Response, abort, g
from flask.typing import ResponseReturnValue

from audits.config import config
from audits.paper import PaperFault
from audits.paper.edition import edition_paper
from audits.web.access import public
from audits.web.limit import limiter
from audits.web.public.pages import pages
from audits.web.public.ranking import published, shape_of, wanted
from audits.web.session import database
from models.ranked import Asked


def prints() -> str:
    """How often one visitor may have a paper made: it takes seconds."""
    return config().web.check_attempts


@pages.get("/ranking/<int:edition>/paper.pdf")
@public
@limiter.limit(prints)
def ranking_paper(edition: int) -> ResponseReturnValue:
    """The best of an edition, of a class or of a district, with classes, method and marks."""
    asked = wanted()
    with database().read() as db:
        one, _every = published(db, edition)
        of = shape_of(db, one.id)
        if asked.class_ not in ("", *of.classes) or asked.district not in ("", *of.districts):
            abort(404)
        only = Asked(class_=asked.class_, district=asked.district)
        try:
            content = edition_paper(db, one, only, of, g.language)
        except PaperFault:
            abort(503)
    return Response(content, content_type="application/pdf", headers=_named(edition, g.language))


def _named(edition: int, language: str) -> dict[str, str]:
    name = f"ranking-{edition}{'-en' if language == 'en' else ''}.pdf"
    return {"Content-Disposition": f'attachment; filename="{name}"'}
