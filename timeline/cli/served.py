"""What gunicorn logs of its web processes, written as the service writes its own log."""

from gunicorn.config import Config
from gunicorn.glogging import Logger as Gunicorn

from timeline import journal
from timeline.settings import Settings

_NAME = "gunicorn.error"
"""All that it logs but requests, which the service logs itself."""


class Logger(Gunicorn):
    """gunicorn's log as TIMELINE_LOG says it; in gunicorn's own way where nothing is said."""

    def setup(self, cfg: Config) -> None:
        """Set it up, at the start and again at every reload, which adds gunicorn's own handler anew."""
        super().setup(cfg)
        if kind := Settings.from_environment().log:
            journal.configure(kind, dict, _NAME)
