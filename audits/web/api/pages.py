"""The blueprint of the API."""

from flask import Blueprint

pages = Blueprint("api", __name__, url_prefix="/api/v1")
