"""Figures of complaints: received, not taken up, answered. Nothing of what was said is read."""

from sqlalchemy import func

from compliance.complaint import Doing
from compliance.span import Days
from models.complaint import Complaint, ComplaintStep
from models.organization import Organization
from models.statistics.source import WHO, Source

COMPLAINT, STEP = Complaint.__table__.c, ComplaintStep.__table__.c


def complaints(days: Days) -> Source:
    """Steps of complaints within the days, each with the organization complained of where it was recognised."""
    rows = ComplaintStep.__table__.join(Complaint.__table__, COMPLAINT.id == STEP.complaint_id).outerjoin(
        Organization.__table__, WHO.code == COMPLAINT.code
    )
    figures = {
        "complaints": STEP.doing == Doing.RECEIVED,
        "complaints.refused": STEP.doing == Doing.REFUSED,
        "complaints.answered": STEP.doing == Doing.ANSWERED,
    }
    named = [func.coalesce(column, "").label(column.name) for column in (WHO.code, WHO.name)]
    return Source(
        rows,
        COMPLAINT.registrar_id,
        (STEP.on.between(days.first, days.last),),
        figures,
        {"": STEP.on},
        what=COMPLAINT.topic,
        number=COMPLAINT.number,
        tie=STEP.id,
        named=(*named, WHO.kind, func.coalesce(WHO.district, "").label("district")),
    )
