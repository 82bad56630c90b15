"""Revisions through the API: the texts that an article had, and what each changed of the one before."""

import pytest
from flask.testing import FlaskClient

from tests.web import stories
from tests.web.test_openapi import check

FIRE = "A fire at the mill in Norwood killed 12 people on Monday, police said."


@pytest.fixture(scope="session")
def template(told: str) -> str:
    """Each test begins with the story."""
    return told


@pytest.fixture
def revised(client: FlaskClient, key: dict[str, str]) -> str:
    """The address of the revisions of an article of which the third corrected the second."""
    for text in (FIRE, FIRE.replace("12", "14")):
        assert stories.post(client, key, text=text).status_code == 201
    return "/api/v1/articles/ledger/revisions"


def test_revisions_are_listed_with_what_changed_them(client: FlaskClient, revised: str) -> None:
    found = stories.got(client, revised)
    check(client, "Revisions", found)
    first, second, third = found["revisions"]
    assert [first["number"], second["number"], third["number"]] == [1, 2, 3]
    assert (second["characters"], second["digest"] == third["digest"]) == (len(FIRE), False)
    assert "changes" not in first["links"]
    assert client.get(third["links"]["changes"]).status_code == 200
    assert stories.got(client, found["links"]["article"])["revision"] == 3


def test_the_changes_of_a_revision_are_those_of_its_words_and_of_its_claims(client: FlaskClient, revised: str) -> None:
    found = stories.got(client, f"{revised}/3/changes")
    check(client, "RevisionChanges", found)
    (claim,) = found["claims"]
    assert claim["change"] == "changed"
    assert claim["differences"] == [{"about": "number", "before": "12 people", "after": "14 people"}]
    assert (claim["before"]["quote"], claim["before"]["date"]["edtf"]) == (FIRE, "2024-11-04")
    assert claim["before"]["because"]
    assert [edit["after"]["text"] for edit in found["edits"]] == [FIRE.replace("12", "14")]
    assert (found["unread"], len(found["rules"]), found["title_changed"]) == ([], 1, False)


@pytest.mark.parametrize(
    ("address", "status"),
    [("1/changes", 404), ("4/changes", 404), ("0/changes", 400), ("x/changes", 400), (f"{10**12}/changes", 400)],
)
def test_what_has_none_before_it_or_is_none_is_a_problem(
    client: FlaskClient, revised: str, address: str, status: int
) -> None:
    answer = client.get(f"{revised}/{address}")
    assert answer.status_code == status
    check(client, "Problem", answer.json)
    assert client.get("/api/v1/articles/nobody/revisions").status_code == 404
    assert client.get(f"{revised}?colour=red").status_code == 400
