"""The web application over one database: what stands around every page."""

from flask import Flask, g
from flask_bootstrap import Bootstrap5
from jinja2 import StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix

from audits.account import needs_second_factor
from audits.config import config, today
from audits.web import (
    access,
    account,
    api,
    errors,
    journal,
    language,
    limit,
    organization,
    public,
    published,
    regulator,
    security,
    session,
)
from audits.web.bilingual import Bilingual
from audits.web.navigation import navigation, simulated
from models.account import OFFICE, ORGANIZATION, Role
from models.db import Database

TEMPLATES = "../../templates"


def create_app(database: Database) -> Flask:
    """The web application. Refuses to start with a view that does not say who may see it."""
    app = Flask("audits.web", template_folder=TEMPLATES, static_folder=f"{TEMPLATES}/static")
    app.jinja_environment = Bilingual  # type: ignore[assignment]  # Flask annotates its own class
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.extensions["database"] = database
    configure(app)
    for install in (language.install, errors.install, lambda it: limit.install(it, database)):
        install(app)
    Bootstrap5(app)
    watch(app)
    for pages in BLUEPRINTS:
        app.register_blueprint(pages)
    app.context_processor(shown_everywhere)
    access.check(app)
    needs_second_factor(Role.OFFICER)  # a role that does not exist is named before anyone signs in
    app.wsgi_app = published.Published(app.wsgi_app, database)  # type: ignore[method-assign]
    if config().web.proxies:
        hops = config().web.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops)  # type: ignore[method-assign]
    return app


BLUEPRINTS = (account.pages, public.pages, api.pages, organization.pages, regulator.pages)


def configure(app: Flask) -> None:
    """Flask's limits, which are open unless set."""
    web, upload = config().web, config().upload
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.config.update(
        BOOTSTRAP_SERVE_LOCAL=True,
        MAX_CONTENT_LENGTH=upload.pdf_bytes + 65_536,
        MAX_FORM_MEMORY_SIZE=500_000,
        MAX_FORM_PARTS=1000,
        TRUSTED_HOSTS=list(web.trusted_hosts),
        BABEL_TRANSLATION_DIRECTORIES=f"{TEMPLATES}/translations",
    )


def watch(app: Flask) -> None:
    """What happens around every request, in order."""
    steps = (journal.open_request, language.open_request, security.same_origin, session.load, access.guard)
    for before in steps:
        app.before_request(before)
    for after in (security.headers, language.keep, journal.close_request):
        app.after_request(after)


def shown_everywhere() -> dict[str, object]:
    """What every template may use."""
    return {
        "office": config().office,
        "account": g.get("account"),
        "language": g.get("language", "zh"),
        "navigation": navigation,
        "language_link": language.link,
        "today": today,
        "simulated": simulated,
        "Role": Role,
        "OFFICE": OFFICE,
        "ORGANIZATION": ORGANIZATION,
    }
