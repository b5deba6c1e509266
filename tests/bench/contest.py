"""Contenders in the same run: each in a process of its own, one after the other, order reversed every round."""

import json
import statistics
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
CACHE = ROOT / ".cache" / "bench"
OURS = "yangguang"
MOST_SECONDS = 900
Reply = dict[str, float | str]
"""What a contender prints as its last line: measures by name, and `answer`, the same for all contenders."""


@dataclass(frozen=True)
class Contender:
    """A name and the command that runs it once and prints a Reply."""

    name: str
    command: Sequence[str | Path]


@dataclass(frozen=True)
class Goal:
    """`measure` of ours divided by that of a peer is at most `most`; with no peer, `measure` itself is."""

    measure: str
    most: float
    peer: str = ""

    def __str__(self) -> str:
        return f"{self.measure} <= {self.most:g}" + (f" x {self.peer}" if self.peer else "")


@dataclass
class Contest:
    """Contenders, the first of them ours, with the goals of the first."""

    title: str
    contenders: Sequence[Contender]
    goals: Sequence[Goal]
    rounds: int = 5
    replies: dict[str, list[Reply]] = field(default_factory=dict)

    def run(self) -> None:
        """Run every round, then print the table."""
        for number in range(self.rounds):
            order = self.contenders if number % 2 == 0 else self.contenders[::-1]
            for one in order:
                self.replies.setdefault(one.name, []).append(reply(one.command))
        table(self.title, self.replies, self.goals, self.contenders[0].name)


def reply(command: Sequence[str | Path]) -> Reply:
    """The last line that a command prints, as JSON."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=MOST_SECONDS)
    if done.returncode:
        raise SystemExit(f"{command[0]} {command[-1]} failed:\n{done.stderr[-2000:]}")
    found: Reply = json.loads(done.stdout.splitlines()[-1])
    return found


def module(name: str, *arguments: str) -> list[str | Path]:
    """The command that runs a module of the project."""
    return [sys.executable, "-m", name, *arguments]


def table(title: str, replies: Mapping[str, Sequence[Reply]], goals: Sequence[Goal], ours: str) -> None:
    """Print median, spread and ratio to ours of every measure, then the goals."""
    print(f"\n{title} (rounds: {len(replies[ours])})")
    print(f"{'contender':<34}{'measure':<14}{'median':>12}{'min-max':>24}{'ratio to ours':>26}")
    for name, found in replies.items():
        for measure in (key for key in found[0] if key != "answer"):
            values = numbers(found, measure)
            spread = f"{min(values):.4g}-{max(values):.4g}"
            ratio = _ratio(found, replies[ours], measure)
            print(f"{name:<34}{measure:<14}{statistics.median(values):>12.4g}{spread:>24}{ratio:>26}")
    answers = {str(one["answer"]) for found in replies.values() for one in found if one.get("answer")}
    if answers:
        print("answers: " + ("the same" if len(answers) == 1 else f"DIFFERENT: {sorted(answers)}"))
    for goal in goals:
        print(judged(goal, replies, ours))


def numbers(found: Sequence[Reply], measure: str) -> list[float]:
    """A measure in every round."""
    return [float(one[measure]) for one in found]


def _ratio(found: Sequence[Reply], ours: Sequence[Reply], measure: str) -> str:
    if measure not in ours[0]:
        return ""
    ratios = paired(found, ours, measure)
    return f"{statistics.median(ratios):.3g} ({min(ratios):.3g}-{max(ratios):.3g})"


def paired(above: Sequence[Reply], below: Sequence[Reply], measure: str) -> list[float]:
    """The ratios of the rounds; neighbours disturb both sides of a ratio alike."""
    pairs = zip(numbers(above, measure), numbers(below, measure), strict=True)
    return [one / other for one, other in pairs]


def judged(goal: Goal, replies: Mapping[str, Sequence[Reply]], ours: str) -> str:
    """A goal, what was seen, and whether that meets it."""
    mine = replies[ours]
    if goal.peer and goal.peer not in replies:
        return f"goal {goal}: not measured, {goal.peer} is missing"
    seen = paired(mine, replies[goal.peer], goal.measure) if goal.peer else numbers(mine, goal.measure)
    median = statistics.median(seen)
    return f"goal {goal}: seen {median:.3g}, {'met' if median <= goal.most else 'NOT MET'}"
