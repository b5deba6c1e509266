"""资产负债表, the balance sheet (会民非01表) in the layouts of the 2004 and the 2026 accounting system."""

from compliance.facts import Said
from compliance.form import Column, Part, Row, Table, caption

# fmt: off
OLD, NEW = (2004,), (2026,)

ASSETS = (
    caption("流动资产：", "Current assets"),
    Row("cash", "货币资金", "Cash", "现金、银行存款和其他货币资金。", "Cash in hand, at bank, other cash.",
        required=True),
    Row("short_term_investments", "短期投资", "Short-term investments",
        "持有不超过一年的投资，减去跌价准备。", "Investments held up to one year, less provision."),
    Row("receivables", "应收款项", "Receivables", "应收票据、应收账款和其他应收款，减去坏账准备。",
        "Notes, accounts and other receivables, less bad debts."),
    Row("prepayments", "预付账款", "Prepayments", "已付款、货物或服务还没到的金额。",
        "Paid for goods or services not yet received."),
    Row("inventories", "存货", "Inventories", "物资、商品和受赠待用的实物。",
        "Materials, goods, and donated goods not yet used."),
    Row("deferred_expenses", "待摊费用", "Deferred expenses", "已付、一年内分摊的费用。",
        "Paid already, to be charged within a year."),
    Row("current_long_term_investments", "一年内到期的长期债权投资",
        "Long-term debt investments due in a year", "长期债权投资中一年内到期的部分。",
        "The part that falls due within one year.", layouts=OLD),
    Row("current_long_term_investments", "一年内到期的长期投资", "Long-term investments due within a year",
        "长期投资中一年内到期的部分。", "The part that falls due within one year.", layouts=NEW),
    Row("other_current_assets", "其他流动资产", "Other current assets", "以上各项之外的流动资产。",
        "Current assets not named above."),
    Row("current_assets", "流动资产合计", "Total current assets", "以上流动资产各行之和。",
        "Sum of the current assets above.", required=True),
    caption("长期投资：", "Long-term investments"),
    Row("long_term_equity_investments", "长期股权投资", "Long-term equity investments",
        "准备长期持有的股权。", "Shares meant to be held for long."),
    Row("long_term_debt_investments", "长期债权投资", "Long-term debt investments",
        "期限一年以上的债券和其他债权。", "Bonds and other claims of more than one year."),
    Row("other_long_term_investments", "其他长期投资", "Other long-term investments",
        "股权和债权之外的长期投资。", "Long-term investments of any other form.", layouts=NEW),
    Row("long_term_investments", "长期投资合计", "Total long-term investments", "以上长期投资各行之和。",
        "Sum of the long-term investments above.", required=True),
    caption("固定资产：", "Fixed assets"),
    Row("fixed_assets_cost", "固定资产原价", "Fixed assets at cost", "购入或受赠时的入账金额。",
        "As first entered in the books."),
    Row("accumulated_depreciation", "减：累计折旧", "Less: accumulated depreciation",
        "填正数。处置资产以外不应减少。", "A positive number. It falls only by disposals."),
    Row("fixed_assets_net", "固定资产净值", "Fixed assets, net", "固定资产原价减累计折旧。",
        "Cost less accumulated depreciation."),
    Row("construction_in_progress", "在建工程", "Construction in progress", "尚未完工交付的工程。",
        "Works not yet finished."),
    Row("cultural_relics", "文物文化资产", "Cultural relics", "用于展览、教育或研究的文物和艺术品。",
        "Relics and art for display, teaching or research.", layouts=OLD),
    Row("fixed_assets_disposal", "固定资产清理", "Fixed assets under disposal",
        "转入清理、尚未结转的净额，可为负数。", "Net amount still in disposal; may be negative.",
        signed=True),
    Row("fixed_assets", "固定资产合计", "Total fixed assets", "净值加在建工程、清理等各行之和。",
        "Net fixed assets and the other lines above.", required=True),
    caption("其他非流动资产：", "Other non-current assets", NEW),
    Row("cultural_relics", "文物资源", "Cultural relics", "用于展览、教育或研究的文物。",
        "Relics kept for display, teaching or research.", layouts=NEW),
    Row("intangible_assets_cost", "无形资产原价", "Intangible assets at cost",
        "专利、著作权、土地使用权等的入账金额。", "Patents, copyrights, land use rights as entered.",
        layouts=NEW),
    Row("accumulated_amortization", "减：累计摊销", "Less: accumulated amortization", "填正数。",
        "A positive number.", layouts=NEW),
    Row("intangible_assets", "无形资产净值", "Intangible assets, net", "无形资产原价减累计摊销。",
        "Cost less accumulated amortization.", layouts=NEW),
    Row("long_term_deferred_expenses", "长期待摊费用", "Long-term deferred expenses",
        "已付、分摊期一年以上的费用。", "Paid already, charged over more than a year.", layouts=NEW),
    Row("non_current_assets", "非流动资产合计", "Total non-current assets",
        "长期投资、固定资产和以上各项之和。", "Long-term investments, fixed assets and the above.",
        layouts=NEW),
    caption("无形资产：", "Intangible assets", OLD),
    Row("intangible_assets", "无形资产", "Intangible assets", "专利、著作权、土地使用权等，按摊余金额。",
        "Patents, copyrights, land use rights, net.", layouts=OLD),
    caption("受托代理资产：", "Entrusted assets"),
    Row("entrusted_assets", "受托代理资产", "Entrusted assets", "受他人委托转交、自己无权支配的财产。",
        "Held to be passed on, not yours to dispose of.", required=True),
    Row("total_assets", "资产总计", "Total assets", "应等于负债合计加净资产合计。",
        "Must equal total liabilities plus net assets.", required=True),
)

LIABILITIES = (
    caption("流动负债：", "Current liabilities"),
    Row("short_term_loans", "短期借款", "Short-term loans", "一年以内的借款。", "Loans of up to one year."),
    Row("payables", "应付款项", "Payables", "应付票据、应付账款和其他应付款。",
        "Notes, accounts and other payables."),
    Row("salaries_payable", "应付工资", "Salaries payable", "应付未付的工资，可为负数。",
        "Pay owed to staff; may be negative.", signed=True, layouts=OLD),
    Row("salaries_payable", "应付职工薪酬", "Staff pay payable", "应付未付的工资、社保等，可为负数。",
        "Pay and insurance owed; may be negative.", signed=True, layouts=NEW),
    Row("taxes_payable", "应交税金", "Taxes payable", "应交未交的税金；多交时为负数。",
        "Taxes owed; negative if overpaid.", signed=True, layouts=OLD),
    Row("taxes_payable", "应交税费", "Taxes payable", "应交未交的税费；多交时为负数。",
        "Taxes and levies owed; negative if overpaid.", signed=True, layouts=NEW),
    Row("advance_receipts", "预收账款", "Advance receipts", "已收款、货物或服务还没交付的金额。",
        "Received for goods or services still owed."),
    Row("accrued_expenses", "预提费用", "Accrued expenses", "已发生、尚未支付的费用。",
        "Incurred but not yet paid."),
    Row("provisions", "预计负债", "Provisions", "因担保、诉讼等很可能要付的金额。",
        "Likely to be paid: guarantees, law suits.", layouts=OLD),
    Row("current_long_term_liabilities", "一年内到期的长期负债", "Long-term liabilities due within a year",
        "长期负债中一年内要还的部分。", "The part to be repaid within one year."),
    Row("other_current_liabilities", "其他流动负债", "Other current liabilities", "以上各项之外的流动负债。",
        "Current liabilities not named above."),
    Row("current_liabilities", "流动负债合计", "Total current liabilities", "以上流动负债各行之和。",
        "Sum of the current liabilities above.", required=True),
    caption("长期负债：", "Long-term liabilities"),
    Row("long_term_loans", "长期借款", "Long-term loans", "一年以上的借款。", "Loans of more than one year."),
    Row("long_term_payables", "长期应付款", "Long-term payables", "一年以上的应付款，如融资租赁。",
        "Payable after more than a year, such as leases."),
    Row("provisions", "预计负债", "Provisions", "因担保、诉讼等很可能要付的金额。",
        "Likely to be paid: guarantees, law suits.", layouts=NEW),
    Row("other_long_term_liabilities", "其他长期负债", "Other long-term liabilities",
        "以上各项之外的长期负债。", "Long-term liabilities not named above."),
    Row("long_term_liabilities", "长期负债合计", "Total long-term liabilities", "以上长期负债各行之和。",
        "Sum of the long-term liabilities above.", required=True),
    caption("受托代理负债：", "Entrusted liabilities"),
    Row("entrusted_liabilities", "受托代理负债", "Entrusted liabilities", "一般等于受托代理资产。",
        "Normally equal to the entrusted assets.", required=True),
    Row("total_liabilities", "负债合计", "Total liabilities", "流动负债、长期负债与受托代理负债之和。",
        "Current, long-term and entrusted liabilities.", required=True),
)

NET_ASSETS = (
    Row("unrestricted_net_assets", "非限定性净资产", "Unrestricted net assets",
        "时间和用途都不受限制的净资产。", "Free of limits on time and use.", required=True, signed=True),
    Row("restricted_net_assets", "限定性净资产", "Restricted net assets",
        "捐赠人或法规限定了时间或用途的净资产。", "Limited in time or use by donor or law.", required=True),
    Row("net_assets", "净资产合计", "Total net assets", "非限定性与限定性净资产之和。",
        "Unrestricted plus restricted.", required=True, signed=True),
    Row("liabilities_and_net_assets", "负债和净资产总计", "Total liabilities and net assets",
        "应等于资产总计。", "Must equal total assets."),
)

COLUMNS = (Column("opening", "年初余额", "Opening balance"), Column("closing", "期末余额", "Closing balance"))
HELP = Said(
    "照年末资产负债表“{label}”一行填写，单位元。年初余额应等于上年报告的期末余额。",
    "Copy the line from the year-end balance sheet, in yuan. Openings must equal last year's closings.",
)
INTRO = Said(
    "会民非01表。单位：元，可到分。带 * 的必填，没有发生的填 0；不带 * 的，没有该项就留空。",
    "In yuan and fen. Lines marked * are required: enter 0 where there is nothing. Others may stay blank.",
)


def table(zh: str, en: str, rows: tuple[Row, ...]) -> Table:
    """One side of the balance sheet."""
    return Table(Said(zh, en), rows, COLUMNS, shows="closing", help=HELP)


BALANCE = Part(
    "balance",
    "资产负债表",
    Said("资产负债表", "Balance sheet"),
    INTRO,
    (
        table("资产", "Assets", ASSETS),
        table("负债", "Liabilities", LIABILITIES),
        table("净资产", "Net assets", NET_ASSETS),
    ),
)
