"""Subscribing to feeds: the part of the admin API that says what is polled."""

from flask import Response, url_for
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from pydantic import Field

from timeline.services import feeds as subscriptions
from timeline.services import fetching
from timeline.services.feeds import Feed
from timeline.web import bodies
from timeline.web.api import answers, keyed, resources
from timeline.web.api.requests import Request, Words
from timeline.web.state import database, now, state

_ADDRESS = 2000

feeds = APIBlueprint(
    "feeds",
    __name__,
    url_prefix="/api/v1/admin/feeds",
    abp_responses=answers.PROBLEMS,
    abp_tags=[Tag(name="Feeds")],
    abp_security=[{"key": ["load"]}],
)


class NewFeed(Request):
    """A feed as it is subscribed."""

    collection: str = Field(description="The collection that its articles go to, which must exist")
    url: str = Field(max_length=_ADDRESS, description="Where it is: an RSS, Atom or JSON feed, or a sitemap")
    every: int = Field(30, ge=subscriptions.EVERY[0], le=subscriptions.EVERY[-1], description="Minutes between polls")
    source: str | None = Field(None, description="Who published its articles, where they do not say it themselves")
    zone: str | None = Field(None, description="IANA time zone of its articles, likewise")


class Whose(Request):
    """Which feeds are meant."""

    collection: Words = Field(None, description="The collection; all of them where this is left out")


class Which(Request):
    """Which feed is meant."""

    collection: str = Field(description="The collection that reads it")
    url: str = Field(max_length=_ADDRESS, description="Its address, as it was subscribed")


feeds.before_request(keyed.needs("load"))
feeds.before_request(bodies.checked)


@feeds.get("", responses={200: resources.Feeds})
def get_feeds(query: Whose) -> Response:
    """What is subscribed, by collection and address, with how the last polls went."""
    found = subscriptions.listed(database(), query.collection)
    return answers.answer(resources.Feeds(feeds=[_written(feed) for feed in found]))


@feeds.post("", responses={201: resources.Feed, 200: resources.Feed})
def post_feed(body: NewFeed) -> Response:
    """Have a feed polled, beginning at once. 200 where it was subscribed already: it is polled as this says now.

    A feed that was paused is resumed. 409 where the service does not fetch.
    """
    who = keyed.who()
    said = (body.every, body.source or "", body.zone or "", who)
    wanted = subscriptions.wanted(body.collection, body.url, *said, now())
    feed, new = subscriptions.subscribe(database(), fetching.policy(state().settings), wanted)
    found = _written(feed)
    return answers.answer(found, 201 if new else 200, found.links["self"])


@feeds.delete("", responses={204: None})
def delete_feed(query: Which) -> Response:
    """Poll a feed no more. Its articles stay."""
    subscriptions.remove(database(), query.url, query.collection)
    return Response(status=204)


def _written(feed: Feed) -> resources.Feed:
    """A feed as a resource."""
    return resources.Feed(
        collection=feed.collection,
        url=feed.url,
        every=feed.every,
        source=feed.source or None,
        zone=feed.zone or None,
        who=feed.who,
        added=feed.added.isoformat(),
        paused=feed.paused,
        next=feed.next.isoformat(),
        polled=feed.polled.isoformat() if feed.polled else None,
        failures=feed.failures,
        problem=feed.problem or None,
        links={
            "self": url_for("feeds.get_feeds", collection=feed.collection),
            "collection": url_for("api.get_collection", slug=feed.collection),
        },
    )
