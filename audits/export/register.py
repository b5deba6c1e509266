"""The register as open data: who an organization is, and what it was called before."""

from datetime import date

from audits.export.table import Blocks, Field, Sources, Table, Type
from compliance.facts import Said
from compliance.law.credit_measures import ACT
from compliance.published import street
from models import open_data
from models.db import Session

CODE = Field(
    "code",
    Type.STRING,
    Said("统一社会信用代码，18位；按文本读取", "Unified social credit code, 18 characters; read it as text"),
)
ORGANIZATIONS = Table(
    "organizations",
    Said("社会组织登记信息", "Register of organizations"),
    Said(
        "在本机关登记的全部社会组织，含已注销的。", "Every organization in the register, dissolved ones too."
    ),
    (
        CODE,
        Field("name", Type.STRING, Said("现名称", "Present name")),
        Field(
            "kind",
            Type.STRING,
            Said(
                "类型：association 社会团体，service_institution 社会服务机构，foundation 基金会",
                "Kind: association, service_institution, foundation",
            ),
        ),
        Field(
            "level",
            Type.STRING,
            Said(
                "登记机关级别：ministry 部，province 省，city 市，county 县",
                "Level of the registrar: ministry, province, city, county",
            ),
        ),
        Field("district", Type.STRING, Said("所在区县", "District")),
        Field("registrar", Type.STRING, Said("登记管理机关", "Registrar")),
        Field(
            "supervising_unit",
            Type.STRING,
            Said("业务主管单位；没有的为空", "Supervising unit; empty where there is none"),
        ),
        Field("registered_on", Type.DATE, Said("成立登记日期", "Day of registration")),
        Field("charity_since", Type.DATE, Said("登记或者认定为慈善组织的日期", "Charity since")),
        Field(
            "fundraising_since",
            Type.DATE,
            Said("取得公开募捐资格的日期", "Public-fundraising qualification since"),
        ),
        Field("dissolved_on", Type.DATE, Said("注销日期", "Dissolved on")),
        Field("legal_representative", Type.STRING, Said("法定代表人", "Legal representative")),
        Field("address", Type.STRING, Said("住所，到街道为止", "Address, as far as the street")),
    ),
    ("code",),
    ACT.name,
)
NAMES = Table(
    "former_names",
    Said("曾用名", "Former names"),
    Said("登记名称的变更。", "Names that an organization had before."),
    (
        CODE,
        Field("name", Type.STRING, Said("曾用名称", "Former name")),
        Field("since", Type.DATE, Said("自何日起使用", "In use since")),
    ),
    ("code", "since", "name"),
    ACT.name,
)


def organizations(db: Session, day: date) -> Blocks:
    """Everybody, by code; an end that is still to come is not told."""
    for rows in open_data.organizations(db, day):
        yield ORGANIZATIONS.frame([_row(row, day) for row in rows])


def _row(row: tuple[object, ...], day: date) -> tuple[object, ...]:
    *first, charity, fundraising, dissolved, person, address = row
    kept = (
        one if isinstance(one, date) and one <= day else None for one in (charity, fundraising, dissolved)
    )
    return (
        *(str(one) if isinstance(one, str) else one for one in first),
        *kept,
        person,
        street(str(address)),
    )


def names(db: Session, day: date) -> Blocks:
    """Former names, by code."""
    for rows in open_data.names(db, day):
        yield NAMES.frame(rows)


SOURCES: Sources = ((ORGANIZATIONS, organizations), (NAMES, names))
