"""A draw anyone can repeat over a million organizations, against consistent_sampler and one core of OpenSSL."""

import sys
from fractions import Fraction

from compliance.draw import draw
from tests.bench.contest import Contender, Contest, Goal, module
from tests.bench.measure import peak_mb, tell, timed
from tests.bench.peer import python

PEER, LIMIT = "consistent_sampler", "OpenSSL, one core"
STRATA, SHARE = 12, Fraction(1, 20)
SEED = "5eed" * 16


def bench(quick: bool) -> None:
    """Five per cent of each of twelve strata."""
    count = "60000" if quick else "1000000"
    theirs = python("consistent_sampler", "consistent_sampler==1.0.*")
    Contest(
        f"draw: {int(SHARE * 100)} per cent of {int(count):,} organizations in {STRATA} strata",
        (
            Contender("yangguang", module("tests.bench.draw", count)),
            Contender(PEER, [theirs, "-m", "tests.bench.draw_sampler", count]),
            Contender(LIMIT, module("tests.bench.draw_openssl", count)),
        ),
        (Goal("draw_s", 1 / 6, PEER), Goal("draw_cpu_s", 1 / 6, PEER), Goal("draw_cpu_s", 8, LIMIT)),
        3,
    ).run()


def main(count: int) -> None:
    """Draw once in this process."""
    population = {f"53330100{n:010d}": f"{n % STRATA:02d}" for n in range(count)}
    ratio = {f"{n:02d}": SHARE for n in range(STRATA)}
    wall, cpu, drawn = timed(lambda: draw(SEED, population, ratio))
    tell(str(len(drawn)), draw_s=wall, draw_cpu_s=cpu, peak_mb=peak_mb())


if __name__ == "__main__":
    main(int(sys.argv[1]))
