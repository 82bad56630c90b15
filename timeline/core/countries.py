"""Countries by their two letters."""

import tomllib
from importlib.resources import files
from typing import Final

_CODES: Final = frozenset(
    tomllib.loads(files(__package__).joinpath("countries.toml").read_text("utf-8"))["codes"].split()
)


def known(code: str) -> bool:
    """Whether ISO 3166-1 assigns these two capital letters to a country."""
    return code in _CODES
