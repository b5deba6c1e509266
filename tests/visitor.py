"""A visitor to the pages: a client that sends what a browser sends, and can sign in as anyone."""

from typing import Any

import pyotp
from flask import Flask
from werkzeug.test import TestResponse

from models.account import OFFICE, Account
from tests.make import PASSWORD, TOTP_SECRET

ORIGIN = "http://localhost"


class Visitor:
    """One browser."""

    def __init__(self, app: Flask) -> None:
        self.client = app.test_client()

    def get(self, address: str, **given: Any) -> TestResponse:
        """Open a page."""
        return self.client.get(address, **given)

    def post(self, address: str, data: dict[str, Any] | None = None, **given: Any) -> TestResponse:
        """Send a form from a page of this site."""
        headers = {"Origin": ORIGIN, **given.pop("headers", {})}
        return self.client.post(address, data=data or {}, headers=headers, **given)

    def sign_in(self, account: Account) -> "Visitor":
        """Sign in with every factor the account needs."""
        answer = self.post("/account/sign-in", {"login": account.login, "password": PASSWORD})
        assert answer.status_code == 303, answer.get_data(as_text=True)
        if account.role in OFFICE:
            code = pyotp.TOTP(TOTP_SECRET).now()
            answer = self.post("/account/second-factor", {"code": code})
            assert answer.status_code == 303, answer.get_data(as_text=True)
        return self
