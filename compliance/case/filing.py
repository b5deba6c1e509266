"""Opening a case by hand: what an officer says, which acts a kind of case may rest on, what is kept with the case."""

from collections.abc import Mapping
from datetime import date

from compliance.case import Matter
from compliance.case.asks import Ask, Unsaid, read
from compliance.case.effect import EVENTS
from compliance.facts import Kind, Said
from compliance.law.offences import OFFENCES, binding

BY_HAND = (
    Matter.WARNING,
    Matter.CRITICISM,
    Matter.FINE,
    Matter.CONFISCATION,
    Matter.SUSPENSION,
    Matter.REVOCATION,
    Matter.STRIKE_OFF,
    Matter.RECTIFICATION,
    Matter.INTERVIEW,
)
"""What an officer opens; the others are opened by the nightly look or by the organization."""
WHAT = (
    Ask("since", Said("行为发生（或者终了）之日", "Day of the act, or of its end"), "day"),
    Ask("what", Said("查明的事实", "Facts as found")),
    Ask("evidence", Said("证据", "Evidence")),
)
FREE = Ask("basis", Said("适用的条款", "Provision applied"), "line")
OWN: Mapping[Matter, tuple[Ask, ...]] = {
    Matter.FINE: (Ask("amount", Said("拟罚款金额（元）", "Fine intended, in yuan"), "amount"),),
    Matter.CONFISCATION: (
        Ask("amount", Said("拟没收金额（元）", "Sum to be confiscated, in yuan"), "amount"),
    ),
    Matter.SUSPENSION: (Ask("until", Said("拟停止活动至", "Suspended until"), "day"),),
    Matter.RECTIFICATION: (
        Ask("demand", Said("整改要求", "What has to be mended")),
        Ask("due", Said("整改期限", "To be mended by"), "day"),
    ),
}


def grounds(matter: Matter, kind: Kind, charity: bool, day: date) -> Mapping[str, Said]:
    """The acts that allow this kind of case for an organization on a day, each with its article."""
    what = EVENTS.get(matter)
    found: dict[str, Said] = {}
    for key, dated in binding(kind, charity, day):
        text = dated.on(day)
        if text is not None and (what is None or what in text.value.penalties):
            cite = text.cite.said
            found[key] = Said(f"{dated.label.zh}（{cite.zh}）", f"{dated.label.en} ({cite.en})")
    return found


def fields(matter: Matter, kind: Kind, charity: bool, day: date) -> tuple[Ask, ...]:
    """What is asked when such a case is opened against such an organization."""
    free = matter in (Matter.CRITICISM, Matter.RECTIFICATION, Matter.INTERVIEW)
    chosen = Ask("ground", Said("违法情形", "Act"), "choice", grounds(matter, kind, charity, day))
    return ((FREE if free else chosen), *WHAT, *OWN.get(matter, ()))


def filed(matter: Matter, asked: tuple[Ask, ...], said: Mapping[str, str], day: date) -> dict[str, object]:
    """The facts of a new case. Unsaid names what is missing, or a day that is not possible."""
    facts = read(asked, said)
    if facts["since"] > day.isoformat():
        raise Unsaid(Said("行为发生之日不能晚于今天。", "The act cannot be later than today."))
    for key in ("until", "due"):
        if key in facts and facts[key] <= day.isoformat():
            raise Unsaid(Said("期限应在今天之后。", "The day has to be after today."))
    return facts | {"grounds": [_ground(matter, facts, day)]}


def _ground(matter: Matter, facts: Mapping[str, str], day: date) -> dict[str, object]:
    """The ground as the papers state it: by the text in force on the day of the act (行政处罚法 art. 37)."""
    key = facts.get("ground", "")
    on = date.fromisoformat(facts["since"])
    text = (OFFENCES[key].on(on) or OFFENCES[key].on(day)) if key else None
    basis = text.cite.said if text else Said(facts.get("basis", ""), facts.get("basis", ""))
    label = OFFENCES[key].label if key else Said(facts["what"], facts["what"])
    return {
        "ground": key,
        "says": label.zh,
        "says_en": label.en,
        "since": facts["since"],
        "of": [],
        "basis": basis.zh,
        "basis_en": basis.en,
    }
