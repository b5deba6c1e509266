"""Peers that are no dependencies: installed by name into environments of their own when first needed."""

import subprocess
import sys
import venv
from pathlib import Path

from tests.bench.contest import CACHE


def python(name: str, *packages: str) -> Path:
    """The interpreter of a peer's environment, made if it is not there."""
    home, done = CACHE / name, CACHE / name / ".installed"
    if not done.exists():
        print(f"Installing {' '.join(packages)} (once)", file=sys.stderr)
        venv.create(home, with_pip=True)
        pip = [str(home / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, *packages], check=True, timeout=600)
        done.touch()
    return home / "bin" / "python"
