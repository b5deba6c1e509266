"""`python -m tests.bench [NAME ...] [--quick]`: the speed points, with the peers in the same run."""

import argparse
from collections.abc import Callable, Mapping

from tests.bench import check, draw, edition, evaluate, log, pages, risk, rules, search, start

BENCHES: Mapping[str, Callable[[bool], None]] = {
    "draw": draw.bench,
    "rules": rules.bench,
    "check": check.bench,
    "start": start.bench,
    "evaluate": evaluate.bench,
    "search": search.bench,
    "risk": risk.bench,
    "pages": pages.bench,
    "log": log.bench,
    "edition": edition.bench,
}


def main() -> None:
    """Run the benches that are named, or all."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHES))
    parser.add_argument("--quick", action="store_true", help="less data, fewer rounds")
    asked = parser.parse_args()
    unknown = set(asked.names) - set(BENCHES)
    if unknown:
        parser.error(f"no such bench: {', '.join(sorted(unknown))}; there are {', '.join(BENCHES)}")
    for name in asked.names or BENCHES:
        BENCHES[name](asked.quick)


if __name__ == "__main__":
    main()
