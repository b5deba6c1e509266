"""A made-up register in the program's own database: organizations, a report and a place in the ranking each."""

import random
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import orjson

from compliance.facts import FIGURES
from compliance.law.transparency_items import Aspect
from models import migrate
from models.db import Database
from models.search import rebuild
from tests.bench.contest import CACHE

YEAR = 2025
FIRST, SECOND = "阳光爱心春晖明德仁和同心致远青禾安康星火", "教育助学扶老救孤环保科技文化体育医疗社区"
KINDS = (("association", "促进会"), ("service_institution", "服务中心"), ("foundation", "基金会"))
SIZES = ("small", "medium", "large")
MOMENT = "2026-06-01 00:00:00.000000"
ORGANIZATION = (
    "INSERT INTO organization VALUES (?, ?, ?, 'city', 1, NULL, ?, '2010-05-04', ?, ?, NULL, ?, ?, ?, '', 1)"
)
REPORT = (
    "INSERT INTO report VALUES (?, ?, ?, 1, ?, ?, 'report.xlsx', ?, NULL, 'bench', 'accepted', ?, '[]', '{}')"
)
FIGURE = "INSERT INTO year_figures VALUES (?, ?, ?, '2026-03-15', '2026-03-20', 'qualified', ?)"
PLACE = (
    "INSERT INTO place (edition_id, code, name, class_, district, rank, score, parts, position, tied) "
    "VALUES (1, ?, ?, ?, ?, ?, ?, ?, 0, 0)"
)
POSITIONS = """
    UPDATE place SET position = counted.position, tied = counted.tied
    FROM (
        SELECT code, row_number() OVER (ORDER BY score DESC, code) AS position,
            count(*) OVER (PARTITION BY class_, rank) > 1 AS tied
        FROM place
    ) AS counted
    WHERE counted.code = place.code
"""
COUNTS = {
    "classes": "SELECT class_, district, count(*) FROM place GROUP BY 1, 2",
    "steps": "SELECT class_, score / 10000, count(*) FROM place GROUP BY 1, 2",
}
EVENT = "INSERT INTO event VALUES (?, ?, '2026-04-01', 'warning', '{}', ?, NULL, NULL, NULL)"
WHO = ("张三", "一号")
EVERY = 200
"""One organization in so many has something in its record."""


def made(count: int) -> Path:
    """A folder with var/yangguang.db of so many organizations, made once."""
    home = CACHE / f"register-{count}"
    if not (home / "done").exists():
        (home / "var").mkdir(parents=True, exist_ok=True)
        file = home / "var" / "yangguang.db"
        file.unlink(missing_ok=True)
        program = Path(sys.executable).with_name("yangguang")
        subprocess.run([program, "init"], cwd=home, check=True, capture_output=True, timeout=60)
        _fill(file, count)
        database = Database(f"sqlite:///{file}")
        with database.write() as db:
            rebuild(db, 1)
        database.close()
        (home / "done").touch()
    database = Database(f"sqlite:///{home / 'var' / 'yangguang.db'}")
    migrate.upgrade(database)
    database.close()
    return home


def _fill(file: Path, count: int) -> None:
    with closing(sqlite3.connect(file)) as db, db:
        db.execute("INSERT INTO edition VALUES (1, ?, '2026-06-01', 'bench', ?, '{}')", (YEAR, MOMENT))
        digest = "0" * 64
        for start in range(0, count, 50_000):
            made = list(_organizations(start, min(start + 50_000, count)))
            db.executemany(ORGANIZATION, [one["organization"] for one in made])
            db.executemany(
                REPORT,
                [
                    (n, one["code"], YEAR, one["kind"], digest, MOMENT, one["lines"])
                    for n, one in _from(start, made)
                ],
            )
            db.executemany(FIGURE, [(one["code"], YEAR, n, one["figures"]) for n, one in _from(start, made)])
            db.executemany(PLACE, [one["place"] for one in made])
            db.executemany(
                EVENT, [(n, one["code"], MOMENT) for n, one in _from(start, made) if n % EVERY == 0]
            )
        db.execute(POSITIONS)
        counts = {name: list(map(list, db.execute(query))) for name, query in COUNTS.items()}
        db.execute("UPDATE edition SET counts = ?", [orjson.dumps(counts).decode()])
        db.execute("ANALYZE")


def _from(start: int, made: list[dict[str, Any]]) -> Iterator[tuple[int, dict[str, Any]]]:
    return enumerate(made, start + 1)


def _organizations(first: int, last: int) -> Iterator[dict[str, Any]]:
    draw = random.Random(first)
    for number in range(first, last):
        kind, word = draw.choice(KINDS)
        code = f"5301{number % 97:02d}MJ{number:010d}"
        name = _name(draw, number) + word
        charity = "2017-01-01" if draw.random() < 0.3 else None
        public = charity if kind == "foundation" and draw.random() < 0.3 else None
        figures = {name: int(draw.lognormvariate(16, 2)) for name in FIGURES}
        district, score = f"5301{draw.randrange(1, 17):02d}", draw.randrange(100_000)
        yield {
            "code": code,
            "kind": kind,
            "organization": (code, name, kind, district, charity, public, figures["net_assets"] // 2, *WHO),
            "lines": _lines(figures),
            "figures": orjson.dumps(figures).decode(),
            "place": (
                code,
                name,
                f"{kind}.{draw.choice(SIZES)}",
                district,
                100_000 - score,
                score,
                _parts(score),
            ),
        }


def _parts(score: int) -> str:
    return orjson.dumps({aspect.value: score for aspect in Aspect} | {"items": {}}).decode()


def _name(draw: random.Random, number: int) -> str:
    middle = "".join(draw.choice(part) for part in (FIRST, FIRST, SECOND, SECOND))
    return f"阳光市{middle}{number % 9973}"


def _lines(figures: dict[str, int]) -> str:
    return orjson.dumps({"activity.total_income.total": f"{figures['last_year_income'] / 100:.2f}"}).decode()
