"""The nightly look at the register: a case for every listing that the law calls for, with its facts and basis."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from audits.config import now
from audits.numbering import Paper, number
from compliance.case import Matter, Move
from compliance.facts import Register
from compliance.law import Cite
from compliance.law.credit_measures import GROUNDS
from compliance.law.credit_periods import NO_DUTY_STAY
from compliance.listing import Proposal, Record, Standing, proposed, record
from compliance.removal import removals
from models.account import Account
from models.case import Case, CaseMove, dismissed_cases, open_cases
from models.db import Facts, Session
from models.organization import Organization, find_all
from models.record import BATCH, dossiers, kept_from, missed, with_events

Key = tuple[str, str, str, str]


def open_proposals(db: Session, day: date) -> Facts:
    """Open a case for each listing the law calls for and each removal that is the registrar's to begin.

    What is open already, or was dismissed on the same facts, is not opened again.
    """
    known, dismissed = set(open_cases(db)), {_facts_key(*row) for row in dismissed_cases(db)}
    codes, opened = candidates(db, day), 0
    for start in range(0, len(codes), BATCH):
        found = dossiers(db, codes[start : start + BATCH])
        wanted = [
            (code, matter, ground, facts)
            for code, dossier in found.items()
            for matter, ground, facts in called_for(record(dossier, day))
        ]
        organizations = find_all(db, {code for code, *_ in wanted})
        for code, matter, ground, facts in wanted:
            register = facts["list"]
            if (code, str(matter), register, ground) in known or _facts_key(code, ground, facts) in dismissed:
                continue
            open_case_of(db, day, None, organizations[code], matter, ground, facts)
            known.add((code, str(matter), register, ground))
            opened += 1
    return {"looked_at": len(codes), "opened": opened}


def _facts_key(code: str, ground: str, facts: Facts) -> Key:
    about = [(one.get("since", ""), *one.get("of", ())) for one in facts.get("grounds", ())]
    return code, facts.get("list", ""), ground, str(about)


def candidates(db: Session, day: date) -> Sequence[str]:
    """Codes of whoever might be listed or removed: no report on some year, or anything in its record."""
    years = range(kept_from(db) or day.year - 1, day.year)
    without = {code for year in years for code in missed(db, year, date(year, 12, 31))}
    return sorted(without | set(with_events(db)))


def called_for(facts: Record) -> Iterable[tuple[Matter, str, Facts]]:
    """Matter, ground and facts of every case that should be open."""
    for proposal in proposed(facts):
        yield Matter.LISTING, proposal.ground, listing_facts(proposal, facts.day)
    for removal in removals(facts):
        here = facts.lists[removal.list]
        if removal.list is Register.ANOMALY and removal.possible(facts.day) and no_duty(here):
            yield Matter.REMOVAL, "", removal_facts(removal.list, here, facts.day)


def no_duty(here: Standing) -> bool:
    """Whether none of the entries leaves a duty: then the registrar removes without being asked (art. 14)."""
    return all(not GROUNDS[ground].texts[0].value.duty for ground in here.grounds)


def listing_facts(proposal: Proposal, day: date) -> Facts:
    """What a proposal rests on, as kept with its case."""
    ground = _ground(proposal.ground, proposal.since, proposal.of, proposal.basis)
    return {"list": proposal.list.value, "on": day.isoformat(), "grounds": [ground]}


def removal_facts(register: Register, here: Standing, day: date) -> Facts:
    """The entries that a removal is about."""
    text = NO_DUTY_STAY.on(day)
    grounds = [
        _ground(ground, here.entries[ground], (), text.cite if text else None) for ground in here.grounds
    ]
    return {"list": register.value, "on": day.isoformat(), "grounds": grounds}


def _ground(ground: str, since: date, of: Sequence[str], cite: Cite | None) -> Mapping[str, object]:
    said = GROUNDS[ground].label
    return {
        "ground": ground,
        "says": said.zh,
        "says_en": said.en,
        "since": since.isoformat(),
        "of": list(of),
        "basis": cite.said.zh if cite else "",
        "basis_en": cite.said.en if cite else "",
    }


def open_case_of(
    db: Session,
    day: date,
    by: Account | None,
    organization: Organization,
    matter: Matter,
    ground: str,
    facts: Facts,
) -> Case:
    """A new case with its first move; `by` is None for the system."""
    case = Case(
        number=number(db, Paper.CASE, organization, day),
        code=organization.code,
        matter=matter,
        register=facts.get("list", ""),
        ground=ground,
        facts=facts,
    )
    first = CaseMove(move=Move.OPENED, on=day, at=now(), by=by.id if by else None, details={})
    case.moves.append(first)
    db.add(case)
    db.flush()
    return case
