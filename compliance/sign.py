"""The signs of risk in words, and what a score is: said to officers only."""

from collections.abc import Mapping

from compliance.facts import Said

SIGNS: Mapping[str, Said] = {
    "age": Said("登记年限（年）", "Years since registration"),
    "charity": Said("慈善组织", "Charity status"),
    "fundraising": Said("公开募捐资格", "Public-fundraising qualification"),
    "association": Said("社会团体", "Association"),
    "foundation": Said("基金会", "Foundation"),
    "supervised": Said("有业务主管单位", "Has a supervising unit"),
    "reports": Said("已报送报告份数", "Reports received"),
    "missed": Said("未报送的年度数", "Years without a report"),
    "missed_share": Said("未报送年度占比", "Share of years without a report"),
    "late_share": Said("迟报占比", "Share of reports that came late"),
    "slack_last": Said("上次报送距期限天数", "Days to the due date at the last report"),
    "slack_mean": Said("历次报送距期限平均天数", "Mean days to the due date"),
    "slack_least": Said("历次报送距期限最少天数", "Fewest days to the due date"),
    "years_silent": Said("距上次报送年数", "Years since the last report"),
    "unpublished_share": Said("未公开报告占比", "Share of reports not published"),
    "faults_last": Said("上份报告须说明的问题数", "Findings to explain in the last report"),
    "faults_mean": Said("历份报告须说明的问题平均数", "Mean findings to explain in a report"),
    "conclusion_last": Said("上次年检结论", "Last conclusion of inspection"),
    "not_qualified_share": Said("结论非合格占比", "Share of conclusions below qualified"),
    "log_income": Said("收入规模（对数）", "Size of income (logarithm)"),
    "growth": Said("收入较上年倍数", "Income against the year before"),
    "margin": Said("收支结余率", "Share of income not spent"),
    "months_of_net_assets": Said("净资产可维持月数", "Months that net assets would last"),
    "management_share": Said("管理费用占比", "Share of management cost"),
    "penalties": Said("三年内行政处罚次数", "Penalties in three years"),
    "complaints": Said("三年内查实投诉次数", "Complaints upheld in three years"),
    "orders": Said("三年内责令整改次数", "Orders to rectify in three years"),
    "interviews": Said("三年内约谈次数", "Interviews in three years"),
    "letters_returned": Said("三年内退信次数", "Letters returned in three years"),
    "awards": Said("三年内表彰次数", "Awards in three years"),
    "completed_share": Said("整改完成占比", "Share of orders completed"),
    "listed": Said("在名录上", "On a list"),
    "grade": Said("评估等级", "Assessment grade"),
    "years_since_event": Said(
        "距上次处罚、投诉或整改年数", "Years since the last penalty, complaint or order"
    ),
}
"""Every column of compliance.risk in words."""
BANDS: Mapping[str, Said] = {
    "high": Said("高", "High"),
    "raised": Said("较高", "Raised"),
    "usual": Said("一般", "Usual"),
}
"""The bands of a score by place."""


def sign(name: str) -> Said:
    """A column in words; its own name where it is a column of a panel."""
    return SIGNS.get(name, Said(name, name))
