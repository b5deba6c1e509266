"""The acts: train on the office's own past, score the register, watch for drift. Each adds rows, none changes one."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from audits.refusal import Conflict, NotFound
from audits.risk.drift import ACT, drift
from audits.risk.judge import Judged, judge
from audits.risk.learn import learn
from audits.risk.office import Frames, frames, table
from audits.risk.scoring import scored
from audits.risk.store import Model, kept, packed, unpacked
from audits.risk.table import fingerprint, numbers
from compliance.outcome import OUTCOMES
from compliance.risk import COLUMNS, signs
from models import bulk
from models.db import Database, Session
from models.report import Document, keep
from models.risk import RiskModel, RiskRun, RiskScore, latest_model

Tell = Callable[[str], None]
JSON = "application/json"
DRAWS = 300


def silent(text: str) -> None:
    """Tell nobody."""
    del text


def train(
    database: Database, day: date, moment: datetime, tell: Tell = silent, draws: int = DRAWS
) -> dict[str, Judged]:
    """Train a model of every outcome with seasons enough, intervals from so many draws; Conflict where none has."""
    with database.read() as db:
        known = frames(db, day)
    told, refused = {}, None
    for name in OUTCOMES:
        try:
            told[name] = _train(database, known, name, day, moment, tell, draws)
        except Conflict as conflict:
            refused = conflict
            tell(str(conflict.said.en))
    if not told and refused is not None:
        raise refused
    return told


def _train(
    database: Database, known: Frames, name: str, day: date, moment: datetime, tell: Tell, draws: int
) -> Judged:
    rows = table(known, name, day)
    learned = learn(rows, tell=lambda text: tell(f"{name}: {text}"), draws=draws)
    judged = judge(rows, learned, draws)
    content = packed(kept(rows, learned))
    with database.write() as db:
        row = RiskModel(outcome=name, day=day, made_at=moment, columns=fingerprint(COLUMNS))
        row.sha256, row.family, row.metrics = keep(db, content, JSON), judged.family, asdict(judged)
        db.add(row)
    return judged


def loaded(db: Session, row: RiskModel) -> Model:
    """The model of a row. Unfit if its columns are not ours; NotFound if its file is gone."""
    file = db.get(Document, row.sha256)
    if file is None:
        raise NotFound("模型文件缺失。", "The file of the model is missing.")
    return unpacked(file.content, COLUMNS)


def score(database: Database, day: date, moment: datetime, tell: Tell = silent) -> dict[str, dict[str, Any]]:
    """Score every living organization by the latest models. Conflict where none was trained."""
    with database.read() as db:
        models = {name: row for name in OUTCOMES if (row := latest_model(db, name)) is not None}
        if not models:
            raise Conflict(
                "尚未训练模型；请先运行 yangguang risk train。",
                "No model has been trained yet: run `yangguang risk train` first.",
            )
        known = frames(db, day)
        ready = {name: (row.id, loaded(db, row)) for name, row in models.items()}
    frame = signs(known.organizations, known.reports, known.events, day)
    codes, x = frame["code"].to_list(), numbers(frame, COLUMNS)
    told = {}
    for name, (number, model) in ready.items():
        tell(name)
        seen = drift(model.expected, COLUMNS, x)
        rows = list(scored(model, codes, x))
        with database.write() as db:
            run = RiskRun(model_id=number, day=day, made_at=moment, drift=dict(seen))
            db.add(run)
            db.flush()
            bulk.add_all(db, RiskScore, [{"run_id": run.id, **row} for row in rows])
        drifted = [column for column, value in seen.items() if value >= ACT]
        told[name] = {"run": run.id, "organizations": len(rows), "drifted": drifted}
    return told


def watched(database: Database, day: date) -> dict[str, list[str]]:
    """The columns that have drifted so far from training that the model should be trained anew."""
    with database.read() as db:
        rows = [row for name in OUTCOMES if (row := latest_model(db, name)) is not None]
        if not rows:
            return {}
        known = frames(db, day)
        models = [loaded(db, row) for row in rows]
    frame = signs(known.organizations, known.reports, known.events, day)
    x = numbers(frame, COLUMNS)
    return {
        model.outcome: [name for name, value in drift(model.expected, COLUMNS, x).items() if value >= ACT]
        for model in models
    }
