"""`timeline serve`: the pages and the API by gunicorn, with a worker beside them."""

import socket
from contextlib import nullcontext
from typing import Any

import click

from timeline.cli import workers
from timeline.cli.opened import opened
from timeline.errors import Conflict
from timeline.settings import Settings, sharing_metrics

_LOCAL = "127.0.0.1"
_WORKERS = 2
_THREADS = 4
_WEB_GRACE = 5
"""Seconds that a request may still take after a Ctrl-C. A web process that is told to stop as it starts may not hear
it, and gunicorn would wait half a minute for it."""
_APPLICATION = "timeline.web:create_app()"


@click.command("serve")
@click.option("--host", default=_LOCAL, show_default=True, help="The address to listen on; 0.0.0.0 for all.")
@click.option("--port", type=click.IntRange(1, 65535), help="The port; PORT, or 8000, without it.")
@click.option(
    "--workers", "processes", type=click.IntRange(1), default=_WORKERS, show_default=True, help="Web processes."
)
@click.option("--no-worker", is_flag=True, help="Leave the queued jobs to `timeline worker` elsewhere.")
def command(host: str, port: int | None, processes: int, no_worker: bool) -> None:
    """Serve the pages and the API, and run the queued jobs, until stopped."""
    from timeline.services import database

    settings = Settings.from_environment()
    with opened(settings) as found:
        database.ready(found)
        serve(host, port or settings.port, processes, jobs=not no_worker)


def serve(host: str, port: int, processes: int = _WORKERS, *, jobs: bool = True) -> None:
    """Serve until stopped, on a migrated database that the caller holds open. Conflict where the port is taken."""
    _check_port(host, port)
    with workers.running(1) if jobs else nullcontext(), sharing_metrics():
        _application(host, port, processes).run()


def _check_port(host: str, port: int) -> None:
    """gunicorn itself would try for five seconds and then give only its log."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Conflict(
                f"{host}:{port} cannot be listened on ({error.strerror}). Name another with --port."
            ) from error


def _application(host: str, port: int, processes: int) -> Any:
    from gunicorn.app.base import BaseApplication
    from gunicorn.util import import_app

    options = {
        "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
        "workers": processes,
        "raw_env": f"WEB_CONCURRENCY={processes}",
        "threads": _THREADS,
        "graceful_timeout": _WEB_GRACE,
        "control_socket_disable": True,
        "loglevel": "warning",
        "logger_class": "timeline.cli.served.Logger",
        "proc_name": "timeline",
        "when_ready": lambda _: click.echo(f"Timeline is on http://{host}:{port} (Ctrl-C stops it)", err=True),
    }

    class Application(BaseApplication):
        def load_config(self) -> None:
            for name, value in options.items():
                self.cfg.set(name, value)

        def load(self) -> Any:
            # After the fork: every web process reads the same environment and opens the database for itself.
            return import_app(_APPLICATION)

    return Application()
