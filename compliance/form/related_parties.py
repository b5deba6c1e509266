"""关联方: who is related, and the year's dealings with them."""

from compliance.facts import Said
from compliance.form import Choice, Column, Part, Row, Table, Type

# fmt: off
RELATIONS = tuple(Choice(key, Said(zh, en)) for key, zh, en in (
    ("founder", "发起人或举办者", "Founder"), ("founder_group", "发起人所属集团", "Founder's group"),
    ("controlled", "控制或有重大影响的企业", "Controlled or influenced company"),
    ("sister", "同一发起人设立的非营利组织", "Organization of the same founder"),
    ("manager", "负责人、理事、监事", "Head or board member or supervisor"),
    ("family", "上述人员的近亲属", "Close family of these"),
    ("manager_company", "上述人员控制的单位", "Company of these"), ("donor", "主要捐赠人", "Main donor"),
    ("other", "其他", "Other"),
))
MATTERS = tuple(Choice(key, Said(zh, en)) for key, zh, en in (
    ("gift_from", "接受捐赠", "Gift from"), ("grant_to", "提供资助", "Grant to"),
    ("purchase", "购买商品或服务", "Purchase"), ("sale", "销售商品或服务", "Sale"),
    ("joint_investment", "共同投资", "Joint investment"),
    ("entrusted_investment", "委托投资", "Entrusted investment"),
    ("loan", "资金往来", "Flow of funds"), ("lease", "租赁", "Lease"), ("other", "其他", "Other"),
))
TOTALS = (
    Row("exist", "本年是否有关联方往来", "Any dealings with related parties?",
        "关联方包括发起人、负责人及其近亲属和他们控制的单位。",
        "Founders, heads, their family, and bodies they control.", Type.YES_NO, required=True),
    Row("parties", "关联方数", "Related parties", "没有填 0。", "0 if none.", Type.INTEGER, required=True),
    Row("total", "本年关联方往来总额", "Total of dealings", "单位元；没有填 0。", "In yuan; 0 if none.",
        required=True),
    Row("owed_to", "年末应付关联方余额", "Owed to related parties at year end", "单位元；没有填 0。",
        "In yuan; 0 if none."),
    Row("owed_by", "年末应收关联方余额", "Owed by related parties at year end", "单位元；没有填 0。",
        "In yuan; 0 if none."),
    Row("fair", "交易是否公允并经无关联理事表决", "Fair, and voted by unrelated members?",
        "没有往来的填“是”。", "Yes if there were no dealings.", Type.YES_NO, required=True),
    Row("published", "往来是否已按规定公开", "Published as required?", "没有往来的填“是”。",
        "Yes if there were no dealings.", Type.YES_NO, required=True),
)
PARTIES = tuple(
    Row(f"party_{n}", f"关联方往来 {n}", f"Dealing {n}", "按金额从大到小；不足八笔的，其余留空。",
        "Largest first; leave the rest blank.")
    for n in range(1, 9)
)
PARTY_COLUMNS = (
    Column("name", "关联方名称", "Related party", Type.TEXT, required=True),
    Column("relation", "关系", "Relation", Type.CHOICE, required=True, choices=RELATIONS),
    Column("matter", "事项", "Matter", Type.CHOICE, required=True, choices=MATTERS),
    Column("amount", "本年金额", "Amount", Type.MONEY, required=True),
)

RELATED_PARTIES = Part(
    "related_parties", "关联方", Said("关联方与关联交易", "Related parties"),
    Said("单位：元。个人只写姓名，不写证件号码。", "In yuan. Give names only, no identity numbers."),
    (
        Table(Said("一、概况", "I. Overview"), TOTALS, shows="value"),
        Table(Said("二、逐笔情况", "II. Dealings"), PARTIES, PARTY_COLUMNS,
              help=Said("{column}：填了一行就要填完整。", "{column}: once begun, complete the row."),
              together=True),
    ),
)
