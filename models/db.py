"""The database: one engine, two ways in. `write` is a transaction that holds the write lock, `read` is not."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import Enum
from threading import Lock
from typing import Any, ClassVar

import orjson
from sqlalchemy import (
    JSON,
    BigInteger,
    Connection,
    DateTime,
    Dialect,
    Integer,
    MetaData,
    String,
    create_engine,
    event,
)
from sqlalchemy import Enum as OneOf
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.orm import Session as Session
from sqlalchemy.types import TypeDecorator

Facts = dict[str, Any]
"""A JSON object as stored."""
DatabaseFault = DBAPIError
"""What the database raises, for those who may not know SQLAlchemy."""


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite would give it back without its zone."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Store in UTC without a zone; refuse a moment that has none."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give back the zone."""
        return None if value is None else value.replace(tzinfo=UTC)


def values(members: type[Enum]) -> list[str]:
    """Enumerations are stored by value, so that the database reads like the law."""
    return [member.value for member in members]


NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Every table. Text columns are plain strings; money is whole fen in 64 bits."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar = {
        str: String(),
        int: BigInteger().with_variant(Integer(), "sqlite"),  # SQLite's own integer has 64 bits
        datetime: Moment(),
        Facts: JSON(),
        list[Facts]: JSON(),
        list[str]: JSON(),
        Enum: OneOf(Enum, native_enum=False, length=40, values_callable=values, create_constraint=False),
    }


PATIENCE_SECONDS = 10
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    f"busy_timeout={PATIENCE_SECONDS * 1000}",
    "temp_store=MEMORY",
)


def _prepare_sqlite(connection: Any, record: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves, see _begin
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


class Database:
    """One database by its URL (SQLite or PostgreSQL)."""

    def __init__(self, url: str) -> None:
        checked = {} if url.startswith("sqlite") else {"pool_pre_ping": True}
        self.engine = create_engine(url, json_deserializer=orjson.loads, **checked)
        if self.engine.dialect.name == "sqlite":
            event.listen(self.engine, "connect", _prepare_sqlite)
            event.listen(self.engine, "begin", _begin)
        reading = {} if self.is_sqlite else {"postgresql_readonly": True}
        self._turn = Lock()
        self._reading = self.engine.execution_options(**reading)
        self._writing = self.engine.execution_options(writing=True)

    @property
    def is_sqlite(self) -> bool:
        """SQLite and not PostgreSQL."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def write(self) -> Iterator[Session]:
        """One transaction, committed wholly or not at all. On SQLite it holds the write lock from the start."""
        with self._in_turn(), Session(self._writing, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def _in_turn(self) -> Iterator[None]:
        """SQLite lets writers poll for its lock, and some for seconds: those of a process queue here instead."""
        mine = self.is_sqlite and self._turn.acquire(timeout=PATIENCE_SECONDS)
        try:
            yield
        finally:
            if mine:
                self._turn.release()

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A look at the database that changes nothing."""
        with Session(self._reading, expire_on_commit=False) as session:
            yield session

    def close(self) -> None:
        """Give back every connection."""
        self.engine.dispose()
