"""Twenty rules over a million reports, against OpenFisca-core with the same rules as variables."""

from tests.bench.contest import Contender, Contest, Goal, module
from tests.bench.peer import python
from tests.bench.reports import made

PEER = "OpenFisca-core"


def bench(quick: bool) -> None:
    """Whole processes are measured: reading the columns, the rules, the count of every rule."""
    home = made(100_000 if quick else 1_000_000)
    peer = python("openfisca", "openfisca-core==46.*")
    Contest(
        "rules: 20 report rules over 1,000,000 reports" if not quick else "rules: 20 rules, 100,000 reports",
        (
            Contender("yangguang", module("tests.bench.rules_ours", str(home))),
            Contender(PEER, [peer, "-m", "tests.bench.rules_openfisca", str(home)]),
        ),
        (Goal("rules_s", 1 / 2.5, PEER), Goal("cpu_s", 1 / 2.5, PEER), Goal("peak_mb", 0.4, PEER)),
        3 if quick else 5,
    ).run()
