"""公开募捐: the campaigns of the year and their totals; only for holders of the qualification."""

from compliance.facts import Said
from compliance.form import Asked, Column, Part, Row, Table, Type

# fmt: off
TOTALS = (
    Row("campaigns", "本年备案的募捐活动数", "Campaigns filed in the year",
        "没有填 0；长期不开展会影响资格。", "0 if none; long without one affects the qualification.",
        Type.INTEGER, required=True),
    Row("raised", "本年公开募捐收入", "Raised in public in the year", "全部募捐活动之和，单位元。",
        "Over all campaigns, in yuan.", required=True),
    Row("raised_online", "其中：互联网募捐收入", "of which: online", "通过指定平台募得的，单位元。",
        "Through the named platforms, in yuan.", required=True),
    Row("cost", "本年募捐成本", "Cost of campaigns", "应等于慈善活动表的募捐成本，单位元。",
        "Equals the fundraising cost in the charity part, in yuan.", required=True),
    Row("used", "本年使用的募捐款", "Used in the year", "单位元。", "In yuan.", required=True),
    Row("left", "年末结余募捐款", "Left at year end", "单位元；没有填 0。", "In yuan; 0 if none.",
        required=True),
    Row("partners", "合作募捐的合作方数", "Partners in campaigns", "没有填 0；合作方不得自行募捐。",
        "0 if none; partners may not raise by themselves.", Type.INTEGER, required=True),
    Row("plans_filed", "募捐方案是否都在活动前备案", "Was every plan filed beforehand?",
        "每个活动一份方案、一个备案号。", "One plan and one filing number each.", Type.YES_NO, required=True),
    Row("accounts_published", "到期的募捐情况是否都已公开", "Were all accounts published in time?",
        "进行中和结束后都要公开。", "While running and after the end.", Type.YES_NO, required=True),
    Row("use_changed", "是否变更过募捐款用途", "Was the use of money changed?", "变更须备案并公开。",
        "Changes are filed and published.", Type.YES_NO, required=True),
)
CAMPAIGNS = tuple(
    Row(f"campaign_{n}", f"募捐活动 {n}", f"Campaign {n}", "按募得金额从大到小；不足五个的，其余留空。",
        "Largest first; leave the rest blank.")
    for n in range(1, 6)
)
CAMPAIGN_COLUMNS = (
    Column("filing", "备案号", "Filing number", Type.TEXT, required=True),
    Column("name", "活动名称", "Name", Type.TEXT, required=True),
    Column("raised", "本年募得", "Raised", Type.MONEY, required=True),
    Column("cost", "募捐成本", "Cost", Type.MONEY, required=True),
    Column("used", "本年使用", "Used", Type.MONEY, required=True),
    Column("published", "最近公开日", "Last published", Type.DAY, required=False),
)

FUNDRAISING = Part(
    "fundraising", "公开募捐", Said("公开募捐", "Public fundraising"),
    Said("只由有公开募捐资格的慈善组织填写。单位：元。",
         "Only for holders of the public-fundraising qualification. In yuan."),
    (
        Table(Said("一、全年合计", "I. The year's totals"), TOTALS, shows="value", asked=Asked.FUNDRAISING),
        Table(Said("二、募捐活动", "II. Campaigns"), CAMPAIGNS, CAMPAIGN_COLUMNS, asked=Asked.FUNDRAISING,
              help=Said("{column}：填了一行就要填完整。", "{column}: once begun, complete the row."),
              together=True),
    ),
)
