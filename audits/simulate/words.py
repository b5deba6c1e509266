"""The words of which simulated names are made. No real organization, office or person is imitated."""

from compliance.facts import Kind

CITY = "阳光市"
DISTRICTS = ("晨曦区", "望江区", "松林区", "云台区", "湖滨区", "高新区", "青岚县", "白塔县")
DISTRICTS_EN = (
    "Chenxi District", "Wangjiang District", "Songlin District", "Yuntai District",
    "Hubin District", "Gaoxin District", "Qinglan County", "Baita County",
)  # fmt: skip
UNITS = (
    ("市教育局", "Education Bureau"), ("市卫生健康委员会", "Health Commission"),
    ("市文化和旅游局", "Culture and Tourism Bureau"), ("市体育局", "Sports Bureau"),
    ("市科学技术局", "Science and Technology Bureau"), ("市生态环境局", "Ecology and Environment Bureau"),
    ("市民政局", "Civil Affairs Bureau"), ("市残疾人联合会", "Disabled Persons' Federation"),
    ("共青团市委", "Communist Youth League Committee"), ("市妇女联合会", "Women's Federation"),
    ("市农业农村局", "Agriculture and Rural Affairs Bureau"), ("市工商业联合会", "Federation of Industry"),
    ("市科学技术协会", "Association for Science and Technology"), ("市司法局", "Justice Bureau"),
    ("市人力资源和社会保障局", "Human Resources Bureau"), ("市商务局", "Commerce Bureau"),
    ("市住房和城乡建设局", "Housing Bureau"), ("市交通运输局", "Transport Bureau"),
    ("市社会科学界联合会", "Federation of Social Sciences"), ("市退役军人事务局", "Veterans Bureau"),
)  # fmt: skip
Trade = tuple[str, str, int]
"""The middle of a name, the field of the form it belongs to, the place of its supervising unit (-1: none)."""
ASSOCIATIONS: tuple[Trade, ...] = (
    ("茶叶行业协会", "industry", -1), ("餐饮行业协会", "industry", -1), ("家具行业协会", "industry", -1),
    ("物流行业协会", "industry", 17), ("建筑装饰行业协会", "industry", 16), ("纺织服装商会", "industry", 11),
    ("电子商务协会", "industry", 15), ("软件行业协会", "industry", 4), ("果品流通协会", "industry", 10),
    ("水产养殖协会", "rural", 10), ("民间文艺家协会", "culture", 2), ("书法家协会", "culture", 2),
    ("摄影学会", "culture", 2), ("合唱协会", "culture", 2), ("龙舟运动协会", "sport", 3),
    ("羽毛球协会", "sport", 3), ("健步走协会", "sport", 3), ("护理学会", "health", 1),
    ("中医药学会", "health", 1), ("教育学会", "education", 0), ("历史学会", "academic", 18),
    ("心理学会", "academic", 12), ("植物学会", "academic", 12), ("志愿服务联合会", "welfare", 6),
    ("老年人协会", "elderly", 6), ("环境保护促进会", "environment", 5), ("青年企业家协会", "industry", 8),
    ("妇女手工艺协会", "culture", 9), ("法律援助协会", "law", 13), ("退役军人互助会", "welfare", 19),
)  # fmt: skip
SERVICES: tuple[Trade, ...] = (
    ("养老服务中心", "elderly", 6), ("老年公寓", "elderly", 6), ("社会工作服务中心", "welfare", 6),
    ("职业培训学校", "education", 14), ("艺术培训学校", "education", 0), ("幼儿园", "education", 0),
    ("实验学校", "education", 0), ("康复中心", "health", 7), ("儿童康复中心", "children", 7),
    ("口腔门诊部", "health", 1), ("社区卫生服务站", "health", 1), ("青少年活动中心", "children", 8),
    ("体育俱乐部", "sport", 3), ("武术馆", "sport", 3), ("民俗博物馆", "culture", 2), ("画院", "culture", 2),
    ("环境监测研究所", "environment", 5), ("农业技术推广中心", "rural", 10), ("法律服务中心", "law", 13),
    ("科技孵化中心", "science", 4), ("婚姻家庭服务中心", "welfare", 9), ("助残服务中心", "elderly", 7),
    ("公益创新中心", "welfare", 6), ("应急救援队", "welfare", 6),
)  # fmt: skip
FOUNDATIONS: tuple[Trade, ...] = (
    ("公益基金会", "welfare", 6), ("教育基金会", "education", 0), ("慈善基金会", "welfare", 6),
    ("助学基金会", "children", 0), ("医疗救助基金会", "health", 1), ("生态保护基金会", "environment", 5),
    ("乡村发展基金会", "rural", 10), ("文化发展基金会", "culture", 2), ("养老助老基金会", "elderly", 6),
)  # fmt: skip
TRADES = {
    Kind.ASSOCIATION: ASSOCIATIONS,
    Kind.SERVICE_INSTITUTION: SERVICES,
    Kind.FOUNDATION: FOUNDATIONS,
}
BRAND_FIRST = "晨慧明德仁和润泽春安康宁博文远恒嘉瑞景华启智同心向阳青禾"
BRAND_SECOND = "光心爱树林泉桥舟帆星月岚溪原野苗芽亭园暖和惠济助"
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
)
GIVEN_FIRST = "晓文志建国春秀丽海玉明德永立新桂红金雅静思子雨佳欣浩宇梓俊"
GIVEN_SECOND = (
    "",
    "阳",
    "华",
    "平",
    "军",
    "芳",
    "敏",
    "强",
    "霞",
    "涛",
    "梅",
    "杰",
    "兰",
    "峰",
    "萍",
    "涵",
    "辰",
)
STREETS = ("公益路", "向阳街", "文汇路", "建设路", "和平街", "春晖路", "学府路", "滨江大道")
