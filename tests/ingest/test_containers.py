"""Archives and folders: every member is read in its own form, what leads out is named and not read."""

import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests import made_files
from tests.ingest.reading import problems, read
from timeline.ingest import files
from timeline.ingest.files import Form, Item, Options

MEMBERS = {
    "b.csv": b"title,text\nRain,It rained.\n",
    "2024/a.txt": b"It snowed.",
    "2024/c.ndjson": b'{"id": "c", "text": "It hailed."}\n{\n',
}


def texts(items: list[Item]) -> dict[str, object]:
    return {item.where: item.fields.get("text") for item in items if not item.problem}


@pytest.mark.parametrize(
    "archive", [made_files.zipped(MEMBERS), made_files.tarred(MEMBERS), made_files.tarred(MEMBERS, "w:gz")]
)
def test_members_are_read_in_their_forms_and_named_by_their_path(archive: bytes) -> None:
    found = read("dump.bin", archive)
    assert texts(found) == {
        "dump.bin/b.csv:2": "It rained.",
        "dump.bin/2024/a.txt": "It snowed.",
        "dump.bin/2024/c.ndjson:1": "It hailed.",
    }
    assert list(problems(found)) == ["dump.bin/2024/c.ndjson:2"]
    assert [item.fields["id"] for item in found if item.where.endswith("a.txt")] == ["2024-a"]


@pytest.mark.parametrize("name", ["a.csv.gz", "a.tgz", "a.warc.gz"])
def test_gzip_is_the_file_that_it_packs(name: str) -> None:
    inner = {
        "a.csv.gz": MEMBERS["b.csv"],
        "a.tgz": made_files.tarred({"b.csv": MEMBERS["b.csv"]}),
        "a.warc.gz": made_files.warc(("https://p.example/a", "text/plain", b"It rained.")),
    }[name]
    assert list(texts(read(name, made_files.packed(inner))).values()) == ["It rained."]


def test_archives_in_archives_are_read_three_deep() -> None:
    three = made_files.zipped({"b.tgz": made_files.tarred(MEMBERS, "w:gz")})
    assert len(texts(read("a.zip", three))) == 3
    assert problems(read("a.zip", made_files.zipped({"c.zip": three}))) == {
        "a.zip/c.zip/b.tgz": "is an archive in more than 3 others"
    }


def test_an_archive_that_is_piped_in_is_read() -> None:
    for archive in (made_files.zipped(MEMBERS), made_files.tarred(MEMBERS)):
        pieces = iter([archive[:600], archive[600:]])
        assert len(texts(list(files.items("-", pieces)))) == 3


def test_an_option_says_the_form_of_the_members() -> None:
    archive = made_files.zipped({"a.dat": b'{"id": "a", "text": "It rained."}'})
    assert texts(read("a.zip", archive, Options(form=Form.TEXT))) == {
        "a.zip/a.dat": '{"id": "a", "text": "It rained."}'
    }


@pytest.mark.parametrize("name", ["../a.txt", "a/../../b.txt", "/etc/a.txt", "C:\\a.txt", "..\\a.txt"])
def test_a_path_that_climbs_out_is_named_and_not_read(name: str) -> None:
    good = {"ok.txt": b"It rained."}
    for archive in (made_files.zipped({name: b"It snowed.", **good}), made_files.tarred({name: b"It snowed.", **good})):
        found = read("a", archive)
        assert texts(found) == {"a/ok.txt": "It rained."}
        assert [item.problem for item in found if item.problem] == [
            "has a path that leads out of the archive, and is not read"
        ]


def test_links_and_devices_are_problems() -> None:
    members: dict[str, bytes | tarfile.TarInfo] = {"ok.txt": b"It rained."}
    for name, kind in (("soft.txt", tarfile.SYMTYPE), ("hard.txt", tarfile.LNKTYPE), ("null.txt", tarfile.CHRTYPE)):
        members[name] = entry = tarfile.TarInfo(name)
        entry.type, entry.linkname = kind, "/etc/passwd"
    found = read("a.tar", made_files.tarred(members))
    assert texts(found) == {"a.tar/ok.txt": "It rained."}
    assert len(problems(found)) == 3
    link = zipfile.ZipInfo("soft.txt")
    link.external_attr = 0o120777 << 16
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert problems(read("a.zip", held.getvalue())) == {"a.zip/soft.txt": "is a link, not a file"}


def test_what_pages_are_saved_with_is_left_out() -> None:
    beside = {
        "a_files/s.css": b"p {}",
        "a_files/p.png": b"\x89PNG",
        "__MACOSX/a.txt": b"x",
        ".hidden/b.txt": b"x",
        "d/": b"",
    }
    assert read("a.zip", made_files.zipped(beside)) == []


def test_a_folder_is_walked_in_order(tmp_path: Path) -> None:
    for name in ("b/two.txt", "b/c/three.txt", "a.txt", ".hidden.txt", "page_files/ad.html", "page_files/s.css"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("It rained.")
    (tmp_path / "page.html").write_bytes(made_files.page())
    (tmp_path / "z.zip").write_bytes(made_files.zipped({"four.txt": b"It rained."}))
    (tmp_path / "b" / "around").symlink_to(tmp_path)
    (tmp_path / "passwords.txt").symlink_to("/etc/passwd")
    found = list(files.walked(f"{tmp_path}/"))
    below = [item.where.removeprefix(f"{tmp_path}/") for item in found]
    assert below == ["a.txt", "b/c/three.txt", "b/two.txt", "page.html", "z.zip/four.txt"]
    assert [item.fields["id"] for item in found] == ["a", "b-c-three", "b-two", "page", "four"]


def test_a_file_and_what_cannot_be_opened_are_walked_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It rained.")
    assert [item.where for item in files.walked(str(tmp_path / "a.txt"))] == [f"{tmp_path}/a.txt"]
    (found,) = files.walked(str(tmp_path / "none.txt"))
    assert found.problem == "cannot be read: No such file or directory"
