"""慈善活动: spending on charitable activities, management and fundraising cost, major projects."""

from compliance.facts import Said
from compliance.form import Asked, Column, Part, Row, Table, Type

# fmt: off
SPENDING = (
    Row("charitable_spending", "慈善活动支出", "Charitable spending",
        "本年用于慈善活动的支出，须已送达最终受益人；不大于业务活动成本。",
        "Spent on charity this year and arrived at the beneficiaries; at most the cost of activities.",
        required=True),
    Row("management_cost", "管理费用", "Management cost", "与业务活动表的管理费用一致。",
        "As in the statement of activities.", required=True),
    Row("fundraising_cost", "募捐成本", "Fundraising cost",
        "为公开募捐直接发生的成本，不大于筹资费用；没有填 0。",
        "Direct cost of campaigns, at most the financing cost; 0 if none.", required=True),
    Row("last_year_income", "上年总收入", "Last year's total income",
        "上年实际收入，减去上年收入中时间限定为上年不得使用的，加上上年解除时间限定的净资产。",
        "Last year's income, less what could not be used then, plus net assets whose time limit ended then.",
        required=True),
    Row("last_year_net_assets", "上年末净资产", "Net assets at last year end",
        "等于资产负债表净资产合计的年初余额。", "Equals the opening net assets of the balance sheet.",
        required=True, signed=True),
    Row("income_mean", "前三年收入平均数", "Mean income of three years", "可代替上年总收入计算；不用就留空。",
        "May be used instead of last year's income; blank if not used."),
    Row("net_assets_mean", "前三年年末净资产平均数", "Mean net assets of three years",
        "可代替上年末净资产计算；不用就留空。", "May be used instead of last year's; blank if not used.",
        signed=True),
    Row("donation_income_mean", "前三年捐赠收入平均数", "Mean donation income of three years",
        "用来看募捐成本是否过高。", "The fundraising cost is measured against it.", asked=Asked.FUNDRAISING),
    Row("trust_setup", "设立慈善信托支出", "Spent on setting up trusts",
        "作为委托人交付的财产；不计入慈善活动支出。", "Given as settlor; not part of charitable spending."),
    Row("partners_pending", "已拨付合作方、尚未送达受益人的金额", "With partners, not yet arrived",
        "送达前不计入慈善活动支出。", "Not counted as charitable spending until it arrives."),
)
EXCUSES = (
    Row("cost_excused", "管理费用超出比例是否有可说明的原因", "Has an excess of management cost a reason?",
        "没有超出的填“否”。", "No if there is no excess.", Type.YES_NO, required=True),
    Row("cost_reason", "超出原因", "Reason of the excess",
        "如登记不满一年、折旧或减值突增；并已报告和公开说明。",
        "Such as a first year, a jump of depreciation or losses; reported and published.", Type.TEXT),
    Row("spending_excused", "慈善活动支出不足是否有特殊情况",
        "Are there special circumstances for low spending?", "没有不足的填“否”；有的须报告并说明。",
        "No if spending suffices; otherwise report and explain.", Type.YES_NO, required=True),
    Row("spending_reason", "特殊情况说明", "The circumstances", "上一项填“是”的写明。", "If yes above.",
        Type.TEXT),
)
TOTALS = (
    Row("projects", "本年慈善项目数", "Charitable projects in the year", "没有填 0。", "0 if none.",
        Type.INTEGER, required=True),
    Row("beneficiaries", "本年受益人次", "Beneficiaries in the year", "可以估计，没有填 0。",
        "An estimate will do; 0 if none.", Type.INTEGER),
    Row("donations_cash", "本年接受捐赠：现金", "Donations received: money", "单位元。", "In yuan.",
        required=True),
    Row("donations_kind", "本年接受捐赠：实物折价", "Donations received: goods at value",
        "按公允价值或凭据，单位元。", "At fair value or as documented, in yuan.", required=True),
    Row("volunteers", "本年志愿者人次", "Volunteers in the year", "没有填 0。", "0 if none.", Type.INTEGER),
)
PROJECTS = tuple(
    Row(f"project_{n}", f"重大慈善项目 {n}", f"Major project {n}",
        "本年收支最大的项目；不足五个的，其余留空。",
        "The largest projects of the year; leave the rest blank.")
    for n in range(1, 6)
)
PROJECT_COLUMNS = (
    Column("name", "项目名称", "Name", Type.TEXT, required=True),
    Column("income", "本年收入", "Income", Type.MONEY, required=True),
    Column("spending", "本年支出", "Spending", Type.MONEY, required=True),
    Column("beneficiaries", "受益对象", "Beneficiaries", Type.TEXT, required=True),
)
MONEY = Said("用于计算年度支出和管理费用的比例。", "Used for the shares of spending and cost.")

CHARITY = Part(
    "charity", "慈善活动", Said("慈善活动与年度支出", "Charitable activities and spending"),
    Said("慈善组织填写；基金会不是慈善组织的只填第一、二项。单位：元。",
         "For charities; foundations that are no charities fill I and II only. In yuan."),
    (
        Table(Said("一、支出与费用", "I. Spending and cost"), SPENDING, shows="value", help=MONEY,
              asked=Asked.SPENDING),
        Table(Said("二、特殊情况", "II. Special circumstances"), EXCUSES, asked=Asked.SPENDING),
        Table(Said("三、活动概况", "III. The year's activities"), TOTALS, shows="value",
              asked=Asked.CHARITY),
        Table(Said("四、重大慈善项目", "IV. Major projects"), PROJECTS, PROJECT_COLUMNS, asked=Asked.CHARITY,
              help=Said("{column}：填了一行就要填完整。", "{column}: once begun, complete the row."),
              together=True),
    ),
)
