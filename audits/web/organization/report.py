"""The walk of a report, step by step: form, upload, problems, explanations, audit report, signature, receipt."""

from io import BytesIO
from typing import Any

from flask import abort, g, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from audits import report as acts
from audits import signing, template
from audits.config import config, today
from audits.web import standing
from audits.web.access import me, my_code, only
from audits.web.organization.pages import FIRST_YEAR, OURS, mine, pages
from audits.web.session import database
from audits.web.words import done_text, report_state, step_title
from compliance.duty import report_due
from compliance.facts import CONCLUSION_NAMES, Conclusion
from compliance.form.carry import carried
from models.account import Account, Role
from models.db import Session
from models.report import Document, Report, Step, Took, before_of, latest_report

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
