"""The risk model: trained, judged, kept without pickle. The only door to scikit-learn.

What is scored is named for what it is (late filing, no report, disclosure faults, distress). A score
orders the officer's queue and decides nothing.
"""

from contextlib import suppress
from datetime import date, datetime
from importlib import import_module

from audits.refusal import Conflict
from models.db import Database

QUICK = 100
"""Draws behind an interval where somebody waits."""


def train_and_score(database: Database, day: date, moment: datetime) -> None:
    """Train a model of every outcome and score the register. What learns is loaded when it is asked for: it takes
    a second, and starts threads that a server must not be forked from.
    """
    work = import_module("audits.risk.work")
    with suppress(Conflict):  # a young or a small office has no past to learn from
        work.train(database, day, moment, draws=QUICK)
        work.score(database, day, moment)
