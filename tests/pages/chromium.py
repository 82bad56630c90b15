"""A Chromium that is installed on this machine: the pages' tests download none."""

import os
import shutil
from pathlib import Path
from typing import Final

_NAMES: Final = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "microsoft-edge")
_PLACES: Final = (
    "/usr/lib/chromium/chromium",
    "/snap/bin/chromium",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
MISSING: Final = (
    "no Chromium: install one (Debian: apt-get install chromium), or name one in TIMELINE_CHROMIUM, to test the pages"
)


def found() -> str | None:
    """The program, by its usual names and places, or as TIMELINE_CHROMIUM names it; None where there is none."""
    named = os.environ.get("TIMELINE_CHROMIUM")
    if named:
        return shutil.which(named)
    places = (place for place in _PLACES if Path(place).exists())
    return next(filter(None, map(shutil.which, _NAMES)), None) or next(places, None)
