"""What each web process runs: the application over the database of the configuration."""

from flask import Flask

from audits.config import config
from audits.web.app import create_app
from models.db import Database


def application() -> Flask:
    """One application, made in the process that serves it."""
    return create_app(Database(config().database.url))
