"""行政处罚法 and 民政部令第68号: the steps a penalty may not go without, and which penalties call for which.

Without a number of days; those are in `penalty_law`.
"""

from compliance.facts import Said
from compliance.law import Act, Dated, Version
from compliance.law.amount import Fen
from compliance.law.penalty_law import PENALTY, PENALTY_IN_FORCE, PROCEDURE, PROCEDURE_IN_FORCE


def _step(act: Act, article: str, zh: str, en: str, sure: bool = True) -> Dated[bool]:
    since = PENALTY_IN_FORCE if act is PENALTY else PROCEDURE_IN_FORCE
    return Dated(act, Said(zh, en), Version(since, article, True, confirmed=sure))


FILING = _step(PROCEDURE, "", "立案", "Filing of a case", sure=False)
CLOSING = _step(PROCEDURE, "", "结案", "Closing of a case", sure=False)
RECUSAL = _step(
    PENALTY,
    "43",
    "执法人员与案件有直接利害关系的应当回避",
    "An officer with an interest in the case steps back",
)
ADVANCE_NOTICE = _step(
    PENALTY,
    "44",
    "处罚前告知拟处罚的内容及事实、理由、依据和权利",
    "Facts, grounds, basis, contents and rights are told before a penalty",
)
DEFENCE = _step(
    PENALTY,
    "45",
    "听取并复核陈述申辩，不得因申辩加重处罚",
    "The defence is heard and reviewed, and never makes the penalty heavier",
)
NO_DECISION_UNHEARD = _step(
    PENALTY,
    "62",
    "未告知或者拒绝听取陈述申辩的，不得作出处罚决定；当事人明确放弃的除外",
    "No decision without notice and defence, unless it is waived",
)
HEARING = _step(
    PENALTY,
    "63",
    "较大数额罚款、没收，降低资质、吊销许可证件，责令停业等处罚，应当告知听证权利",
    "Larger fines and confiscations, suspension and revocation: a hearing is offered",
)
HEARING_CHAIR = _step(
    PENALTY,
    "64",
    "听证由非本案调查人员主持",
    "A hearing is chaired by somebody who did not investigate",
)
LEGAL_REVIEW = _step(
    PENALTY,
    "58",
    "重大、经过听证或者疑难的处罚决定作出前须经法制审核",
    "Legal review before heavy decisions and those after a hearing",
)
DISCUSSION = _step(
    PENALTY,
    "57",
    "给予较重的行政处罚，由负责人集体讨论决定",
    "Heavy penalties are decided by collective discussion of the heads",
)
LARGER_SUM = Dated(
    PROCEDURE,
    Said(
        "应当告知听证权利的较大数额罚款、没收（条文数额未见，按严重违法失信名单的罚款数额）",
        "Larger sum for which a hearing is offered (no amount seen in the text; that of the serious list is taken)",
    ),
    Version(PROCEDURE_IN_FORCE, "", Fen(5_000_000), confirmed=False),
)
TIME_NOT_COUNTED = _step(
    PROCEDURE,
    "31",
    "听证、公告、审计、检测、鉴定的时间不计入办案期限",
    "Time of hearing, publication, audit and appraisal is not counted",
)
EXECUTION_GOES_ON = _step(
    PENALTY,
    "73",
    "申请复议或者提起诉讼的，行政处罚不停止执行",
    "Neither reconsideration nor the court stays enforcement",
)
