"""The office of the simulation: the city and its districts, supervising units, and the people who sign in."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from audits import credential
from audits.config import config
from audits.simulate import words
from audits.simulate.books import Habits
from audits.simulate.population import Population
from audits.simulate.season import level
from compliance.facts import Kind, Level
from models.account import OFFICE, ORGANIZATION, Account, Role, by_login
from models.db import Session
from models.registrar import Registrar, SupervisingUnit, highest

PASSWORD = "yangguang-demo"  # printed at the start of every demo: it guards nothing
CITY_PREFIX = "阳民社"


@dataclass(frozen=True)
class Office:
    """Registrars and units as stored. `registrars` begins with the city, the districts follow."""

    registrars: tuple[Registrar, ...]
    units: tuple[SupervisingUnit, ...]

    def registrar(self, population: Population, n: int) -> Registrar:
        """With whom an organization is registered."""
        return self.registrars[0 if population.registered_with_city[n] else 1 + int(population.district[n])]

    def unit_id(self, population: Population, n: int) -> int | None:
        """The supervising unit of an organization."""
        return self.units[int(population.unit[n])].id if population.unit[n] >= 0 else None

    @property
    def prefixes(self) -> dict[int, str]:
        """What document numbers begin with, by registrar."""
        return {registrar.id: registrar.number_prefix for registrar in self.registrars}


def found(db: Session, reports_from: int) -> Office:
    """Make the registrars, who keep reports from a year on, and the supervising units. An office that `init`
    made is the city.
    """
    ours = config().office
    city = highest(db) or Registrar(name=ours.name, name_en=ours.name_en)
    city.level, city.number_prefix, city.reports_from = Level.CITY, CITY_PREFIX, reports_from
    db.add(city)
    db.flush()
    districts = [
        Registrar(
            name=f"{words.CITY}{name}民政局",
            name_en=f"{english} Civil Affairs Bureau",
            level=Level.COUNTY,
            parent_id=city.id,
            number_prefix=f"{name[:1]}民社",
            reports_from=reports_from,
        )
        for name, english in zip(words.DISTRICTS, words.DISTRICTS_EN, strict=True)
    ]
    units = [SupervisingUnit(name=words.CITY + name[1:], name_en=english) for name, english in words.UNITS]
    db.add_all([*districts, *units])
    db.flush()
    return Office((city, *districts), tuple(units))


def organization_row(population: Population, own: Habits, office: Office, n: int) -> dict[str, object]:
    """One organization as the register has it."""
    return {
        "code": population.code[n],
        "name": population.name[n],
        "kind": population.kind[n],
        "level": level(population, n),
        "registrar_id": office.registrar(population, n).id,
        "unit_id": office.unit_id(population, n),
        "district": words.DISTRICTS[int(population.district[n])],
        "registered_on": population.registered_on[n],
        "charity_since": population.charity_since[n],
        "fundraising_since": population.fundraising_since[n],
        "dissolved_on": None,
        "original_fund": int(own.original_fund[n]) if population.kind[n] is Kind.FOUNDATION else None,
        "legal_representative": population.head[n],
        "address": population.address[n],
        "email": f"report-{n}@example.org",
        "simulated": True,
    }


@dataclass(frozen=True)
class SignIn:
    """One way in, as the demo prints it."""

    role: Role
    login: str
    password: str
    totp_secret: str | None
    acts_for: str


def people(
    db: Session, office: Office, walker: str, settled: str, unit: int, moment: datetime
) -> list[Account]:
    """One account each role: the walker has not reported yet, the settled one has all its history."""
    city: dict[str, object] = {"registrar_id": office.registrars[0].id}
    wanted: list[tuple[str, str, Role, dict[str, object]]] = [
        ("admin", "系统管理员", Role.ADMINISTRATOR, city),
        ("officer", "经办人 林晓", Role.OFFICER, city),
        ("approver", "审批人 周明", Role.APPROVER, city),
        ("unit", "主管单位 孙静", Role.SUPERVISING_UNIT, {"unit_id": unit}),
        ("inspector", "检查员 高远", Role.INSPECTOR, city),
        ("preparer", "填报人 赵小暖", Role.PREPARER, {"code": walker}),
        ("signer", "签署人 王晓阳", Role.SIGNER, {"code": walker}),
        ("preparer2", "填报人 何欣", Role.PREPARER, {"code": settled}),
        ("signer2", "签署人 吴文", Role.SIGNER, {"code": settled}),
    ]
    hashed = credential.hashed(PASSWORD)
    accounts = [
        _account(login, name, role, acts_for, hashed, moment)
        for login, name, role, acts_for in wanted
        if by_login(db, login) is None
    ]
    db.add_all(accounts)
    db.flush()
    return accounts


def _account(
    login: str, name: str, role: Role, acts_for: dict[str, object], hashed: str, moment: datetime
) -> Account:
    secret = credential.new_secret() if role in OFFICE else None
    return Account(
        login=login,
        name=name,
        role=role,
        password_hash=hashed,
        totp_secret=secret,
        created_at=moment,
        **acts_for,
    )


def noon(day: date, minutes: int = 0) -> datetime:
    """A moment in the working hours of a day."""
    start = datetime.fromisoformat(f"{day.isoformat()}T01:30:00+00:00")
    return start + timedelta(minutes=minutes)


def sign_in(account: Account) -> SignIn:
    """What the demo prints of an account."""
    acts_for = account.code if account.role in ORGANIZATION else ""
    return SignIn(account.role, account.login, PASSWORD, account.totp_secret, acts_for or "")
