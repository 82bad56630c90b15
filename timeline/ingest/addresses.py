"""Which addresses are the same article's: a key to compare them by, which is not meant to be opened.

When in doubt they stay two: an article that is kept twice is found by its text, one that is taken for another is lost.
"""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Final
from urllib.parse import SplitResult, unquote, urlsplit

_WORDS: Final[dict[str, list[str]]] = tomllib.loads(files(__package__).joinpath("addresses.toml").read_text("utf-8"))
_TRACKERS: Final = frozenset(_WORDS["trackers"])
_BEGINNINGS: Final = tuple(_WORDS["beginnings"])
_DOUBTFUL: Final = frozenset(_WORDS["doubtful"])
_DRESSES: Final = frozenset(_WORDS["dresses"])
_DRESSES_OF_PAGES: Final = frozenset(_WORDS["dresses_of_pages"])
_MOBILE: Final = frozenset(_WORDS["mobile"])
_PLATFORMS: Final = frozenset(_WORDS["platforms"])

_CACHES: Final = re.compile(r"(?:[\w-]+\.)*(?:cdn\.ampproject\.org|bing-amp\.com)")
_VIEWERS: Final = re.compile(r"(?:www\.)?google(?:\.[a-z]{2,3}){1,2}")
_CACHED: Final = re.compile(r"/(?:c|v|wp)(?:/s)?/([^/]+\..+)")
_VIEWED: Final = re.compile(r"/amp(?:/s)?/([^/]+\..+)")
_AMP_FILE: Final = re.compile(r"\.amp(\.html?)?$")
_ARTICLE: Final = re.compile(r"[\d-]")
_ESCAPE: Final = re.compile(r"%[0-9A-Fa-f]{2}")
_FIGURE: Final = re.compile(r"\d")
_ROUTE: Final = ("!", "/")
_NESTED: Final = 3
_LANGUAGE: Final = 3
_LONGEST_NAME: Final = 253
_PORTS: Final = {None, 80, 443}


def canonical(url: str) -> str:
    """The one address that stands for all that lead to the same article; what is no http address comes back as it is.

    Gone are tracking parameters, fragments, ports that go without saying, 'www.' and the difference of http and https,
    and what marks an AMP or mobile twin. Parameters are sorted.
    """
    try:
        return _canonical(url.strip(), _NESTED)
    except ValueError:
        return url.strip()


def _canonical(url: str, nested: int) -> str:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username is not None:
        raise ValueError("not an address of an article")
    if nested and (inner := _inside(parts)):
        return _canonical(f"https://{inner}{f'?{parts.query}' if parts.query else ''}", nested - 1)
    path = _path(parts)
    query = _query(parts.query, path)
    fragment = parts.fragment if parts.fragment.startswith(_ROUTE) else ""
    return SplitResult("https", _host(parts), path, query, fragment).geturl()


def _inside(parts: SplitResult) -> str | None:
    """The address that a cache or viewer of AMP pages shows."""
    host = (parts.hostname or "").lower()
    if _CACHES.fullmatch(host):
        found = _CACHED.fullmatch(parts.path)
    else:
        found = _VIEWED.fullmatch(parts.path) if _VIEWERS.fullmatch(host) else None
    return found[1] if found else None


def _written(host: str, path: str) -> SplitResult:
    """A host and a path as courlan writes them, which is imported late: it takes a tenth of a second."""
    from courlan import normalize_url

    return urlsplit(normalize_url(SplitResult("https", host, path, "", "")))


def _host(parts: SplitResult) -> str:
    """The host as courlan writes it, undressed, with its port where that says something."""
    name = (parts.hostname or "").rstrip(".")
    if len(name) > _LONGEST_NAME:
        raise ValueError("not a name")
    host = f"[{name}]" if ":" in name else _undressed(_written(name, "").netloc)
    return host if parts.port in _PORTS else f"{host}:{parts.port}"


def _undressed(host: str) -> str:
    """'www.m.example.org' and 'm.example.org' as 'example.org', 'en.m.example.org' as 'en.example.org'."""
    first, _, rest = host.partition(".")
    if first == "www" and "." in rest:
        return _undressed(rest)
    if first in _MOBILE and _is_outlet(rest):
        return _undressed(rest)
    second, _, last = rest.partition(".")
    if second in _MOBILE and len(first) <= _LANGUAGE and _is_outlet(last):
        return _undressed(f"{first}.{last}")
    return host


def _is_outlet(host: str) -> bool:
    """Whether a host, and not the name below it, is what publishes."""
    return host not in _PLATFORMS and _has_domain(host)


@lru_cache(maxsize=10_000)
def _has_domain(host: str) -> bool:
    """Whether a name below a host is not yet a domain of its own, as it is below 'co.uk'."""
    from courlan import extract_domain

    below = f"name.{host}"
    return extract_domain(f"https://{below}/") not in {None, below}


def _path(parts: SplitResult) -> str:
    """The path as courlan writes it, with escapes of one kind, without a slash at its end and the marks of AMP."""
    path = _ESCAPE.sub(_escape, _written("host.example", parts.path).path).rstrip("/")
    while (plain := _without_amp(path).rstrip("/")) != path:
        path = plain
    return path or "/"


def _escape(found: re.Match[str]) -> str:
    """A letter, figure or sign that needs no escape as itself, another escape in capitals."""
    sign = chr(int(found[0][1:], 16))
    return sign if sign.isascii() and (sign.isalnum() or sign in "-_~") else found[0].upper()


def _without_amp(path: str) -> str:
    path = _AMP_FILE.sub(lambda found: found[1] or "", path)
    bare = "/".join(part for part in path.split("/") if part != "amp")
    return bare if _names_article(bare) else path


def _names_article(path: str) -> bool:
    """Whether the last part of a path is an article's: a section 'guitars' may well have a page 'amp'."""
    return bool(_ARTICLE.search(path.rpartition("/")[2]))


def _query(query: str, path: str) -> str:
    """What is left of the parameters, as they are written; those of one name stay in their order."""
    dresses = _DRESSES | _DRESSES_OF_PAGES if path.endswith(".html") else _DRESSES
    given = [one for one in query.replace("&amp;", "&").split("&") if one and one.lower() not in dresses]
    return "&".join(sorted((one for one in given if not _tracks(one, path)), key=_name))


def _tracks(parameter: str, path: str) -> bool:
    """Whether a parameter says nothing of what is read; a doubtful one may, where the path alone names no article."""
    name, value = _name(parameter), parameter.partition("=")[2]
    if name in _TRACKERS or name.startswith(_BEGINNINGS):
        return True
    return name in _DOUBTFUL and not _FIGURE.search(value) and _names_article(path)


def _name(parameter: str) -> str:
    return unquote(parameter.partition("=")[0]).lower()
