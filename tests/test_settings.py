"""What the environment sets, and what holds without it."""

from pathlib import Path

import pytest

from timeline.errors import Invalid
from timeline.settings import Settings


def test_an_empty_variable_counts_as_unset() -> None:
    assert Settings.from_environment({"TIMELINE_DATABASE_URL": "", "HOME": "/"}).database_url is None


@pytest.mark.parametrize(
    ("environment", "home"),
    [
        ({"TIMELINE_HOME": "/srv/t", "XDG_DATA_HOME": "/data"}, Path("/srv/t")),
        ({"XDG_DATA_HOME": "/data"}, Path("/data/timeline")),
        ({"OTHER": "x"}, Path.home() / ".local/share/timeline"),
    ],
)
def test_the_home_is_where_the_environment_says(environment: dict[str, str], home: Path) -> None:
    assert Settings.from_environment(environment).home == home


@pytest.mark.parametrize("value", ["0", "-1", "1.5", "many"])
def test_a_size_is_a_whole_number_above_zero(value: str) -> None:
    with pytest.raises(Invalid, match="TIMELINE_MAX_BODY") as refused:
        Settings.from_environment({"TIMELINE_MAX_BODY": value})
    assert refused.value.field == "TIMELINE_MAX_BODY"
