"""The program `yangguang`."""

import sys

from audits.cli import run


def main() -> None:
    """Run a command and leave with its exit status."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
