"""The peer: consistent_sampler draws the same share of the same strata, by its own tickets."""

import sys

from consistent_sampler import sampler

from tests.bench.measure import peak_mb, tell, timed

STRATA, PART = 12, 20
SEED = "5eed" * 16


def drawn(strata: list[list[str]]) -> int:
    """How many are drawn: as many of each stratum as ours, without replacement."""
    return sum(
        sum(1 for _ in sampler(codes, seed=SEED, take=-(-len(codes) // PART), output="id"))
        for codes in strata
    )


def main(count: int) -> None:
    """Draw once in this process."""
    strata = [[f"53330100{n:010d}" for n in range(start, count, STRATA)] for start in range(STRATA)]
    wall, cpu, found = timed(lambda: drawn(strata), 1)
    tell(str(found), draw_s=wall, draw_cpu_s=cpu, peak_mb=peak_mb())


if __name__ == "__main__":
    main(int(sys.argv[1]))
