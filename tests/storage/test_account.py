"""The folders of the embedded server: its own user's, and never somebody else's that stood there before."""

import os
from pathlib import Path

import pytest

from timeline.errors import Unavailable
from timeline.storage import account, embedded


def mode(folder: Path) -> int:
    return folder.stat().st_mode & 0o777


def of_another(folder: Path) -> Path:
    """A folder of another user: one that root gave away, or, for anybody else, one of root's."""
    if os.geteuid() != 0:
        return Path("/usr")
    folder.mkdir(mode=0o755)
    os.chown(folder, 4_000_000, -1)
    return folder


def test_a_folder_is_made_and_one_that_is_its_own_is_closed_to_others(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    assert mode(account.owned(folder, None)) == 0o700
    folder.chmod(0o777)
    assert mode(account.owned(folder, None)) == 0o700


def test_a_folder_of_somebody_else_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    folder = of_another(tmp_path / "other")
    before = folder.stat()
    with pytest.raises(PermissionError, match="belongs to someone else"):
        account.owned(folder, None)
    assert folder.stat() == before


def test_a_link_is_refused_and_what_it_leads_to_left_as_it_is(tmp_path: Path) -> None:
    aim, link = tmp_path / "aim", tmp_path / "link"
    aim.mkdir(mode=0o755)
    link.symlink_to(aim)
    with pytest.raises(PermissionError, match="is a link"):
        account.owned(link, None)
    assert mode(aim) == 0o755


def test_a_server_whose_folder_would_be_a_link_does_not_start_and_says_so(tmp_path: Path) -> None:
    home, aim = tmp_path / "home", tmp_path / "aim"
    home.mkdir()
    aim.mkdir()
    (home / "postgres.new").symlink_to(aim)
    with pytest.raises(Unavailable, match=r"is a link\. Remedy: set TIMELINE_HOME"):
        embedded.start(home)
    assert list(aim.iterdir()) == []
