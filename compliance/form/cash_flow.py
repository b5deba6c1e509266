"""现金流量表, the cash flow statement (会民非03表), both layouts."""

from compliance.facts import Said
from compliance.form import Column, Part, Row, Table, caption

# fmt: off
OLD, NEW = (2004,), (2026,)

OPERATING = (
    Row("donations_received", "接受捐赠收到的现金", "Cash from donations", "实际到账的捐款，不含实物。",
        "Gifts of money that arrived, not goods.", required=True),
    Row("dues_received", "收取会费收到的现金", "Cash from dues", "实际收到的会费。", "Dues that arrived."),
    Row("services_received", "提供服务收到的现金", "Cash from services", "实际收到的服务收费。",
        "Fees that arrived."),
    Row("sales_received", "销售商品收到的现金", "Cash from sales", "实际收到的货款。",
        "Payments for goods sold."),
    Row("grants_received", "政府补助收到的现金", "Cash from government grants", "实际收到的政府补助。",
        "Grants that arrived."),
    Row("other_operating_received", "收到的其他与业务活动有关的现金", "Other operating receipts",
        "以上各项之外的业务收款。", "Any other receipt from activities."),
    Row("operating_inflow", "业务活动现金流入小计", "Operating inflow", "以上流入之和。",
        "Sum of the inflows above."),
    Row("grants_paid", "提供捐赠或者资助支付的现金", "Cash paid as gifts and grants",
        "捐出或资助他人的现金。", "Given or granted to others."),
    Row("staff_paid", "支付给员工以及为员工支付的现金", "Cash paid to and for staff",
        "工资、社保、公积金等。", "Pay, insurance, housing fund."),
    Row("goods_paid", "购买商品、接受服务支付的现金", "Cash paid for goods and services",
        "采购物资和服务的现金。", "Purchases of goods and services."),
    Row("taxes_paid", "支付的各项税费", "Taxes paid", "实际缴纳的税费。", "Taxes actually paid.",
        layouts=NEW),
    Row("other_operating_paid", "支付的其他与业务活动有关的现金", "Other operating payments",
        "以上各项之外的业务付款。", "Any other payment for activities."),
    Row("operating_outflow", "业务活动现金流出小计", "Operating outflow", "以上流出之和。",
        "Sum of the outflows above."),
    Row("operating_net", "业务活动产生的现金流量净额", "Net cash from activities", "流入小计减流出小计。",
        "Inflow less outflow.", required=True, signed=True),
)

INVESTING = (
    Row("investments_recovered", "收回投资收到的现金", "Cash from investments recovered", "收回的投资本金。",
        "Principal that came back."),
    Row("investment_income_received", "取得投资收益收到的现金", "Cash from investment income",
        "收到的利息、股利。", "Interest and dividends received."),
    Row("disposals_received", "处置固定资产和无形资产收回的现金", "Cash from disposals", "处置资产的净收款。",
        "Net receipts from disposals.", layouts=OLD),
    Row("disposals_received", "处置非流动资产收回的现金", "Cash from disposal of non-current assets",
        "处置资产的净收款。", "Net receipts from disposals.", layouts=NEW),
    Row("other_investing_received", "收到的其他与投资活动有关的现金", "Other investing receipts",
        "以上各项之外的投资收款。", "Any other receipt from investing."),
    Row("investing_inflow", "投资活动现金流入小计", "Investing inflow", "以上流入之和。",
        "Sum of the inflows above."),
    Row("purchases_paid", "购建固定资产和无形资产支付的现金", "Cash paid for fixed and intangible assets",
        "购建长期资产的付款。", "Paid to buy or build them.", layouts=OLD),
    Row("purchases_paid", "购建非流动资产支付的现金", "Cash paid for non-current assets",
        "购建长期资产的付款。", "Paid to buy or build them.", layouts=NEW),
    Row("investments_paid", "对外投资支付的现金", "Cash invested", "投出的现金。",
        "Money put into investments."),
    Row("other_investing_paid", "支付的其他与投资活动有关的现金", "Other investing payments",
        "以上各项之外的投资付款。", "Any other payment for investing."),
    Row("investing_outflow", "投资活动现金流出小计", "Investing outflow", "以上流出之和。",
        "Sum of the outflows above."),
    Row("investing_net", "投资活动产生的现金流量净额", "Net cash from investing", "流入小计减流出小计。",
        "Inflow less outflow.", required=True, signed=True),
)

FINANCING = (
    Row("loans_received", "借款收到的现金", "Cash borrowed", "借入的现金。", "Money borrowed."),
    Row("other_financing_received", "收到的其他与筹资活动有关的现金", "Other financing receipts",
        "以上各项之外的筹资收款。", "Any other receipt from financing."),
    Row("financing_inflow", "筹资活动现金流入小计", "Financing inflow", "以上流入之和。",
        "Sum of the inflows above."),
    Row("loans_repaid", "偿还借款支付的现金", "Loans repaid", "归还的借款本金。", "Principal repaid."),
    Row("interest_paid", "偿付利息支付的现金", "Interest paid", "支付的借款利息。", "Interest on loans."),
    Row("other_financing_paid", "支付的其他与筹资活动有关的现金", "Other financing payments",
        "以上各项之外的筹资付款。", "Any other payment for financing."),
    Row("financing_outflow", "筹资活动现金流出小计", "Financing outflow", "以上流出之和。",
        "Sum of the outflows above."),
    Row("financing_net", "筹资活动产生的现金流量净额", "Net cash from financing", "流入小计减流出小计。",
        "Inflow less outflow.", required=True, signed=True),
)

CHANGE = (
    Row("exchange_effect", "汇率变动对现金的影响额", "Effect of exchange rates",
        "外币现金折算的差额，可为负数。", "Difference on foreign cash; may be negative.", signed=True),
    Row("net_increase", "现金及现金等价物净增加额", "Net increase of cash",
        "三项净额与汇率影响之和；一般等于货币资金年末减年初。",
        "Sum of the three nets and the exchange effect; normally closing less opening cash.", required=True,
        signed=True),
    caption("补充资料：", "Supplement"),
    Row("cash_equivalents_opening", "年初现金等价物", "Cash equivalents at the start",
        "货币资金之外、很快到期、容易变现的投资；没有就留空。",
        "Short, liquid investments besides cash; blank if none."),
    Row("cash_equivalents_closing", "年末现金等价物", "Cash equivalents at the end",
        "货币资金之外、很快到期、容易变现的投资；没有就留空。",
        "Short, liquid investments besides cash; blank if none."),
)

COLUMNS = (
    Column("this_year", "本年金额", "This year"),
    Column("last_year", "上年金额", "Last year", required=False),
)
HELP = Said(
    "照现金流量表“{label}”一行填写，单位元。上年金额照上年报告填写，第一年填报可留空。",
    "Copy the line from the statement, in yuan. Last year's column may stay blank in a first report.",
)
INTRO = Said(
    "会民非03表。单位：元，可到分。带 * 的必填，没有发生的填 0。",
    "In yuan and fen. Lines marked * are required: enter 0 where there is nothing.",
)


def table(zh: str, en: str, rows: tuple[Row, ...]) -> Table:
    """One block of the statement."""
    return Table(Said(zh, en), rows, COLUMNS, help=HELP)


CASH_FLOW = Part(
    "cash_flow",
    "现金流量表",
    Said("现金流量表", "Cash flow statement"),
    INTRO,
    (
        table("一、业务活动产生的现金流量", "I. Cash flow of activities", OPERATING),
        table("二、投资活动产生的现金流量", "II. Cash flow of investing", INVESTING),
        table("三、筹资活动产生的现金流量", "III. Cash flow of financing", FINANCING),
        table("四、现金净增加", "IV. Net increase of cash", CHANGE),
    ),
)
