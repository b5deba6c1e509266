"""The settings of this installation, and the two clocks: the legal day and the moment."""

import os
import secrets
import tomllib
from contextlib import suppress
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo


class ConfigFault(Exception):
    """The configuration cannot be used; the message says which setting and why."""


@dataclass(frozen=True)
class Office:
    """The registrar that runs this installation."""

    name: str = "阳光市民政局"
    name_en: str = "Yangguang City Civil Affairs Bureau"
    time_zone: str = "Asia/Shanghai"


@dataclass(frozen=True)
class DatabaseSettings:
    """Where the database is."""

    url: str = "sqlite:///var/yangguang.db"


@dataclass(frozen=True)
class Web:
    """How pages are served and sessions kept."""

    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 2
    secure_cookies: bool = False
    trusted_hosts: tuple[str, ...] = ("127.0.0.1", "localhost")
    proxies: int = 0
    session_hours: int = 8
    idle_minutes: int = 60
    second_factor_also: tuple[str, ...] = ()
    sign_in_attempts: str = "10 per 10 minutes"
    check_attempts: str = "30 per minute"
    complaint_attempts: str = "30 per hour"
    secret_file: str = "var/secret.key"


@dataclass(frozen=True)
class Schedule:
    """When the nightly jobs run (hour in the legal time zone) and how long a lease lasts."""

    nightly_hour: int = 2
    lease_seconds: int = 60


@dataclass(frozen=True)
class Upload:
    """Limits on uploaded files, in bytes and counts; shown on the upload page."""

    workbook_bytes: int = 10_485_760
    unpacked_bytes: int = 67_108_864
    member_bytes: int = 33_554_432
    members: int = 1000
    sheets: int = 30
    rows: int = 20_000
    columns: int = 256
    cells: int = 300_000
    merges: int = 2000
    cell_characters: int = 4000
    json_bytes: int = 5_242_880
    pdf_bytes: int = 31_457_280
    pdf_pages: int = 1000
    memory_bytes: int = 805_306_368
    cpu_seconds: int = 20
    wall_seconds: int = 8


@dataclass(frozen=True)
class Log:
    """Where the decision log is published, and who signs it. `origin` is its address without a scheme: the
    name of the log for ever, fixed with the key.
    """

    folder: str = "var/log"
    key_file: str = "var/log.key"
    origin: str = "yangguang.example/log"
    every_seconds: int = 60


@dataclass(frozen=True)
class Export:
    """Where the open data of the last night lies."""

    folder: str = "var/export"


@dataclass(frozen=True)
class Config:
    """Everything in config.toml."""

    office: Office = field(default_factory=Office)
    database: DatabaseSettings = field(default_factory=DatabaseSettings)
    web: Web = field(default_factory=Web)
    schedule: Schedule = field(default_factory=Schedule)
    upload: Upload = field(default_factory=Upload)
    log: Log = field(default_factory=Log)
    export: Export = field(default_factory=Export)


def _section(name: str, kind: type[Any], given: dict[str, Any]) -> Any:
    known = {item.name: item.default for item in fields(kind)}
    for key, value in given.items():
        if key not in known:
            raise ConfigFault(f"[{name}] {key}: no such setting")
        wanted = type(known[key])
        if not isinstance(tuple(value) if isinstance(value, list) else value, wanted):
            raise ConfigFault(f"[{name}] {key}: expected {wanted.__name__}, found {value!r}")
    return kind(**{key: tuple(value) if isinstance(value, list) else value for key, value in given.items()})


def read_config(text: str) -> Config:
    """Settings as written in TOML. ConfigFault names an unknown setting or a wrong type."""
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigFault(str(error)) from error
    kinds: dict[str, Any] = {item.name: item.default_factory for item in fields(Config)}
    if strange := set(given) - set(kinds):
        raise ConfigFault(f"no such section: {', '.join(sorted(strange))}")
    made = {name: _section(name, kinds[name], part) for name, part in given.items()}
    return Config(**made)


@cache
def config() -> Config:
    """The settings in force: YANGGUANG_CONFIG or ./config.toml, with YANGGUANG_DATABASE_URL above it, and
    YANGGUANG_LOG_FOLDER, which moves the decision log with its key; YANGGUANG_EXPORT_FOLDER the open data.
    """
    path = Path(os.environ.get("YANGGUANG_CONFIG", "config.toml"))
    given = read_config(path.read_text(encoding="utf-8")) if path.exists() else Config()
    url = os.environ.get("YANGGUANG_DATABASE_URL", given.database.url)
    folder = os.environ.get("YANGGUANG_LOG_FOLDER")
    log = replace(given.log, folder=folder, key_file=f"{folder}.key") if folder else given.log
    export = Export(os.environ.get("YANGGUANG_EXPORT_FOLDER", given.export.folder))
    return replace(given, database=DatabaseSettings(url), log=log, export=export)


def secret_key() -> str:
    """The secret that complaints are sealed under: YANGGUANG_SECRET_KEY, or a file made on first use."""
    if key := os.environ.get("YANGGUANG_SECRET_KEY"):
        return key
    path = Path(config().web.secret_file)
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        made = path.with_name(f"{path.name}.{os.getpid()}")
        with os.fdopen(os.open(made, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "w") as file:
            file.write(secrets.token_hex(32))
        with suppress(FileExistsError):  # another process was first: its key stands, whole
            os.link(made, path)
        made.unlink()
    return path.read_text()


def zone() -> ZoneInfo:
    """The legal time zone."""
    return ZoneInfo(config().office.time_zone)


def now() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """The legal day."""
    return now().astimezone(zone()).date()
