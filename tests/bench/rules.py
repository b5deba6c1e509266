"""Twenty rules over a million reports, against OpenFisca-core with the same rules as variables."""

from tests.bench.contest import Contender, Contest, Goal, module
from tests.bench.peer import python
from tests.bench.reports import made

PEER = "OpenFisca-core"


def bench(quick: bool) -> None:
    """The rules alone on columns in memory, and the whole job from a file, where memory counts."""
    count = 100_000 if quick else 1_000_000
    home = str(made(count))
    theirs = Contender(
        PEER, [python("openfisca", "openfisca-core==46.*"), "-m", "tests.bench.rules_openfisca", home]
    )
    title = f"rules: 20 rules over {count:,} reports"
    fast = (Goal("rules_s", 1 / 2.5, PEER), Goal("rules_cpu_s", 1 / 2.5, PEER))
    lean = (Goal("peak_mb", 0.4, PEER), Goal("read_rules_s", 1 / 2.5, PEER))
    for mode, goals in (("memory", fast), ("blocks", lean)):
        ours = Contender(f"yangguang, {mode}", module("tests.bench.rules_ours", mode, home))
        Contest(f"{title}, {mode}", (ours, theirs), goals, 3 if quick else 5).run()
