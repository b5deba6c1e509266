"""人员情况: staff, pay, insurance, volunteers."""

from compliance.facts import Said
from compliance.form import Asked, Part, Row, Table, Type

# fmt: off
NUMBERS = (
    Row("full_time", "专职工作人员数", "Full-time staff", "年末与本单位签劳动合同的人数；没有填 0。",
        "With a contract at year end; 0 if none.", Type.INTEGER, required=True),
    Row("part_time", "兼职工作人员数", "Part-time staff", "没有填 0。", "0 if none.", Type.INTEGER,
        required=True),
    Row("women", "专职人员中女性人数", "Women among full-time staff", "没有填 0。", "0 if none.",
        Type.INTEGER),
    Row("graduates", "专职人员中大专以上学历人数", "Graduates among full-time staff", "没有填 0。",
        "0 if none.", Type.INTEGER),
    Row("under_35", "专职人员中 35 岁以下人数", "Under 35 among full-time staff", "没有填 0。", "0 if none.",
        Type.INTEGER),
    Row("social_workers", "持证社会工作者人数", "Certified social workers", "没有填 0。", "0 if none.",
        Type.INTEGER),
    Row("accountants", "会计人员数", "Accountants", "会计和出纳不得由一人兼任。",
        "Accountant and cashier must be two persons.", Type.INTEGER, required=True),
    Row("accountant_qualified", "会计人员是否具备专业能力", "Are the accountants qualified?",
        "委托代理记账的填“是”。", "Yes if the books are kept by an agency.", Type.YES_NO, required=True),
    Row("bookkeeping_agency", "是否委托代理记账", "Are the books kept by an agency?", "委托的须签合同。",
        "A contract is needed.", Type.YES_NO, required=True),
    Row("volunteers", "登记志愿者人数", "Registered volunteers", "没有填 0。", "0 if none.", Type.INTEGER),
    Row("volunteer_hours", "本年志愿服务小时数", "Hours given by volunteers", "取整数，没有填 0。",
        "Whole hours; 0 if none.", Type.INTEGER),
)
PAY = (
    Row("contracts", "签订劳动合同人数", "Staff with labour contracts", "应等于专职工作人员数。",
        "Should equal the full-time staff.", Type.INTEGER, required=True),
    Row("insured", "参加社会保险人数", "Staff in social insurance", "没有填 0。", "0 if none.", Type.INTEGER,
        required=True),
    Row("housing_fund", "缴存住房公积金人数", "Staff in the housing fund", "没有填 0。", "0 if none.",
        Type.INTEGER),
    Row("pay_total", "本年工资福利支出总额", "Pay and benefits of the year",
        "含单位承担的社保，单位元；没有填 0。", "With the employer's insurance, in yuan; 0 if none.",
        required=True),
    Row("pay_average", "专职人员年均工资", "Average yearly pay", "单位元；没有专职人员留空。",
        "In yuan; blank without full-time staff."),
    Row("highest_pay", "最高年薪", "Highest yearly pay", "有公开募捐资格的须公开领取报酬最高者的标准。",
        "Holders of the qualification publish the standard.", asked=Asked.FUNDRAISING, required=True),
    Row("overseas_travel", "本年因公出国（境）费用", "Overseas travel", "单位元；没有填 0。",
        "In yuan; 0 if none.", asked=Asked.FUNDRAISING, required=True),
    Row("vehicles", "本年公务用车费用", "Cars", "单位元；没有填 0。", "In yuan; 0 if none.",
        asked=Asked.FUNDRAISING, required=True),
    Row("reception", "本年公务接待费用", "Reception", "单位元；没有填 0。", "In yuan; 0 if none.",
        asked=Asked.FUNDRAISING, required=True),
)

STAFF = Part(
    "staff", "人员情况", Said("人员情况", "Staff"),
    Said("填年末人数；费用填全年。", "Numbers at year end; cost of the whole year."),
    (
        Table(Said("一、人数", "I. Numbers"), NUMBERS, shows="value"),
        Table(Said("二、用工与薪酬", "II. Employment and pay"), PAY, shows="value"),
    ),
)
