"""What an officer says to a score: a row that stays. Knows nothing of models, so that pages need no scikit-learn."""

from datetime import datetime

from audits.refusal import Conflict
from models.account import Account
from models.db import Session
from models.risk import RiskAnswer, RiskScore, latest_run

LONGEST_REASON = 2000


def answer(
    db: Session, name: str, code: str, agrees: bool, reason: str, by: Account, moment: datetime
) -> None:
    """Enter what an officer says to the last score. Conflict without a score; who differs says why."""
    run = latest_run(db, name)
    if run is None or db.get(RiskScore, (run.id, code)) is None:
        raise Conflict("该组织尚无评分。", "There is no score of this organization yet.")
    reason = reason.strip()[:LONGEST_REASON]
    if not agrees and not reason:
        raise Conflict("不同意评分时须写明理由。", "Whoever differs from a score says why.")
    db.add(RiskAnswer(run_id=run.id, code=code, agrees=agrees, reason=reason, at=moment, by=by.id))
