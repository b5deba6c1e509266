"""业务活动表, the statement of activities (会民非02表): the whole year by restriction, both layouts."""

from compliance.facts import Said
from compliance.form import Column, Part, Row, Table

# fmt: off
OLD, NEW = (2004,), (2026,)
FREE = ("restricted",)

INCOME = (
    Row("donation_income", "捐赠收入", "Donation income", "接受的现金和实物捐赠。",
        "Gifts in cash and in kind.", required=True, free=FREE),
    Row("dues_income", "会费收入", "Membership dues", "按章程向会员收取的会费。",
        "Dues from members under the charter.", required=True, free=FREE),
    Row("service_income", "提供服务收入", "Service income", "向服务对象收取的费用，如学费、医疗费。",
        "Fees from those served, such as tuition.", required=True, free=FREE),
    Row("government_grants", "政府补助收入", "Government grants", "政府拨款或补助，购买服务收入除外。",
        "Grants from government, not purchased services.", required=True, free=FREE),
    Row("sales_income", "商品销售收入", "Sales income", "销售出版物、药品等商品的收入。",
        "From selling publications, medicines and other goods.", required=True, free=FREE),
    Row("headquarters_grants", "总部拨款收入", "Grants from headquarters",
        "分支机构、代表机构从总部取得的拨款。", "What a branch receives from its head office.", layouts=NEW),
    Row("investment_income", "投资收益", "Investment income", "对外投资的净收益，亏损填负数。",
        "Net gain on investments; a loss is negative.", required=True, signed=True, free=FREE),
    Row("other_income", "其他收入", "Other income", "以上各项之外的收入，如利息、处置资产净收益。",
        "Anything else, such as interest.", required=True, free=FREE),
    Row("total_income", "收入合计", "Total income", "以上收入各行之和。", "Sum of the income above.",
        required=True, signed=True),
)

EXPENSE = (
    Row("business_cost", "业务活动成本", "Cost of activities", "为实现章程宗旨开展项目或服务的全部成本。",
        "All cost of projects and services for the charter's purpose.", required=True, free=FREE),
    Row("donation_project_cost", "其中：捐赠项目成本", "of which: donation projects",
        "用捐赠款物开展项目的成本。", "Cost of projects paid from gifts.", layouts=OLD),
    Row("service_cost", "其中：提供服务成本", "of which: services", "提供收费服务的成本。",
        "Cost of services that are paid for.", layouts=OLD),
    Row("sales_cost", "其中：商品销售成本", "of which: goods sold", "所售商品的成本。",
        "Cost of the goods sold.", layouts=OLD),
    Row("member_service_cost", "其中：会员服务成本", "of which: services to members",
        "用会费为会员服务的成本。", "Cost of serving the members.", layouts=OLD),
    Row("business_taxes", "其中：业务活动税金及附加", "of which: taxes on activities",
        "2004 年制度下计入业务活动成本的税金及附加。", "Booked inside this cost under the 2004 system.",
        layouts=OLD),
    Row("charitable_activity_cost", "其中：慈善活动支出", "of which: charitable activities",
        "款物送达最终受益人才能计入。", "Counts only once it has reached the beneficiary.", layouts=NEW),
    Row("trust_setup_cost", "其中：设立慈善信托支出", "of which: setting up charitable trusts",
        "作为委托人交付慈善信托的财产；不计入慈善活动支出。",
        "Given to a trust; it is not charitable spending.", layouts=NEW),
    Row("other_business_cost", "其中：其他业务活动成本", "of which: other activities",
        "以上两项之外的业务活动成本。", "Any other cost of activities.", layouts=NEW),
    Row("taxes_and_surcharges", "税金及附加", "Taxes and surcharges", "业务活动负担的税金及附加。",
        "Taxes borne by the activities.", layouts=NEW),
    Row("management_cost", "管理费用", "Management cost",
        "理事会、行政人员、办公、折旧等费用；用于计算管理费用比例。",
        "Board, administration, office, depreciation; used for the cost ratio.", required=True, free=FREE),
    Row("financing_cost", "筹资费用", "Financing cost", "募集资金和借款的费用。",
        "Cost of raising and borrowing money.", required=True, free=FREE),
    Row("fundraising_cost", "其中：募捐成本", "of which: fundraising cost",
        "公开募捐发生的成本；自有场地、设备、人员不得计入。",
        "Cost of campaigns; own premises and staff do not count."),
    Row("impairment_losses", "资产减值损失", "Impairment losses", "计提的资产减值准备。",
        "Provisions made for loss of value.", layouts=NEW),
    Row("income_tax", "所得税费用", "Income tax", "应负担的企业所得税。", "Income tax of the year.",
        layouts=NEW),
    Row("other_expenses", "其他费用", "Other expenses", "以上各项之外的费用，如处置资产净损失。",
        "Anything else, such as losses on disposals.", required=True, free=FREE),
    Row("total_expense", "费用合计", "Total expense", "各项费用之和；“其中”各行不重复相加。",
        "Sum of the expenses; 'of which' lines are not added again.", required=True, free=FREE, layouts=OLD),
    Row("total_expense", "费用合计", "Total expense", "各项费用之和；“其中”各行不重复相加。",
        "Sum of the expenses; 'of which' lines are not added again.", required=True, layouts=NEW),
)

CHANGE = (
    Row("restricted_to_unrestricted", "限定性净资产转为非限定性净资产", "Restricted released to unrestricted",
        "限制解除时：非限定性列填正数，限定性列填负数，合计为 0。",
        "On release: plus in unrestricted, minus in restricted, zero in total.", signed=True),
    Row("unrestricted_to_restricted", "非限定性净资产转为限定性净资产", "Unrestricted turned into restricted",
        "非限定性列填负数，限定性列填正数，合计为 0。",
        "Minus in unrestricted, plus in restricted, zero in total.", signed=True, layouts=NEW),
    Row("prior_year_adjustment", "以前年度净资产调整", "Adjustment of prior years",
        "更正以前年度差错或变更会计政策的影响，须在附注说明。",
        "Effect of corrected errors or changed policy; explain it in the notes.", signed=True, layouts=NEW),
    Row("change_in_net_assets", "净资产变动额", "Change in net assets",
        "收入合计减费用合计，加以上各行；应等于净资产年末减年初。",
        "Income less expense plus the lines above; equals closing less opening net assets.", required=True,
        signed=True),
)

COLUMNS = (
    Column("unrestricted", "非限定性", "Unrestricted"),
    Column("restricted", "限定性", "Restricted"),
    Column("total", "合计", "Total"),
)
HELP = Said(
    "照业务活动表“{label}”一行的本年累计数填写，单位元；合计列等于前两列之和。",
    "Copy the whole year's amount, in yuan; the total is the sum of the two columns before it.",
)
INTRO = Said(
    "会民非02表，填本年累计数。单位：元，可到分。带 * 的必填，没有发生的填 0。",
    "The whole year, in yuan and fen. Lines marked * are required: enter 0 where there is nothing.",
)


def table(zh: str, en: str, rows: tuple[Row, ...]) -> Table:
    """One block of the statement."""
    return Table(Said(zh, en), rows, COLUMNS, shows="total", help=HELP)


ACTIVITY = Part(
    "activity",
    "业务活动表",
    Said("业务活动表", "Statement of activities"),
    INTRO,
    (
        table("一、收入", "I. Income", INCOME),
        table("二、费用", "II. Expense", EXPENSE),
        table("三、净资产变动", "III. Change in net assets", CHANGE),
    ),
)
