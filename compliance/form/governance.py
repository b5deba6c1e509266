"""内部治理: boards, meetings, supervisors, members, internal rules. Much of it depends on the kind."""

from compliance.facts import Kind, Said
from compliance.form import Part, Row, Table, Type

# fmt: off
ASSOCIATION = frozenset({Kind.ASSOCIATION})
SERVICE = frozenset({Kind.SERVICE_INSTITUTION})
FOUNDATION = frozenset({Kind.FOUNDATION})
BOARD_ONLY = SERVICE | FOUNDATION

BOARD = (
    Row("board_size", "理事人数", "Board members", "年末在任理事；看是否符合章程和法规的人数范围。",
        "In office at year end; held against charter and law.", Type.INTEGER, required=True),
    Row("standing_board_size", "常务理事人数", "Standing board members", "没有设立填 0。",
        "0 if there is none.", Type.INTEGER, kinds=ASSOCIATION),
    Row("board_term_years", "理事会每届任期（年）", "Term of the board in years", "照章程填写。",
        "As in the charter.", Type.INTEGER, required=True),
    Row("board_term_from", "本届起始日", "This term began on", "选举产生的日期。", "Day of election.",
        Type.DAY, required=True),
    Row("board_term_to", "本届届满日", "This term ends on", "逾期未换届的照实填。",
        "As it is, even if overdue.", Type.DAY, required=True),
    Row("board_meetings", "本年理事会会议次数", "Board meetings in the year", "有会议纪要、达到法定人数的。",
        "With minutes and a quorum.", Type.INTEGER, required=True),
    Row("board_quorum_met", "每次会议是否都达到法定人数", "Quorum at every meeting?", "出席人数以签到为准。",
        "By the attendance list.", Type.YES_NO, required=True),
    Row("board_attendance", "理事平均出席率", "Mean attendance of the board",
        "出席人次除以应出席人次，写成 85% 这样。", "Attended over due to attend, written as 85%.",
        Type.SHARE),
    Row("board_minutes_kept", "会议纪要是否完整保存", "Minutes complete and kept?", "含出席人签名。",
        "With signatures.", Type.YES_NO, required=True),
    Row("board_relatives", "理事中相互间有近亲属关系的人数", "Board members who are relatives",
        "没有填 0；用来看家族控制。", "0 if none; shows control by a family.", Type.INTEGER, kinds=BOARD_ONLY,
        required=True),
    Row("board_paid", "在本单位领取报酬的理事人数", "Paid board members",
        "没有填 0；基金会有人数限制，由系统核对。", "0 if none; the limit is checked for you.", Type.INTEGER,
        kinds=BOARD_ONLY, required=True),
    Row("board_officials", "担任负责人的现职公务员人数", "Serving officials among the heads",
        "没有填 0；须经批准。", "0 if none; needs approval.", Type.INTEGER, required=True),
    Row("board_nonmainland", "非内地居民理事人数", "Board members from outside the mainland", "没有填 0。",
        "0 if none.", Type.INTEGER),
    Row("heads_over_age", "超龄负责人人数", "Heads above the age limit", "没有填 0；须经批准。",
        "0 if none; needs approval.", Type.INTEGER),
    Row("representative_other_posts", "法定代表人是否兼任其他社会组织法定代表人",
        "Does the representative head another organization?", "兼任须符合规定。",
        "Only where the law allows.", Type.YES_NO, required=True),
)
SUPERVISORS = (
    Row("supervisors", "监事人数", "Supervisors", "年末在任监事。", "In office at year end.", Type.INTEGER,
        required=True),
    Row("supervisors_board", "是否设监事会", "Is there a board of supervisors?", "监事较多的一般设监事会。",
        "Usual where there are several supervisors.", Type.YES_NO, required=True),
    Row("supervisors_attended", "监事列席理事会次数", "Board meetings attended by supervisors", "没有填 0。",
        "0 if none.", Type.INTEGER),
    Row("supervisors_independent", "监事是否与理事、财务人员无近亲属关系",
        "Are supervisors no relatives of board or finance staff?", "有关系的填“否”。", "No if any is.",
        Type.YES_NO, required=True),
    Row("supervisors_paid", "监事是否在本单位领取报酬", "Are supervisors paid?", "基金会监事不得领取报酬。",
        "Not allowed in foundations.", Type.YES_NO, kinds=FOUNDATION),
)
MEMBERS = (
    Row("unit_members", "单位会员数", "Unit members", "年末数，没有填 0。", "At year end; 0 if none.",
        Type.INTEGER, required=True),
    Row("individual_members", "个人会员数", "Individual members", "年末数，没有填 0。",
        "At year end; 0 if none.", Type.INTEGER, required=True),
    Row("congress_meetings", "本年会员（代表）大会次数", "Members' congresses in the year", "没有填 0。",
        "0 if none.", Type.INTEGER, required=True),
    Row("congress_last", "最近一次会员（代表）大会日期", "Last members' congress on",
        "用来看是否按章程召开。", "Shows whether the charter is kept.", Type.DAY),
    Row("dues_approved", "会费标准是否经会员大会无记名投票通过", "Dues passed by secret ballot?",
        "没有会费的填“是”。", "Yes if there are no dues.", Type.YES_NO, required=True),
    Row("dues_published", "收费项目和标准是否公开", "Are fees published?", "含会费和服务收费。",
        "Dues and service fees.", Type.YES_NO, required=True),
    Row("dues_grades", "会费档次数", "Grades of dues", "没有会费填 0。", "0 if there are no dues.",
        Type.INTEGER),
)
FOUNDERS = (
    Row("founders", "举办者（出资人）", "Founders", "全部举办者名称，用顿号隔开；不公开。",
        "All founders, separated by commas; not published.", Type.TEXT, required=True, personal=True),
    Row("premises", "活动场所是否自有", "Are the premises its own?", "租用、借用填“否”。",
        "No if rented or lent.", Type.YES_NO, required=True),
    Row("licence", "行业许可证名称", "Trade licence", "如办学许可证、医疗机构执业许可证；没有就留空。",
        "Such as a school or clinic licence; blank if none.", Type.TEXT),
    Row("licence_until", "行业许可证有效期至", "Licence valid until", "有许可证的填写。",
        "If there is a licence.", Type.DAY),
    Row("surplus_shared", "是否向举办者分配过收益", "Was any surplus given to founders?",
        "非营利组织不得分配。", "Not allowed in a non-profit body.", Type.YES_NO, required=True),
)
FUNDS = (
    Row("founder", "主要发起人", "Main founder", "发起设立的单位或个人；不公开。",
        "Unit or person that set it up; not published.", Type.TEXT, required=True, personal=True),
    Row("special_funds", "专项基金数", "Special funds", "没有填 0。", "0 if none.", Type.INTEGER,
        required=True),
    Row("special_funds_managed", "专项基金是否有管理制度", "Are special funds under written rules?",
        "没有专项基金的填“是”。", "Yes if there are none.", Type.YES_NO),
    Row("investment_rules", "是否有保值增值投资制度", "Are there rules for investing?",
        "须经理事会通过并公开。", "Passed by the board and published.", Type.YES_NO, required=True),
    Row("investment_losses", "本年投资是否有重大损失", "Any big investment loss?", "有的在附注说明。",
        "If yes, explain in the notes.", Type.YES_NO, required=True),
)
RULES = tuple(
    Row(f"rule_{key}", f"是否有{zh}", f"Written rules on {en}?", f"有书面{zh}并在执行的填“是”。",
        "Yes if written down and kept to.", Type.YES_NO, required=True)
    for key, zh, en in (
        ("finance", "财务管理制度", "finance"), ("projects", "项目管理制度", "projects"),
        ("purchasing", "采购制度", "purchasing"), ("assets", "资产管理制度", "assets"),
        ("staff", "人事管理制度", "staff"),
        ("archives", "档案和印章证书管理制度", "archives, seal and certificate"),
        ("accounting", "会计监督制度", "accounting control"), ("disclosure", "信息公开制度", "disclosure"),
        ("related", "关联交易管理制度", "related dealings"),
    )
)
COMPLIANCE = (
    Row("activities", "本年主要业务活动", "Main activities of the year",
        "简要写明做了什么、在哪里、效果如何。", "What was done, where, with what effect.", Type.TEXT,
        required=True),
    Row("awards_held", "本年开展评比表彰项目数", "Awards given out: number of schemes",
        "没有填 0；须经批准。", "0 if none; needs approval.", Type.INTEGER, required=True),
    Row("penalized", "本年是否受到行政处罚", "Penalized in the year?", "任何部门的处罚都算。",
        "By any authority.", Type.YES_NO, required=True),
    Row("penalty_note", "处罚说明", "The penalty", "上一项填“是”的，写明机关、日期、事由、结果。",
        "If yes: authority, day, reason, result.", Type.TEXT),
    Row("rectification", "上年年检（抽查）问题是否已整改", "Were last year's problems put right?",
        "没有问题的填“是”。", "Yes if there were none.", Type.YES_NO, required=True),
)

GOVERNANCE = Part(
    "governance", "内部治理", Said("内部治理", "Governance"),
    Said("除注明外填报告年度年末情况。", "As at the end of the report year unless stated otherwise."),
    (
        Table(Said("一、理事会", "I. Board"), BOARD, shows="value"),
        Table(Said("二、监事", "II. Supervisors"), SUPERVISORS, shows="value"),
        Table(Said("三、会员", "III. Members"), MEMBERS, shows="value", kinds=ASSOCIATION),
        Table(Said("三、举办者与场所", "III. Founders and premises"), FOUNDERS, shows="value", kinds=SERVICE),
        Table(Said("三、基金与投资", "III. Funds and investment"), FUNDS, shows="value", kinds=FOUNDATION),
        Table(Said("四、内部制度", "IV. Internal rules"), RULES, shows="value"),
        Table(Said("五、活动与守法", "V. Activities and compliance"), COMPLIANCE),
    ),
)
