"""One simulation on its way into one database, in one transaction."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from audits.simulate import found, office, record, stored
from audits.simulate.answers import answers, groups
from audits.simulate.docket import Docket
from audits.simulate.lists import People, missed, penalized
from audits.simulate.numbers import Numbers
from audits.simulate.plan import Plan
from audits.simulate.season import Walk, needs_audit, walks
from audits.simulate.years import through
from models import bulk
from models.account import Account, Role
from models.case import Case, CaseMove
from models.db import Session
from models.event import Event
from models.job import Series
from models.organization import Organization
from models.report import Document, Report, Step, YearFigures

Row = dict[str, Any]


class Writer:
    """One simulation on its way into one database, in one transaction."""

    def __init__(self, db: Session, drawn: Plan) -> None:
        self.db, self.plan, self.people = db, drawn, drawn.population
        self.office = office.found(db, self.plan.conduct.years[0])
        self.numbers = Numbers(self.office.prefixes)
        self.walked: list[dict[int, Walk]] = []
        self.made: list[tuple[Row, Row, Walk, int]] = []
        self.events: list[Row] = []

    def write(self) -> Iterator[tuple[str, int, int]]:
        """Every row; tells what it is at, how far, and of how much."""
        size, years = len(self.people), self.plan.conduct.years
        rows = [office.organization_row(self.people, self.plan.own, self.office, n) for n in range(size)]
        bulk.add_all(self.db, Organization, rows)
        self.accounts = self._accounts()
        yield "organizations", 1, len(years) + 3
        bulk.add_all(self.db, Document, [stored.document(stored.AUDIT_PDF, "application/pdf")])
        before = None
        for place, (_, lines) in enumerate(
            through(self.people, self.plan.own, self.plan.conduct, self.plan.seed)
        ):
            before = self._year(place, lines, before)
            yield "reports", place + 2, len(years) + 3
        self._steps()
        yield "steps", len(years) + 2, len(years) + 3
        self._records()
        bulk.add_all(self.db, Series, list(self.numbers.series))
        yield "records", len(years) + 3, len(years) + 3

    def _accounts(self) -> list[Account]:
        codes = self.people.code
        unit = self.office.unit_id(self.people, self.plan.walker)
        moment = office.noon(self.plan.day)
        if unit is None:
            raise RuntimeError("the walker has a supervising unit")
        return office.people(
            self.db, self.office, codes[self.plan.walker], codes[self.plan.settled], unit, moment
        )

    def _year(self, place: int, lines: dict[str, Any], before: Any) -> Any:
        conduct, year = self.plan.conduct, self.plan.conduct.years[place]
        walked = walks(self.people, conduct, place, self.plan.day, self.plan.seed)
        self.walked.append(walked)
        filed = np.zeros(len(self.people), dtype=bool)
        filed[list(walked)] = True
        batches = [
            found.Batch(group, answers(group, self.people, self.plan.own, lines))
            for group in groups(self.people, year, filed)
        ]
        numbers = found.numbers(batches)
        faults = found.faults(found.with_prior(numbers, before), year)
        for batch in batches:
            self._store(batch, faults, walked)
        return numbers

    def _store(self, batch: found.Batch, faults: Any, walked: dict[int, Walk]) -> None:
        documents, reports = [], []
        for n, filed in zip(batch.group.members, found.documents(batch), strict=True):
            made = stored.report(filed, faults.get(filed["code"], []), walked[int(n)])
            documents.append(stored.document(filed["content"], "application/json"))
            reports.append(made)
            figures = stored.year_figures(filed, walked[int(n)], 0)
            self.made.append(({**made, "lines": None}, figures, walked[int(n)], int(n)))
        bulk.add_all(self.db, Document, documents)
        bulk.add_all(self.db, Report, reports)

    def _steps(self) -> None:
        ids = bulk.report_ids(self.db)
        maker = stored.Steps(self.numbers, self._id(Role.OFFICER))
        steps: list[Row] = []
        figures = []
        for made, row, walk, n in self.made:
            report = ids[made["code"], made["year"]]
            audited = needs_audit(self.people, n, made["year"])
            steps += maker.of(made, walk, report, self.office.registrar(self.people, n).id, audited)
            figures.append({**row, "report_id": report})
        self.steps = steps
        bulk.add_all(self.db, YearFigures, figures)

    def _id(self, role: Role) -> int:
        return next(account.id for account in self.accounts if account.role is role)

    def _records(self) -> None:
        drawn = self.plan
        years, day = drawn.conduct.years, drawn.day
        self.events += record.entries(self.people, years, day, drawn.seed)
        rng = np.random.default_rng([drawn.seed, 8])
        for year, walked in zip(years, self.walked, strict=True):
            self.events += record.rectifications(self.people, walked, year, day, rng)
        docket = Docket(self.numbers, day, [], [], [])
        people, spared = (
            People(self.people, self.office, self.accounts),
            frozenset({drawn.walker, drawn.settled}),
        )
        missed(docket, people, drawn.conduct, self.walked, spared)
        absent = spared | {int(n) for n in np.flatnonzero(drawn.conduct.missing.any(axis=1))}
        punished = [
            one
            for one in record.penalties(self.people, years, day, drawn.seed)
            if one[1] is None or one[1].n not in absent
        ]
        self.events += [row for row, _ in punished]
        penalized(docket, people, [penalty for _, penalty in punished if penalty], frozenset(absent))
        self._number(docket)

    def _number(self, docket: Docket) -> None:
        self.numbers.series = list(self.numbers.assign())
        bulk.add_all(self.db, Step, self.steps)
        bulk.add_all(self.db, Case, docket.cases)
        rows = list(docket.rows(bulk.case_ids(self.db)))
        bulk.add_all(self.db, CaseMove, [row for what, row in rows if what == "move"])
        bulk.add_all(
            self.db,
            Event,
            sorted(self.events + [row for what, row in rows if what == "event"], key=lambda row: row["on"]),
        )
