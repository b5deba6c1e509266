"""Rate limits, counted in the database so that every web process counts together."""

from datetime import timedelta

from flask import Flask
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from limits.storage import Storage

from audits.config import now
from models.attempt import count, forget, hit
from models.db import Database


class Counters(Storage):
    """The limiter's storage interface over the table `attempt` (fixed windows)."""

    STORAGE_SCHEME = ["yangguang"]
    database: Database  # set by `install`, before the first request

    def __init__(self, uri: str | None = None, wrap_exceptions: bool = False, **options: str) -> None:
        super().__init__(uri, wrap_exceptions, **options)

    @property
    def base_exceptions(self) -> type[Exception]:
        """Nothing is swallowed."""
        return RuntimeError

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Count a hit for `expiry` seconds."""
        with self.database.write() as db:
            return hit(db, key, amount, now(), now() + timedelta(seconds=expiry))

    def get(self, key: str) -> int:
        """Hits so far."""
        with self.database.read() as db:
            return count(db, key, now())[0]

    def get_expiry(self, key: str) -> float:
        """When the window ends, in seconds since the epoch."""
        with self.database.read() as db:
            return (count(db, key, now())[1] or now()).timestamp()

    def check(self) -> bool:
        """The database is there whenever the program is."""
        return True

    def reset(self) -> int | None:
        """Not offered: limits run out by themselves."""
        return None

    def clear(self, key: str) -> None:
        """Forget one key."""
        with self.database.write() as db:
            forget(db, key)


limiter = Limiter(
    get_remote_address, storage_uri="yangguang://", strategy="fixed-window", headers_enabled=False
)


def install(app: Flask, database: Database) -> None:
    """Count in this application's database."""
    Counters.database = database
    limiter.init_app(app)
