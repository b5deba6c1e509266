"""What each web process runs: the application over the database of the configuration."""

import gc
from threading import Thread

from flask import Flask

from audits.child import warm
from audits.config import config
from audits.web.app import create_app
from models.db import Database


def application() -> Flask:
    """One application, made in the process that serves it; meanwhile the guard of uploads gets ready."""
    Thread(target=warm, name="warm", daemon=True).start()
    app = create_app(Database(config().database.url))
    gc.freeze()  # what is there now stays: collections need not walk it again and again
    return app
