"""党建工作: the party organization and its work (an anomaly-list ground if not set up as required)."""

from compliance.facts import Said
from compliance.form import Choice, Part, Row, Table, Type

# fmt: off
FORMS = tuple(Choice(key, Said(zh, en)) for key, zh, en in (
    ("committee", "党委", "Party committee"), ("general_branch", "党总支", "General branch"),
    ("branch", "党支部", "Branch"), ("joint_branch", "联合党支部", "Joint branch"),
    ("instructor", "党建指导员", "Party-work instructor"), ("none", "未建立", "None"),
))
ROWS = (
    Row("members", "正式党员人数", "Party members", "含组织关系不在本单位的专职人员；没有填 0。",
        "Among full-time staff wherever registered; 0 if none.", Type.INTEGER, required=True),
    Row("members_here", "组织关系在本单位的党员人数", "Members registered here", "没有填 0。", "0 if none.",
        Type.INTEGER),
    Row("required", "是否应当建立党组织", "Is a party organization required?", "正式党员达到规定人数的应建。",
        "Where the rules' number of members is reached.", Type.YES_NO, required=True),
    Row("formed", "是否已建立党组织", "Has one been formed?", "应建未建是列入异常名录的情形，照实填。",
        "Required but not formed is a ground for listing; answer truly.", Type.YES_NO, required=True),
    Row("form", "党组织形式", "Form of the organization", "没有建立的选“未建立”。", "None if not formed.",
        Type.CHOICE, required=True, choices=FORMS),
    Row("formed_on", "建立日期", "Formed on", "批复文件的日期。", "Day of the approval.", Type.DAY),
    Row("secretary", "党组织书记", "Party secretary", "没有就留空；不公开。", "Blank if none; not published.", Type.TEXT,
        personal=True),
    Row("secretary_is_head", "书记是否由负责人担任", "Is the secretary one of the heads?",
        "没有党组织的填“否”。", "No if there is none.", Type.YES_NO),
    Row("superior", "上级党组织", "Superior party organization", "没有就留空。", "Blank if none.", Type.TEXT),
    Row("in_charter", "党建内容是否写入章程", "Is party work in the charter?", "照现行章程回答。",
        "By the charter in force.", Type.YES_NO, required=True),
    Row("meetings", "本年三会一课次数", "Regular meetings and lessons", "没有填 0。", "0 if none.",
        Type.INTEGER),
    Row("activities", "本年主题党日等活动次数", "Party activities in the year", "没有填 0。", "0 if none.",
        Type.INTEGER),
    Row("developed", "本年发展党员人数", "Members admitted in the year", "没有填 0。", "0 if none.",
        Type.INTEGER),
    Row("funds", "本年党建经费支出", "Spent on party work", "计入管理费用，单位元；没有填 0。",
        "Part of management cost, in yuan; 0 if none."),
    Row("board_consulted", "重大事项是否听取党组织意见", "Is it heard on major matters?",
        "没有党组织的填“否”。", "No if there is none.", Type.YES_NO),
)

PARTY = Part(
    "party", "党建工作", Said("党建工作", "Party building"),
    Said("填年末情况；活动填全年。", "As at year end; activities of the whole year."),
    (Table(Said("党组织与党员", "Party organization and members"), ROWS, shows="value"),),
)
