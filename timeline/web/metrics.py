"""What Prometheus scrapes: requests and how long they took, counted by all processes together; the queue and what is
stored, asked of the database when it is scraped."""

from collections.abc import Iterator
from time import perf_counter
from typing import Final

from flask import Blueprint, Flask, Response, g, request
from prometheus_client import CollectorRegistry, Counter, Histogram, exposition
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector

from timeline.services import standing
from timeline.services.standing import Standing
from timeline.web.state import database, state

_METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_SECONDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
_OWN: Final = CollectorRegistry()
_ASKED: Final = Counter(
    "timeline_http_requests", "Requests that were answered", ["method", "view", "status"], registry=_OWN
)
_TOOK: Final = Histogram(
    "timeline_http_request_seconds", "How long answers took", ["view"], buckets=_SECONDS, registry=_OWN
)
_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"

metrics = Blueprint("metrics", __name__)


def install(app: Flask) -> None:
    """Count every request from its beginning to its answer."""
    app.before_request(_begun)
    app.after_request(_counted)
    app.register_blueprint(metrics)


@metrics.get("/metrics")
def scrape() -> Response:
    """All that is counted, in Prometheus' text form."""
    registry = CollectorRegistry()
    if shared := state().settings.metrics:
        MultiProcessCollector(registry, str(shared))  # type: ignore[no-untyped-call]
    else:
        registry.register(_OWN)
    registry.register(_Standing(standing.read(database())))
    return Response(exposition.generate_latest(registry), content_type=_TYPE)


class _Standing:
    """The database's share of the metrics."""

    def __init__(self, found: Standing) -> None:
        self.found = found

    def collect(self) -> Iterator[Metric]:
        """The gauges, as prometheus_client asks for them."""
        jobs = GaugeMetricFamily("timeline_jobs", "Jobs of the queue by state", labels=["task", "state"])
        for one in self.found.jobs:
            jobs.add_metric([one.task, one.state], one.count)
        yield jobs
        yield GaugeMetricFamily("timeline_queue_length", "Jobs that wait", self.found.counted("todo"))
        yield GaugeMetricFamily("timeline_queue_overdue_seconds", "How long the oldest has waited", self.found.overdue)
        yield GaugeMetricFamily("timeline_jobs_lost", "Jobs whose worker is not heard of", self.found.lost)
        yield GaugeMetricFamily("timeline_articles", "Articles that are stored", self.found.articles)
        yield GaugeMetricFamily("timeline_events", "Events that are shown", self.found.events)


def _begun() -> None:
    g.begun = perf_counter()


def _counted(response: Response) -> Response:
    """Views and methods are counted by names that there are few of, never by what a client can make up."""
    view = request.endpoint or "none"
    method = request.method if request.method in _METHODS else "other"
    _ASKED.labels(method, view, str(response.status_code)).inc()
    if "begun" in g:
        _TOOK.labels(view).observe(perf_counter() - g.begun)
    return response
