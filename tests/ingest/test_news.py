"""What agencies send: NewsML-G2, NITF and NewsML 1.2, an article an item."""

import pytest

from tests import made_files
from tests.ingest.reading import article, problems, read
from timeline.ingest.item import Link, Options
from timeline.ingest.limits import Limits

RAIN = "It rained in Arnby, and the river rose.\nNobody was hurt, the mayor said."
FIRST, VERSION = (
    "<firstCreated>2024-11-05T14:05:00+01:00</firstCreated>",
    "<versionCreated>2024-11-06T09:00:00Z</versionCreated>",
)
PLAIN = f'<inlineData contenttype="text/plain">{RAIN}</inlineData>'
PAGE = (
    '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head>'
    "<body><h1>Mill closes</h1><p>It rained in <b>Arnby</b>, and the river rose.</p><p>Nobody was hurt, the mayor said."
    "</p></body></html></inlineXML>"
)
OLD = (
    '<NewsML Version="1.2"><NewsItem><Identification><NewsIdentifier><ProviderId>wire.example</ProviderId>'
    "<DateId>20241105</DateId><NewsItemId>rain</NewsItemId><RevisionId>2</RevisionId><PublicIdentifier>urn:x:2"
    "</PublicIdentifier></NewsIdentifier></Identification><NewsManagement><FirstCreated>20241105T140500+0100</FirstCreated>"
    "{status}</NewsManagement><NewsComponent><NewsLines><HeadLine>Rain in Arnby</HeadLine><CreditLine>Northern Wire"
    "</CreditLine></NewsLines><ContentItem><DataContent>{content}</DataContent></ContentItem></NewsComponent></NewsItem>"
    "</NewsML>"
)


def inline(nitf: str) -> str:
    return f'<inlineXML contenttype="application/nitf+xml">{nitf}</inlineXML>'


@pytest.mark.parametrize("content", [PLAIN, PAGE, inline(made_files.nitf(RAIN)), f"<remoteContent/>{PAGE}"])
def test_an_item_is_an_article(content: str) -> None:
    assert article("a.xml", made_files.news_item(content, meta=VERSION + FIRST).encode()) == {
        "id": "urn:newsml:wire.example:1",
        "title": "Mill closes",
        "text": RAIN,
        "source": "Northern Wire",
        "published": "2024-11-05T14:05:00+01:00",
    }


def test_a_message_gives_its_articles_in_order_and_passes_pictures_and_packages_over() -> None:
    picture = made_files.news_item('<remoteContent href="a.jpg"/>').replace("ninat:text", "ninat:picture")
    package = '<packageItem guid="p"><groupSet><group><itemRef residref="1"/></group></groupSet></packageItem>'
    first, second = made_files.news_item(PLAIN, guid="1"), made_files.news_item(PLAIN, guid="2")
    found = read("a.xml", made_files.news_message(picture, first, package, second))
    assert [(item.where, item.fields.get("id")) for item in found] == [("a.xml:2", "1"), ("a.xml:3", "2")]
    assert problems(read("a.xml", made_files.news_message(picture, package))) == {
        "a.xml": "has no article in it, only pictures, packages or plans"
    }


def test_a_bad_item_keeps_no_other_from_being_read() -> None:
    bad = made_files.news_item("", guid="1")
    unknown = made_files.news_item(PAGE.replace("rained", "&what;"), guid="2")
    content = made_files.news_message(bad, unknown, made_files.news_item(PLAIN, guid="3"))
    found = read("a.xml", content.replace(b'<?xml version="1.0"?>', b'<!DOCTYPE newsMessage [<!ENTITY what "hail">]>'))
    assert problems(found) == {
        "a.xml:1": "has no text",
        "a.xml:2": "has the entity &what;, which is not resolved; write out what it stands for",
    }
    assert found[2].fields["text"] == RAIN


@pytest.mark.parametrize(
    ("meta", "published"),
    [
        (FIRST + VERSION, "2024-11-05T14:05:00+01:00"),
        (VERSION, "2024-11-06T09:00:00Z"),
        (f"{FIRST}<embargoed>2024-11-05T18:00:00+01:00</embargoed>", "2024-11-05T18:00:00+01:00"),
        (f"{FIRST}<embargoed>2024-11-05T11:00:00Z</embargoed>", "2024-11-05T14:05:00+01:00"),
        (f"{FIRST}<embargoed/>", "2024-11-05T14:05:00+01:00"),
        ("", None),
    ],
)
def test_an_item_appeared_when_it_was_first_made_or_released(meta: str, published: str | None) -> None:
    assert article("a", made_files.news_item(PLAIN, meta=meta).encode()).get("published") == published


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<docdata><date.issue norm="20241105T140500+0100"/></docdata>', "2024-11-05T14:05:00+01:00"),
        ('<docdata><date.issue norm="20241105T000000-0500"/></docdata>', "2024-11-05"),
        (
            '<docdata><date.issue norm="20241105"/><date.release norm="20241106T050000Z"/></docdata>',
            "2024-11-06T05:00:00+00:00",
        ),
        ('<docdata><date.issue norm="20241105T99"/></docdata>', "20241105T99"),
        ('<docdata><date.issue norm="20241107"/></docdata><pubdata date.publication="20241106T000000"/>', "2024-11-06"),
        ("", None),
    ],
)
def test_a_document_appeared_when_it_was_printed_issued_or_released(head: str, published: str | None) -> None:
    assert article("a", made_files.nitf(head=head).encode()).get("published") == published


def test_a_document_says_where_it_was_published_and_by_whom() -> None:
    head = (
        '<title>Rain</title><docdata><doc-id id-string="r-1" regsrc="NW"/></docdata>'
        '<pubdata name="Arnby Post" ex-ref="https://post.example/rain"/>'
    )
    assert article("a.nitf", made_files.nitf(RAIN, head=head).encode()) == {
        "id": "r-1",
        "url": "https://post.example/rain",
        "title": "Mill closes",
        "text": RAIN,
        "source": "Arnby Post",
    }


def test_what_stands_beside_the_text_is_left_out_and_characters_have_their_names() -> None:
    picture = "<media><media-caption><p>A river</p></media-caption></media>"
    inner = f"{picture}<hl2>The &eacute;cluse</hl2><block><p>It rose.</p></block>"
    content = made_files.nitf("@", title="Rain &mdash; <em>much</em>").replace("<p>@</p>", inner)
    found = article("a.xml", f'<!DOCTYPE nitf SYSTEM "nitf-3-3.dtd">{content}'.encode())
    assert (found["title"], found["text"]) == ("Rain — much", "The écluse\nIt rose.")


@pytest.mark.parametrize(
    "content", [made_files.nitf(RAIN), PAGE[PAGE.index("<html") : PAGE.index("</inlineXML")], f"<![CDATA[{RAIN}]]>"]
)
def test_newsml_1_is_read_whatever_it_holds(content: str) -> None:
    found = article("a.xml", OLD.format(content=content, status="").encode())
    assert str(found.pop("text")).endswith(RAIN)
    assert found == {
        "id": "wire.example:20241105:rain",
        "title": "Rain in Arnby",
        "source": "Northern Wire",
        "published": "2024-11-05T14:05:00+01:00",
    }


def test_an_item_in_an_item_is_one_of_its_own() -> None:
    inner = OLD[OLD.index("<NewsItem>") : OLD.index("</NewsML>")].format(content="It hailed.", status="")
    outer = OLD.format(content="It rained.", status="").replace("</NewsComponent>", f"{inner}</NewsComponent>")
    assert [item.fields["text"] for item in read("a", outer.encode())] == ["It rained.", "It hailed."]


def test_what_is_withheld_or_withdrawn_is_not_loaded() -> None:
    meta = '<pubStatus qcode="stat:canceled"/>'
    assert problems(read("a", made_files.news_item(PLAIN, meta=meta).encode())) == {
        "a:1": "is canceled by its provider, and so not published"
    }
    old = OLD.format(content=RAIN, status='<Status FormalName="Withheld"/>')
    assert "is withheld by its provider" in problems(read("a", old.encode()))["a:1"]


def test_an_item_that_only_names_a_page_is_a_link_to_be_fetched() -> None:
    page = '<remoteContent contenttype="text/html" href="https://wire.example/rain"/>'
    (found,) = read("a", made_files.news_item(page).encode())
    assert found.follow == Link("https://wire.example/rain", "a")
    assert found.problem


def test_a_message_may_be_larger_than_an_article_may() -> None:
    limits = Options(limits=Limits(item=100_000))
    many = made_files.news_message(*(made_files.news_item(PLAIN, guid=str(n)) for n in range(1000)))
    assert len(many) > 400_000
    assert len(read("a", many, limits)) == 1000
    large = made_files.news_message(
        made_files.news_item(PLAIN), made_files.news_item(PLAIN.replace("rained", "x" * 300_000))
    )
    assert problems(read("a", large, limits)) == {"a": "has an article larger than 100,000 bytes"}
