"""Redo a draw from its published files: python3 verify.py [FOLDER]. Standard library only; changes nothing.

Exit status 0: everything agrees; 1: names the first thing that differs. 凭公布的文件重做抽取，逐项核对。
"""

import json
import sys
from fractions import Fraction
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

LISTS = {"population.csv": "code,stratum", "excluded.csv": "code,reason"}
LISTS |= {"inspectors.csv": "inspector,capacity", "recusals.csv": "code,inspector"}
LATER = {"drawn.csv": "stratum,place,code,ticket", "assigned.csv": "code,inspector,place"}
LATER |= {"replacements.csv": "instead_of,stratum,place,code,ticket,inspectors"}
Rows = list[list[str]]
FAULTS = (ArithmeticError, AttributeError, LookupError, OSError, RecursionError, TypeError, ValueError)


class Differs(ValueError):
    """The first thing that differs."""


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _equal(name: str, expected: object, found: object) -> None:
    if expected != found or type(expected) is not type(found):
        raise Differs(f"{name}: {found!r}; 应为 / expected {expected!r}")


def _rows(folder: Path, name: str, head: str) -> Rows:
    text = (folder / name).read_bytes().decode()
    lines = text.split("\n")
    if lines[0] != head or lines[-1] or "\r" in text:
        raise Differs(f"{name}: 首行应为 / the first line must be {head}; 换行为 / line ends must be \\n")
    found = [line.split(",") for line in lines[1:-1]]
    wrong = [n for n, row in enumerate(found, 2) if len(row) != head.count(",") + 1 or not all(row)]
    if wrong:
        raise Differs(f"{name}: 第{wrong[0]}行格式有误 / line {wrong[0]} is not {head}")
    keys = [row if name == "recusals.csv" else row[:1] for row in found] if name in LISTS else []
    for number, (one, other) in enumerate(pairwise(keys), 3):
        if one >= other:
            raise Differs(f"{name}: 第{number}行次序有误或重复 / line {number} is out of order or double")
    return found


def _same(name: str, expected: Rows, found: Rows) -> None:
    for number, (one, other) in enumerate(zip(expected, found, strict=False), 2):
        _equal(f"{name}: 第{number}行 / line {number}", ",".join(one), ",".join(other))
    _equal(f"{name}: 行数 / rows", len(expected), len(found))


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    _equal("draw.json: 键数 / keys", len(pairs), len(dict(pairs)))
    return dict(pairs)


def _described(folder: Path) -> dict[str, Any]:
    draw: dict[str, Any] = json.loads((folder / "draw.json").read_bytes().decode(), object_pairs_hook=_once)
    _equal("draw.json: algorithm", "yangguang-draw-1", draw["algorithm"])
    for name in LISTS:
        found = sha256((folder / name).read_bytes()).hexdigest()
        _equal(f"draw.json: hashes: {name}", found, draw["hashes"][name])
    return draw


class _Redone:
    def __init__(self, folder: Path, draw: dict[str, Any]) -> None:
        population, _excluded, people, recused = (_rows(folder, *one) for one in LISTS.items())
        self.draw, self.each = draw, int(draw["inspectors_each"])
        self.seed = _digest("\n".join([draw["hashes"]["population.csv"], *draw["sources"]]))
        _equal("draw.json: seed", self.seed, draw["seed"])
        self.order: dict[str, list[tuple[str, str]]] = {stratum: [] for _, stratum in sorted(population)}
        for code, stratum in population:
            self.order[stratum].append((_digest(f"{self.seed},{code}"), code))
        self.left = {who: int(visits) for who, visits in people}  # visits each can still make
        self.recused = {(code, who) for code, who in recused}
        self.used: dict[str, int] = {}

    def drawn(self) -> Rows:
        found = []
        for stratum, tickets in sorted(self.order.items()):
            tickets.sort()
            ratio = Fraction(str(self.draw["ratio"][stratum])[:8])
            self.used[stratum] = -(-ratio.numerator * len(tickets) // ratio.denominator)
            lowest = enumerate(tickets[: self.used[stratum]], 1)
            found += [[stratum, str(place), code, ticket] for place, (ticket, code) in lowest]
        return found

    def sent(self, code: str) -> list[str]:
        ranked = sorted(self.left, key=lambda who: _digest(f"{self.seed},{code},{who}"))
        free = [who for who in ranked if self.left[who] > 0 and (code, who) not in self.recused]
        self.left.update({who: self.left[who] - 1 for who in free[: self.each]})
        return free[: self.each]

    def visits(self, drawn: Rows) -> dict[str, list[str]]:
        found = {row[2]: self.sent(row[2]) for row in sorted(drawn, key=lambda row: row[3])}
        missing = {code: self.each - len(sent) for code, sent in found.items() if len(sent) < self.each}
        _equal("draw.json: short", missing, self.draw.get("short", {}))
        return found

    def replaced(self, strata: dict[str, str], visits: dict[str, list[str]], gone: str) -> list[str]:
        stratum = strata.pop(gone)
        self.left.update({who: self.left[who] + 1 for who in visits.pop(gone)})
        ticket, code = self.order[stratum][self.used[stratum]]
        self.used[stratum] += 1
        strata[code], visits[code] = stratum, self.sent(code)
        return [gone, stratum, str(self.used[stratum]), code, ticket, " ".join(visits[code]) or "-"]


def verify(folder: Path) -> str:
    """Check a folder; what was found, in words. Differs or one of FAULTS where it does not agree."""
    draw = _described(folder)
    made = {name: (folder / name).exists() for name in LATER}
    if not ("seed" in draw or "sources" in draw or any(made.values())):
        return f"{draw['id']}: 名单与哈希一致，尚未抽取 / the lists agree with their hashes; not drawn yet"
    again = _Redone(folder, draw)
    drawn = again.drawn()
    _same("drawn.csv", drawn, _rows(folder, "drawn.csv", LATER["drawn.csv"]))
    visits = again.visits(drawn)
    sent = [[code, who, str(place)] for code, its in visits.items() for place, who in enumerate(its, 1)]
    _same("assigned.csv", sent, _rows(folder, "assigned.csv", LATER["assigned.csv"]))
    if made["replacements.csv"]:
        found = _rows(folder, "replacements.csv", LATER["replacements.csv"])
        strata = {row[2]: row[0] for row in drawn}
        _same("replacements.csv", [again.replaced(strata, visits, row[0]) for row in found], found)
    size = sum(map(len, again.order.values()))
    return f"{draw['id']}: {size}家中抽取{len(drawn)}家，全部一致 / {len(drawn)} of {size} drawn, all agrees"


def answer(folder: Path) -> tuple[bool, str]:
    """Whether a folder agrees, and what to say about it."""
    try:
        return True, verify(folder)
    except FAULTS as fault:
        known = isinstance(fault, Differs | OSError)
        kind = "" if known else f"文件内容有误 / malformed: {type(fault).__name__} "
        return False, f"不一致 / differs: {kind}{fault}"


if __name__ == "__main__":
    good, words = answer(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
    sys.exit(sys.stdout.write(words + "\n") * 0 if good else words)
