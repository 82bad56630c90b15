"""'All the best for the weekend :)', 'this Sat & Sun', '7pm tonight': what only posts mean by such words."""

from typing import Final

from timeline.resolve.found import Found
from timeline.resolve.posts import is_post
from timeline.resolve.posts.joined import joined
from timeline.resolve.posts.own import announced, midnight, nearest, night
from timeline.resolve.posts.rows import rows
from timeline.resolve.scan import Scan

_UNSAID: Final = frozenset({"current", "the current"})
"""'My current mood' tells no time (none of 2 tweets)."""


def near(scan: Scan, found: list[Found]) -> list[Found]:
    """In a post, everything that was found, as its writer means it; all other texts are left as they are."""
    if not is_post(scan.text):
        return found
    told = [midnight(night(scan, one)) for one in found if scan.between(one.start, one.end).lower() not in _UNSAID]
    together = rows(scan, joined(scan, told))
    return [nearest(scan, announced(scan, one)) for one in together]
