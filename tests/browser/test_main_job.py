"""The main job in a real browser: an accountant's afternoon, the unit's consent, the officer's conclusion."""

from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfWriter

from audits.prefill import registered
from audits.template import template
from compliance.form.example import example
from models.account import by_login
from models.db import Database
from models.organization import Organization, find
from tests.browser.conftest import Opener, Site, accessible


@pytest.fixture
def organization(site: Site) -> Organization:
    database = Database(site.database_url)
    with database.read() as db:
        account = by_login(db, "preparer")
        organization = find(db, account.code or "") if account else None
    database.close()
    assert organization is not None
    return organization


@pytest.fixture
def year(visit: Opener) -> int:
    page = visit("preparer")
    page.goto("/my/report")
    return int(page.url.rstrip("/").rsplit("/", 1)[1].split("?")[0])


@pytest.fixture
def workbooks(tmp_path: Path, organization: Organization, year: int) -> tuple[Path, Path]:
    """A report with a fault, and the same without."""
    answers = {**example(organization.kind, year), **registered(organization, year)}
    good, bad = tmp_path / "年报.xlsx", tmp_path / "有错.xlsx"
    good.write_bytes(template(organization.kind, year, prefill=answers))
    answers["balance.total_assets.closing"] = int(str(answers["balance.total_assets.closing"])) + 100
    bad.write_bytes(template(organization.kind, year, prefill=answers))
    return bad, good


@pytest.fixture
def audit_report(tmp_path: Path) -> Path:
    path, writer = tmp_path / "审计报告.pdf", PdfWriter()
    writer.add_blank_page(595, 842)
    writer.write(path)
    return path


def upload(page: Page, file: Path) -> None:
    page.set_input_files("#file", file)
    page.click("#upload button")
    page.wait_for_load_state()


def explain(page: Page) -> None:
    if page.locator("#all-openings").count():
        page.fill("#all-openings", "上年数据按审计意见重新列报。")
    for box in page.locator("textarea[name*='|']").all():
        if not box.input_value() and "accounting.opening" not in (box.get_attribute("name") or ""):
            box.fill("本年发生的特殊情况，已经理事会确认。")
    page.locator("form[action*='explain'] button").click()
    page.wait_for_load_state()


def test_a_report_goes_its_way(
    site: Site, visit: Opener, workbooks: tuple[Path, Path], audit_report: Path, year: int
) -> None:
    bad, good = workbooks
    page = visit("preparer")
    page.goto(f"/my/report/{year}")
    with page.expect_download() as download:
        page.click("#template a")
    assert download.value.suggested_filename.endswith(".xlsx")

    upload(page, bad)
    assert page.locator(".fault-stop").count() > 0
    assert "资产负债表" in page.locator(".fault-stop").first.inner_text()
    assert accessible(page) == []
    upload(page, good)
    assert page.locator(".fault-stop").count() == 0
    if page.locator("form[action*='explain'] button").count():
        explain(page)
    if page.locator("#audit-file").count():
        page.set_input_files("#audit-file", audit_report)
        page.click("#audit button")
        page.wait_for_load_state()
    assert page.locator("#sign form").count() == 0

    signer = visit("signer")
    signer.goto(f"/my/report/{year}")
    signer.check("#true")
    signer.click("#sign button")
    signer.wait_for_load_state()
    signer.click("#submit button")
    signer.wait_for_load_state()
    assert signer.locator(".tag.good").first.inner_text()
    assert accessible(signer) == []
    with signer.expect_download() as receipt:
        signer.click("text=回执（PDF）")
    assert receipt.value.path().read_bytes().startswith(b"%PDF-")
