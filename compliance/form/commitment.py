"""承诺书: the promise that the report is true, who gives it and when."""

from compliance.facts import Said
from compliance.form import Part, Row, Table, Type

# fmt: off
ROWS = (
    Row("true", "承诺所填内容真实、准确、完整", "We promise that all of this is true, accurate and complete",
        "隐瞒或弄虚作假要承担法律责任；填“是”才能提交。",
        "Hiding or falsifying has legal consequences; needed to submit.", Type.YES_NO, required=True),
    Row("lawful", "承诺依法依章程开展活动、不从事营利分配",
        "We promise to act by law and charter and share no profit", "信用承诺，违反的记入信用记录。",
        "A credit commitment; breaches go on record.", Type.YES_NO, required=True),
    Row("public", "同意依法公开本报告", "We agree to lawful publication of this report",
        "个人信息和依法不公开的内容除外。", "Except personal data and what the law withholds.", Type.YES_NO,
        required=True),
    Row("preparer", "填表人", "Prepared by", "填表人与签署人不能是同一人。", "Must not be the signer.",
        Type.TEXT, required=True),
    Row("signer", "签署人（法定代表人）", "Signed by (legal representative)",
        "应为法定代表人或其书面授权的人。", "The legal representative or someone authorised in writing.",
        Type.TEXT, required=True),
    Row("signed_on", "签署日期", "Signed on", "写成 2025-03-20 这样；不早于报告年度年末。",
        "As 2025-03-20; after the report year has ended.", Type.DAY, required=True),
    Row("board_approved_on", "理事会通过本报告的日期", "Passed by the board on", "没有经理事会审议的留空。",
        "Blank if the board did not vote on it.", Type.DAY),
    Row("remarks", "需要说明的其他事项", "Anything else to explain", "没有就留空。", "Blank if nothing.",
        Type.TEXT),
)

COMMITMENT = Part(
    "commitment", "承诺书", Said("真实性承诺", "Commitment to truth"),
    Said("本页打印后签字盖章，原件留存备查。", "Print this page, sign and seal it, and keep the original."),
    (Table(Said("承诺", "Commitment"), ROWS),),
)
