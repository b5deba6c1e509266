"""What a decision enters in the record of an organization, and what it may not say without."""

from collections.abc import Mapping

from compliance.case import Matter

EVENTS: Mapping[Matter, str] = {
    Matter.LISTING: "listed",
    Matter.REMOVAL: "removed",
    Matter.WARNING: "warning",
    Matter.CRITICISM: "public_criticism",
    Matter.FINE: "fine",
    Matter.CONFISCATION: "confiscation",
    Matter.SUSPENSION: "suspension",
    Matter.REVOCATION: "certificate_revoked",
    Matter.STRIKE_OFF: "establishment_annulled",
    Matter.RECTIFICATION: "rectification_ordered",
}
"""What the decision of a case enters, by the names of contract 4."""
KEPT: Mapping[Matter, tuple[str, ...]] = {
    Matter.FINE: ("amount",),
    Matter.CONFISCATION: ("amount",),
    Matter.SUSPENSION: ("until",),
}
"""Which facts of the case go with it into the record, beside its basis."""
