"""What the first sheet of the workbook tells the person who fills it."""

from compliance.facts import KIND_NAMES, Kind, Said
from compliance.form import Asked, Part

TITLE = Said("社会组织年度工作报告", "Annual report of a social organization")
VERSION = Said("模板版本", "Template version")
VERSION_NOTE = Said(
    "请勿改动本格，系统靠它认出模板。", "Do not change this cell: it tells the system which template this is."
)
FOR = Said("适用对象", "For")
YEAR = Said("报告年度", "Report year")
DUE = Said("填报时间", "Due")
DUE_OPEN = Said("以登记管理机关公布的时间为准。", "As announced by the registrar.")
HOW = Said("怎样填写", "How to fill it in")
CONTENTS = Said("各表一览", "The sheets")
SHEET, ABOUT, WHO = Said("工作表", "Sheet"), Said("内容", "What it asks"), Said("谁填写", "Who fills it")
NOT_ASKED = Said("本单位不需填写", "Not asked of your organization")

STEPS = (
    Said("谁来填：报告年度末已登记的社会组织，每家一份，由了解情况的人填写，法定代表人签署。",
         "Who: every organization registered at the end of the year, one file each, signed by its head."),
    Said("只填浅黄色的格子。带 * 的必填；不带 * 的，没有该项就留空。",
         "Fill the pale yellow cells only. Those marked * are required; others may stay blank."),
    Said("空白不等于零：必填的金额和数量，没有发生请填 0，不要填横线或“无”。",
         "Blank is not zero: where a required number is nothing enter 0, not a dash or 'none'."),
    Said("金额单位是元，最多两位小数，例如 1234500 或 1,234,500.00；不要写“万元”。",
         "Amounts are in yuan with at most two decimals, such as 1,234,500.00; never in 万元."),
    Said("日期写成 2024-12-31；带下拉箭头的从列表选择；统一社会信用代码按文本填 18 位。",
         "Write days as 2024-12-31; choose from the list where there is one; enter the code as text."),
    Said("鼠标停在格子上可看填写说明和为什么要问；右侧一列也有说明。",
         "Point at a cell to see how to fill it and why we ask; the column on the right says it too."),
    Said("灰色“上年数”仅供对照，不用填写，也不会被读取。",
         "The grey column of last year's answers is for comparison; it is not read."),
    Said("不要增删行列、改工作表名或合并单元格；可以用公式，但上传前要保存一次。",
         "Do not add rows, rename sheets or merge cells. Formulas may be used; save before uploading."),
    Said("上传后系统一次列出全部问题，并指明在哪一格；改好重新上传会整份替换前一次的内容。",
         "After uploading you see all problems at once, cell by cell; a new upload replaces the one before."),
)  # fmt: skip
WHO_FILLS = {
    Asked.ALL: Said("全部", "All"),
    Asked.CHARITY: Said("慈善组织", "Charities"),
    Asked.FUNDRAISING: Said("有公开募捐资格的慈善组织", "Holders of the public-fundraising qualification"),
    Asked.SPENDING: Said("慈善组织和基金会", "Charities and foundations"),
}


def title(kind: Kind, year: int) -> Said:
    """The heading of the workbook."""
    name = KIND_NAMES[kind]
    return Said(f"{name.zh} {year} 年度工作报告", f"Annual report for {year}: {name.en.lower()}")


def who(part: Part) -> Said:
    """Whom a sheet asks: the widest circle any of its tables asks."""
    circles = {table.asked for table in part.tables}
    widest = next(
        one for one in (Asked.ALL, Asked.SPENDING, Asked.CHARITY, Asked.FUNDRAISING) if one in circles
    )
    return WHO_FILLS[widest]
