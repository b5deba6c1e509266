"""What each web process runs: the application over the database of the configuration."""

import gc
from threading import Timer

from flask import Flask

from audits.child import keep_waiting
from audits.config import config, today
from audits.credential import nobody
from audits.template import template
from audits.web.app import create_app
from audits.workbook.read import read_workbook
from compliance.facts import Kind
from compliance.form.example import example
from models.db import Database

SETTLED = 1.0
"""Seconds after which a process has answered its first visitor and gets ready for uploads."""


def application() -> Flask:
    """One application, made in the process that serves it."""
    app = create_app(Database(config().database.url))
    gc.freeze()  # what is there now stays: collections need not walk it again and again
    ready = Timer(SETTLED, practise)
    ready.daemon = True
    ready.start()
    return app


def practise() -> None:
    """Keep the guard of uploads waiting, practised on a report of the longest form; load what is used rarely."""
    nobody()
    kind, year = Kind.FOUNDATION, today().year - 1
    keep_waiting(read_workbook, template(kind, year, prefill=example(kind, year)))
