"""PDF: the text layer, the title where it is one, and what has neither."""

import pytest

from tests import made_files
from tests.ingest.reading import article, problems, read


def test_the_lines_of_a_paper_become_paragraphs_page_after_page() -> None:
    first = (
        "The council of Arnby closed the old paper mill on Monday, the mayor told re-",
        "porters at the town hall, after a long night of talks with the union that had",
        "called for two more years.",
        "Nobody was hurt.",
    )
    found = article("in/mill.pdf", made_files.pdf(first, ("A museum will open.",), title="Mill closes"))
    assert str(found["text"]).splitlines() == [
        first[0].removesuffix("-") + " ".join(first[1:3]),
        "Nobody was hurt.",
        "A museum will open.",
    ]
    assert (found["id"], found["title"]) == ("mill", "Mill closes")


@pytest.mark.parametrize("title", ["", "untitled", "Microsoft Word - mill.docx", "mill.indd"])
def test_the_name_of_a_file_is_no_title(title: str) -> None:
    assert "title" not in article("a.pdf", made_files.pdf(made_files.LINES, title=title))


def test_a_scanned_paper_is_told_what_to_do() -> None:
    (why,) = problems(read("a.pdf", made_files.pdf((), ()))).values()
    assert why.startswith("has no text layer")
