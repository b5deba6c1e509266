"""The demo: a simulated office in a database of its own, made once for the same request."""

import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from fcntl import LOCK_EX, LOCK_NB, LOCK_SH, flock
from pathlib import Path

from audits import ranking
from audits.config import config, now
from audits.refusal import Conflict
from audits.risk import train_and_score
from audits.simulate import simulate, truth_of
from audits.simulate.cases import cases
from audits.simulate.complaints import complaints
from audits.simulate.draws import draws
from audits.simulate.office import SignIn, sign_in
from audits.simulate.preview import preview
from models import migrate
from models.account import everyone
from models.db import Database

FOLDER = Path("var/demo")
RANKED = 3
DRAWING = 9
"""Grows whenever the simulation draws otherwise, so that an older demo is made again."""


@dataclass(frozen=True)
class Wanted:
    """What a demo is asked for; the same again is the same database."""

    organizations: int
    first: int
    last: int
    seed: int
    revision: str
    drawing: int = DRAWING


class Demo:
    """One demo's files. What was made is written down last, so that a half-made one is made again."""

    def __init__(self, wanted: Wanted, folder: Path = FOLDER) -> None:
        self.wanted, self.folder = wanted, folder
        self.file, self.made, self.truth = (folder / name for name in ("demo.db", "made.json", "truth.json"))

    @property
    def log(self) -> Path:
        """The folder of its decision log; the key stands beside it."""
        return self.folder / "log"

    @property
    def url(self) -> str:
        """The address of its database."""
        return f"sqlite:///{self.file.absolute()}"

    def is_made(self) -> bool:
        """Whether this very demo stands already."""
        try:
            return self.file.exists() and bool(json.loads(self.made.read_text()) == asdict(self.wanted))
        except (OSError, ValueError):
            return False

    @contextmanager
    def held(self, alone: bool) -> Iterator[None]:
        """Keep the folder while a demo is made in it (alone) or served from it. Conflict if another has it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "lock").open("w") as lock:
            try:
                flock(lock, (LOCK_EX if alone else LOCK_SH) | LOCK_NB)
            except BlockingIOError as taken:
                raise Conflict(
                    f"{self.folder} 中的演示正在运行或者生成：请先停止它（Ctrl-C），再按新的要求生成。",
                    f"A demo is running from {self.folder}, or being made there: stop it first (Ctrl-C), "
                    "then ask for another.",
                ) from taken
            yield

    def make(self, day: date) -> Iterator[tuple[str, int, int]]:
        """Make it anew; tells how far it is."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for old in (self.made, *self.folder.glob("demo.db*"), *self.folder.glob("log.*")):
            old.unlink(missing_ok=True)
        shutil.rmtree(self.log, ignore_errors=True)
        shutil.rmtree(self.folder / "export", ignore_errors=True)
        years = range(self.wanted.first, self.wanted.last + 1)
        database = Database(self.url)
        try:
            migrate.upgrade(database)
            yield from simulate(database, self.wanted.organizations, years, self.wanted.seed, day)
            _rank(database, years[-RANKED:], day)
            with database.write() as db:
                draws(db, day)
                cases(db, day)
                complaints(db, day)
                preview(db, years[-1], day)
            train_and_score(database, day, now())
        finally:
            database.close()
        planted = truth_of(self.wanted.organizations, years, self.wanted.seed, day)
        self.truth.write_text(json.dumps(planted, ensure_ascii=False))
        self.made.write_text(json.dumps(asdict(self.wanted)))

    def sign_ins(self) -> list[SignIn]:
        """One way in for each role; the password is the same for all."""
        database = Database(self.url)
        with database.read() as db:
            found = [sign_in(account) for account in everyone(db)]
        database.close()
        order = list(type(found[0].role)) if found else []
        return sorted(found, key=lambda one: (order.index(one.role), one.login))

    def serve_from_here(self) -> None:
        """From now on the configuration of this process and its children means the demo's database and log."""
        os.environ["YANGGUANG_DATABASE_URL"] = self.url
        os.environ["YANGGUANG_LOG_FOLDER"] = str(self.log.absolute())
        os.environ["YANGGUANG_EXPORT_FOLDER"] = str((self.folder / "export").absolute())
        config.cache_clear()


def _rank(database: Database, years: Iterable[int], day: date) -> None:
    """Publish a ranking of each of the last years, so that there is something to see and to compare."""
    for year in years:
        with database.write() as db:
            edition, _places = ranking.compute(db, year, day)
            ranking.publish(db, edition, now())
            ranking.order_search(db, edition.id)
