"""Rows that are copied into a table are as those that are inserted."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from sqlalchemy import select

from tests.builders import NOW, a_collection, a_day, an_article
from timeline.errors import NotFound
from timeline.storage import articles, copying
from timeline.storage.database import Database
from timeline.storage.tables import ArticleRow, CollectionRow

TEXTS = ["", "\\N", "\\", "tab\tand\nline", "\\.", '{"a": null}', "№ 5 — “ok”"]


def an_article_row(slug: str, name: str, **fields: Any) -> Mapping[str, Any]:
    given = {
        "collection_id": slug,
        "id": name,
        "url": None,
        "source": "",
        "told": "",
        "title": "",
        "zone": "UTC",
        "given": None,
    }
    return {**given, "revision": 1, "added": NOW, **fields}


def test_every_kind_of_value_comes_back(database: Database) -> None:
    a_collection(database, "port")
    rows = [an_article_row("port", f"a{number}", title=text) for number, text in enumerate(TEXTS)]
    dated = an_article_row("port", "dated", given=a_day(), url="the port's own")
    with database.begin() as session:
        copying.add(session, ArticleRow, [*rows, dated])
    with database.begin() as session:
        found = {row.id: row for row in session.scalars(select(ArticleRow))}
    assert [found[row["id"]].title for row in rows] == TEXTS
    assert (found["dated"].given, found["dated"].url, found["dated"].added) == (a_day(), "the port's own", NOW)
    assert (found["a0"].given, found["a0"].url) == (None, None)


def test_columns_that_are_not_named_take_their_default(database: Database) -> None:
    with database.begin() as session:
        copying.add(session, CollectionRow, [{"id": "port", "title": "", "about": "", "zone": "UTC"}])
        assert session.scalars(select(CollectionRow)).one().added


def test_nothing_is_added_where_there_is_nothing_to_add(database: Database) -> None:
    with database.begin() as session:
        copying.add(session, CollectionRow, [])
        assert session.scalar(select(CollectionRow)) is None


def test_what_the_database_refuses_is_an_error_of_the_service(database: Database) -> None:
    with pytest.raises(NotFound), database.begin() as session:
        copying.add(session, ArticleRow, [an_article_row("nowhere", "a1")])


def test_all_rows_are_added_or_none(database: Database) -> None:
    def rows() -> Iterator[Mapping[str, Any]]:
        yield an_article_row("port", "a1")
        raise ArithmeticError

    a_collection(database, "port", an_article("a0"))
    with pytest.raises(ArithmeticError), database.begin() as session:
        copying.add(session, ArticleRow, rows())
    with database.begin() as session:
        assert session.scalars(select(ArticleRow.id)).all() == ["a0"]
        assert articles.get(session, "port", "a0")
