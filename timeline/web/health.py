"""Whether the service answers, and whether it can do its work."""

from flask import Blueprint, Response

from timeline.services import database as databases
from timeline.web.api import answers, resources
from timeline.web.state import database

health = Blueprint("health", __name__)


@health.get("/healthz")
def healthz() -> Response:
    """The process answers."""
    return answers.answer(resources.Health(status="ok"))


@health.get("/readyz")
def readyz() -> Response:
    """The database answers and is migrated; 503 with the remedy where it is not."""
    databases.ready(database())
    return answers.answer(resources.Health(status="ok"))
