"""A PostgreSQL of the tests' own: a direct child, in a folder that goes away, on a socket file only."""

import glob
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import psycopg

SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "max_connections": "60",
    "shared_buffers": "32MB",
    "timezone": "UTC",
}
PATIENCE_SECONDS = 30


def program(name: str) -> str:
    """Where a program of PostgreSQL is: on the path, or where Debian keeps it."""
    found = shutil.which(name) or max(glob.glob(f"/usr/lib/postgresql/*/bin/{name}"), default=None)
    if found is None:
        raise FileNotFoundError(f"{name} is missing: install the package postgresql")
    return os.path.realpath(found)


def owner() -> str | None:
    """PostgreSQL refuses to run as root: then its own user does."""
    return "postgres" if os.geteuid() == 0 else None


@contextmanager
def running(settings: Mapping[str, str] = SETTINGS) -> Iterator[Path]:
    """A server; gives the folder of its socket. `yangguang` is the superuser and needs no password."""
    folder = Path(tempfile.mkdtemp(prefix="yangguang-"))
    user = owner()
    if user is not None:
        os.chown(folder, pwd.getpwnam(user).pw_uid, -1)
    initdb = [program("initdb"), "-D", f"{folder}/data", "-U", "yangguang", "-A", "trust", "-E", "UTF8", "-N"]
    subprocess.run([*initdb, "--locale=C"], user=user, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    command = [program("postgres"), "-D", f"{folder}/data", "-k", str(folder), *options]
    with (
        open(folder / "log", "wb") as log,
        subprocess.Popen(command, user=user, cwd=folder, stderr=log) as server,
    ):
        try:
            wait(folder)
            yield folder
        finally:
            server.terminate()
    shutil.rmtree(folder, ignore_errors=True)


def wait(folder: Path) -> None:
    """Until the server answers."""
    end = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            return connect(folder).close()
        except psycopg.OperationalError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)


def connect(folder: Path) -> psycopg.Connection:
    """A connection for making databases."""
    return psycopg.connect(host=str(folder), user="yangguang", dbname="postgres", autocommit=True)


def url(folder: Path, name: str) -> str:
    """The address of one database."""
    return f"postgresql+psycopg://yangguang@/{name}?host={folder}"
