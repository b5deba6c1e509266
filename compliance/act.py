"""Acts with legal effect by the types of the decision log: their names, and which of them are public."""

from collections.abc import Mapping

from compliance.case import MOVE_NAMES, Move
from compliance.case.effect import EVENTS
from compliance.display import public_events
from compliance.facts import Event, Said
from compliance.happening import HAPPENINGS
from compliance.law.credit_repair_measures import CLASS_OF_PENALTY

LIST_ADD, LIST_REMOVE, LIST_REPAIR = "list.add", "list.remove", "list.repair"
EDITION, ERASED, RESTORED = "edition.published", "body.erased", "restore"
OF_REPORT: Mapping[str, str] = {
    took: f"report.{'received' if took == 'submitted' else took}"
    for took in ("submitted", "consented", "declined", "returned", "concluded", "published")
}
"""Types by what happened to a report."""
OF_MOVE: Mapping[str, str] = {str(move): f"case.{move}" for move in Move if move is not Move.DECIDED}
"""Types by the move of a case, but for the decision."""
OF_LIST: Mapping[str, str] = {"listed": LIST_ADD, "removed": LIST_REMOVE, "repaired": LIST_REPAIR}
PUBLIC = frozenset({LIST_ADD, LIST_REMOVE, LIST_REPAIR, "report.concluded", "report.published"})
"""Types whose entries name the organization, whatever they say."""

NAMES: Mapping[str, Said] = {
    "report.received": Said("收到年度工作报告", "Annual report received"),
    "report.consented": Said("业务主管单位同意", "Supervising unit consented"),
    "report.declined": Said("业务主管单位不同意", "Supervising unit declined"),
    "report.returned": Said("退回补正", "Report returned for correction"),
    "report.concluded": Said("年度检查（审查）结论", "Conclusion on a report"),
    "report.published": Said("公开年度工作报告", "Annual report published"),
    **{f"case.{move}": Said(said.zh, f"Case: {said.en}") for move, said in MOVE_NAMES.items()},
    "case.opened": Said("立案", "Case opened"),
    "case.noticed": Said("发出告知书", "Notice issued"),
    "case.stated": Said("陈述申辩", "Statement made"),
    "case.proposed": Said("提出处理意见", "Decision proposed"),
    "case.dismissed": Said("撤销案件", "Case dismissed"),
    "case.closed": Said("结案", "Case closed"),
    LIST_ADD: Said("列入名录（名单）", "Entered on a list"),
    LIST_REMOVE: Said("移出名录（名单）", "Removed from a list"),
    LIST_REPAIR: Said("信用修复", "Credit repaired"),
    EDITION: Said("公布透明度排行", "Ranking published"),
    "edition.prepared": Said("透明度排行预览", "Ranking prepared for corrections"),
    "edition.objected": Said("对排行预览的异议", "Objection to a prepared ranking"),
    "edition.answered": Said("答复对排行预览的异议", "Objection to a prepared ranking answered"),
    "edition.withdrawn": Said("撤回排行预览", "Prepared ranking withdrawn"),
    "draw.plan": Said("公布抽查方案", "Plan of a draw published"),
    "draw.freeze": Said("冻结并公布名单", "Lists of a draw frozen and published"),
    "draw.objection": Said("对名单的异议", "Objection to the lists of a draw"),
    "draw.answer": Said("答复对名单的异议", "Objection to the lists answered"),
    "draw.sources": Said("录入抽签来源", "Sources of a draw typed"),
    "draw.result": Said("公布抽查结果", "Result of a draw"),
    "draw.finding": Said("录入检查结果", "What a visit of a draw found"),
    "draw.replacement": Said("递补抽中对象", "One drawn replaced by the next"),
    ERASED: Said("依法删除正文", "Body erased by law"),
    RESTORED: Said("恢复备份后补回记录", "Entries put back after a restore"),
}
"""What the types are called; penalties and other entries of the record by the words of the record."""


def of_event(what: str) -> str:
    """The type of an entry of the record that no case decided."""
    if what in OF_LIST:
        return OF_LIST[what]
    return f"penalty.{what}" if what in CLASS_OF_PENALTY.texts[0].value else f"record.{what}"


OF_DECISION: Mapping[str, str] = {str(matter): of_event(what) for matter, what in EVENTS.items()}
"""Types of the decision by what the case is about: those of what it enters in the record."""


def is_public(event: Event) -> bool:
    """Whether an entry of the record is shown to the public on its day."""
    return event.what in OF_LIST or bool(public_events((event,), event.on))


def name_of(type_: str) -> Said:
    """What a type is called; a type of a later version by itself."""
    if type_ in NAMES:
        return NAMES[type_]
    known = HAPPENINGS.get(type_.partition(".")[2])
    return known.said if known else Said(type_, type_)
