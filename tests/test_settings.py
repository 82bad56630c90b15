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


def test_nothing_is_fetched_unless_the_environment_says_so() -> None:
    silent = Settings.from_environment({"HOME": "/"})
    assert (silent.fetch, silent.fetch_loopback, silent.fetch_ports) == (False, False, frozenset({80, 443}))
    said = {"TIMELINE_FETCH": "on", "TIMELINE_FETCH_CONTACT": "desk@paper.example", "TIMELINE_FETCH_PORTS": "80, 8080"}
    told = Settings.from_environment(said)
    assert (told.fetch, told.fetch_contact, told.fetch_ports) == (True, "desk@paper.example", frozenset({80, 8080}))
    assert not told.fetch_loopback


@pytest.mark.parametrize("name", ["TIMELINE_FETCH", "TIMELINE_FETCH_LOOPBACK"])
@pytest.mark.parametrize("value", ["yes", "1", "On", "true"])
def test_a_switch_is_on_or_off(name: str, value: str) -> None:
    with pytest.raises(Invalid, match=f"{name} must be on or off") as refused:
        Settings.from_environment({name: value})
    assert refused.value.field == name


@pytest.mark.parametrize("value", ["http", "0", "80,", "80;443", "65536", "-1", "²"])
def test_ports_are_numbers_with_commas(value: str) -> None:
    with pytest.raises(Invalid, match="TIMELINE_FETCH_PORTS"):
        Settings.from_environment({"TIMELINE_FETCH_PORTS": value})
