"""The limit: `openssl speed` says how many hashes of a ticket's length one core makes; no draw at all."""

import re
import subprocess
import sys

from tests.bench.measure import tell

TICKET_BYTES = 51
"""The length the study measured with: both take one block."""


def main(count: int) -> None:
    """The processor seconds that so many hashes take."""
    asked = ["openssl", "speed", "-seconds", "1", "-bytes", str(TICKET_BYTES), "sha256"]
    done = subprocess.run(asked, capture_output=True, text=True, check=True, timeout=60)
    found = re.search(r"Doing sha256[^:]*: (\d+) sha256's in ([\d.]+)s", done.stderr)
    if found is None:
        raise SystemExit("openssl speed said nothing about sha256")
    seconds = count * float(found[2]) / int(found[1])
    tell("", draw_cpu_s=seconds)


if __name__ == "__main__":
    main(int(sys.argv[1]))
