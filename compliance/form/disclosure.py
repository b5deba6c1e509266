"""信息公开: what was published in the year, where, and on what day."""

from compliance.facts import Said
from compliance.form import Asked, Choice, Column, Part, Row, Table, Type

# fmt: off
PLACES = tuple(Choice(key, Said(zh, en)) for key, zh, en in (
    ("platform", "慈善中国", "National platform 慈善中国"), ("registrar", "登记机关网站", "Registrar's site"),
    ("own", "本单位网站或公众号", "Own site or account"), ("media", "报刊等媒体", "Press"),
    ("none", "未公开", "Not published"),
))
FREE = ("day", "link")
ITEMS = (
    Row("annual_report", "上年年度工作报告", "Last year's annual report", "慈善组织应在规定的日期前公开。",
        "Charities publish it by the legal day.", asked=Asked.CHARITY, required=True, free=FREE),
    Row("financial_report", "上年财务会计报告", "Last year's financial report", "与年度工作报告一并公开。",
        "Published with the annual report.", asked=Asked.CHARITY, required=True, free=FREE),
    Row("basic_information", "基本信息（章程、负责人等）", "Basic information (charter, heads)",
        "有变化的在规定时间内更新。", "Updated in time when it changes."),
    Row("major_projects", "上年重大慈善项目", "Last year's major projects",
        "没有公开募捐资格的慈善组织公开。", "By charities without the qualification.", asked=Asked.CHARITY),
    Row("related_dealings", "关联方往来", "Dealings with related parties",
        "发生后在规定时间内公开；没有的选“未公开”。",
        "Within the legal time; not published if there were none.", asked=Asked.CHARITY),
    Row("major_events", "重大资产变动、投资和交易", "Major asset changes, investments, transactions",
        "没有的选“未公开”。", "Not published if there were none.", asked=Asked.CHARITY),
    Row("campaigns", "公开募捐活动情况", "Public campaigns", "期间和结束后都要公开。",
        "While they run and after the end.", asked=Asked.FUNDRAISING),
    Row("projects", "慈善项目实施情况", "Progress of projects", "期间和结束后都要公开。",
        "While they run and after the end.", asked=Asked.FUNDRAISING),
    Row("cost_standards", "薪酬、出国、车辆、接待费用标准", "Standards of pay, travel, cars, reception",
        "有公开募捐资格的每年公开。", "Yearly, by holders of the qualification.", asked=Asked.FUNDRAISING),
    Row("fees", "会费和服务收费标准", "Dues and fees", "有收费的应当公开。",
        "To be published where fees are taken."),
)
ITEM_COLUMNS = (
    Column("place", "公开地点", "Where", Type.CHOICE, required=True, choices=PLACES),
    Column("day", "公开日期", "On", Type.DAY, required=False),
    Column("link", "网址或刊期", "Link or issue", Type.TEXT, required=False),
)
GENERAL = (
    Row("officer", "信息公开负责人", "Person in charge of disclosure", "对公开内容负责的人；姓名不公开。",
        "Answers for what is published; not published.", Type.TEXT, required=True, personal=True),
    Row("corrected", "本年是否更正过已公开的信息", "Was anything corrected in the year?", "更正须附说明。",
        "A note must go with it.", Type.YES_NO, required=True),
    Row("queries", "本年收到的捐赠人查询数", "Queries from donors", "没有填 0。", "0 if none.", Type.INTEGER),
    Row("complaints", "本年收到的投诉数", "Complaints", "没有填 0。", "0 if none.", Type.INTEGER),
    Row("withheld", "不予公开的内容和理由", "What is withheld, and why",
        "涉及国家秘密、商业秘密、个人隐私的写明。", "Secrets or privacy; say which.", Type.TEXT),
)
HELP = Said("{column}：没有公开过的，公开地点选“未公开”，日期留空。",
            "{column}: if never published, say so and leave the day blank.")

DISCLOSURE = Part(
    "disclosure", "信息公开", Said("信息公开", "Disclosure"),
    Said("填报告年度内公开的情况。日期写成 2024-12-31 这样。",
         "What was published in the report year. Write days as 2024-12-31."),
    (
        Table(Said("一、公开事项", "I. Items"), ITEMS, ITEM_COLUMNS, help=HELP, together=True),
        Table(Said("二、一般情况", "II. General"), GENERAL, shows="value"),
    ),
)
