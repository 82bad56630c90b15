"""A story in which everything that can be said is hostile."""

from typing import Final

from tests.builders import NOW, a_mention, a_record, a_report, an_article, an_event, store
from timeline.core.event import Claim, Contradiction, Entity
from timeline.storage import articles, events, readings
from timeline.storage.database import Database

ARTICLE: Final = "<b>'\"/a"
SAID: Final = (
    "</title></script><script>alert(1)</script>\"'><img src=x onerror=alert(1)><svg onload=alert(1)>"
    " {{ 7*7 }} ${7*7} ]]> --> javascript:alert(1) \u202eevil\u202c \u2066 =cmd|' /C calc'!A0"
)


def change(database: Database, slug: str = "hostile") -> None:
    """Let the article have another text, as hostile."""
    with database.begin() as session:
        fields = {"title": f"{SAID}.", "source": SAID, "text": f"{SAID} {SAID}", "url": "javascript:alert(1)"}
        articles.add(session, slug, an_article(ARTICLE, **fields), NOW)


def tell(database: Database, slug: str = "hostile") -> None:
    """Store the story."""
    with database.begin() as session:
        fields = {"title": SAID, "source": SAID, "text": f"{SAID}\n\n{SAID}", "url": "javascript:alert(1)"}
        store(session, slug, [an_article(ARTICLE, **fields)])
        mention = a_mention(SAID, title=SAID, speaker=SAID)
        readings.add(session, slug, a_record(ARTICLE, mention), NOW)
        report = a_report(ARTICLE, mention, source=SAID)
        clash = (Contradiction("day", (Claim(SAID, (0,)), Claim("2024-11-04", (0,)))),)
        named = (Entity(SAID, "person"),)
        events.replace(session, slug, [an_event(report, contradictions=clash, entities=named)])
