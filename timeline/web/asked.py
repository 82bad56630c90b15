"""What happens to every request before its view, and to every answer after it, in its order."""

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from timeline.settings import Settings
from timeline.web import access, limits, origins, packed


def install(app: Flask, settings: Settings) -> None:
    """Before anything else of the application, so that answers come here last."""
    packed.install(app)
    origins.install(app, settings.origins)
    limits.install(app, limits.share(settings.rate_limit, settings.processes))
    access.install(app, public=settings.public)
    if near := settings.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=near, x_proto=near, x_host=near)  # type: ignore[method-assign]
