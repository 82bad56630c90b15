"""The application, put together."""

from flask_openapi3.models.info import Info
from flask_openapi3.openapi import OpenAPI

from timeline.services import database as databases
from timeline.services.database import Database
from timeline.settings import Settings
from timeline.web import asked, complaints, headers, health, logs, metrics, problems, repeated, state, templating
from timeline.web.admin import views as managing
from timeline.web.api import resources
from timeline.web.api.admin import admin
from timeline.web.api.correcting import correcting
from timeline.web.api.decisions import decisions
from timeline.web.api.feeds import feeds
from timeline.web.api.jobs import jobs
from timeline.web.api.reading import api
from timeline.web.api.revisions import revisions
from timeline.web.pages.drawings import drawings
from timeline.web.pages.exports import exports
from timeline.web.pages.views import pages

_INFO = Info(
    title="Timeline",
    version="1",
    summary="One ordered timeline of what happened, in which every date says how it was found.",
    description="RFC 3339 instants, EDTF dates, signed cursors; every error is a problem (RFC 9457).",
)
_BEARER = {"type": "http", "scheme": "bearer", "description": "A key made by `timeline keys create`"}
_STYLESHEET_SECONDS = 86_400


def create_app(settings: Settings | None = None, database: Database | None = None) -> OpenAPI:
    """The WSGI application. Without settings it reads the environment's; without a database it opens theirs."""
    settings = settings or Settings.from_environment()
    app = OpenAPI(
        __name__,
        info=_INFO,
        security_schemes={"key": _BEARER},
        validation_error_model=resources.Problem,
        validation_error_callback=complaints.refuse,
        doc_ui=False,
    )
    app.config.update(MAX_CONTENT_LENGTH=settings.max_body, SEND_FILE_MAX_AGE_DEFAULT=_STYLESHEET_SECONDS)
    app.url_map.merge_slashes = False
    app.url_map.strict_slashes = False
    state.install(app, state.State(settings, database or databases.open(settings)))
    logs.install(app, settings.log)
    metrics.install(app)
    asked.install(app, settings)
    for install in (problems.install, headers.install, templating.install, managing.install):
        install(app)
    for blueprint in (api, revisions, admin, jobs, correcting, decisions, feeds):
        app.register_api(blueprint)
    repeated.install(app, (admin.name, feeds.name, decisions.name))
    app.register_blueprint(pages)
    app.register_blueprint(exports)
    app.register_blueprint(drawings)
    app.register_blueprint(health.health)
    return app
