"""'YTD' is 'year to date' in the news and 'yesterday' in posts."""

from timeline.resolve.posts.marks import is_post
from timeline.resolve.rule import Doubt
from timeline.resolve.scan import Scan


def of_a_year(scan: Scan, start: int, end: int) -> bool:
    return "ytd" in (scan.word(start), scan.word(end - 1)) and not is_post(scan.text)


DOUBT = Doubt("year to date", frozenset({"deictic"}), of_a_year)
