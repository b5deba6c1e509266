"""The web server: granian, a few processes with threads each, on the address of the configuration."""

import socket

from granian.constants import Interfaces
from granian.server import MPServer

from audits.config import config

TARGET = "audits.web.wsgi:application"
THREADS = 4


def is_free(port: int) -> bool:
    """Whether nobody else listens on our address."""
    try:
        with socket.create_server((config().web.host, port)):
            return True
    except OSError:
        return False


def serve(port: int | None = None, workers: int | None = None) -> None:
    """Serve the pages until stopped (SIGTERM, SIGINT). A process that dies is replaced."""
    web = config().web
    server = MPServer(
        TARGET,
        factory=True,
        address=web.host,
        port=port or web.port,
        interface=Interfaces.WSGI,
        workers=workers or web.workers,
        blocking_threads=THREADS,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
        log_enabled=False,
    )
    server.serve()
