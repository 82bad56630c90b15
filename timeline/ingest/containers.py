"""Files in files: zip, tar and gzip, unpacked in memory as they are read, and folders."""

import gzip
import stat
import struct
import tarfile
import zipfile
from collections.abc import Iterator
from io import BufferedReader, BytesIO
from pathlib import Path, PurePosixPath
from typing import Final, Self

from timeline.errors import Invalid, TooLarge
from timeline.ingest import streams
from timeline.ingest.item import Item, Options, Source
from timeline.ingest.limits import SMALL, Limits, size

_BESIDE: Final = frozenset(
    (
        *(".css", ".js", ".mjs", ".map", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".ico", ".bmp"),
        *(".woff", ".woff2", ".ttf", ".otf", ".eot", ".mp3", ".mp4", ".webm", ".ogg", ".mov", ".m4a", ".part", ".tmp"),
    )
)
"""What is saved beside pages, and is no article."""


def gz(source: Source, options: Options) -> Iterator[Source | Item]:
    """The one file in a gzip file; several after one another are one."""
    packed = _Tally()
    meter = streams.Meter(options.limits, lambda: packed.count)
    inner = gzip.GzipFile(fileobj=streams.counted(source.stream, packed.add))
    name = source.path.removesuffix(".gz")
    name = name.removesuffix(".tgz") + ".tar" if name.endswith(".tgz") else name
    member = source.inside(name, streams.counted(inner, meter.spend))
    yield Source(source.where, name, member.stream, member.level)


def tar(source: Source, options: Options) -> Iterator[Source | Item]:
    """The files of a tar file, one after another; links, devices and paths that climb out are problems."""
    with tarfile.open(fileobj=source.stream, mode="r|", tarinfo=_Entry) as archive:
        for number, member in enumerate(iter(archive.next, None), start=1):
            vars(archive)["members"].clear()  # it would keep all that it has seen
            _bounded(number, options.limits)
            if member.isdir() or (_left_out(member.name) and not _outside(member.name)):
                continue
            why = _outside(member.name) or ("" if member.isfile() else "is a link or a device, not a file")
            data = None if why else archive.extractfile(member)
            yield source.inside(member.name, streams.piped(data)) if data else _refused(source, member.name, why)


def zipped(source: Source, options: Options) -> Iterator[Source | Item]:
    """The files of a zip file, in its own order; encrypted ones, links and paths that climb out are problems."""
    stream, length = _seekable(source)
    meter = streams.Meter(options.limits, lambda: length)
    with _listed(stream) as archive:
        _bounded(len(archive.infolist()), options.limits)
        for member in archive.infolist():
            if member.is_dir() or (_left_out(member.filename) and not _outside(member.filename)):
                continue
            if why := _outside(member.filename) or _unreadable(member):
                yield _refused(source, member.filename, why)
                continue
            try:
                data = archive.open(member)
            except (zipfile.BadZipFile, RuntimeError, OSError, ValueError) as error:
                yield _refused(source, member.filename, f"is damaged: {error}")
                continue
            yield source.inside(member.filename, streams.counted(data, meter.spend))


def _listed(stream: BufferedReader | BytesIO) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, LookupError, NotImplementedError, ValueError, struct.error) as error:
        raise Invalid(f"is damaged: {error}") from error


def folder(top: Path) -> Iterator[tuple[str, Path]]:
    """The files of a folder and its folders, sorted, each with its path below it.

    Left out are hidden files, links that lead out of the folder, what pages are saved with, and those pages' folders.
    """
    root = top.resolve()
    for path in sorted(top.iterdir()):
        if path.name.startswith(".") or not path.resolve().is_relative_to(root) or _left_out(path.name):
            continue
        if path.is_dir() and not path.is_symlink() and not _of_page(path):
            yield from ((f"{path.name}/{below}", found) for below, found in folder(path))
        elif path.is_file():
            yield path.name, path


def _of_page(path: Path) -> bool:
    """Whether a folder holds what a browser saved with a page beside it."""
    page = path.name.removesuffix("_files")
    return page != path.name and any(path.with_name(page + ending).exists() for ending in (".html", ".htm"))


def _left_out(name: str) -> bool:
    """Hidden files, what macOS adds to archives, and what pages are saved with."""
    path = PurePosixPath(name)
    hidden = any(part.startswith(".") and part != ".." for part in path.parts)
    return hidden or "__MACOSX" in path.parts or path.suffix.lower() in _BESIDE


def _outside(name: str) -> str:
    """What is wrong with the path of a member, if anything."""
    path = PurePosixPath(name.replace("\\", "/"))
    leads_out = path.is_absolute() or ".." in path.parts or ":" in name[:2]
    return "has a path that leads out of the archive, and is not read" if leads_out else ""


def _unreadable(member: zipfile.ZipInfo) -> str:
    if member.flag_bits & 1:
        return "is encrypted; unpack it with its password first"
    return "is a link, not a file" if stat.S_ISLNK(member.external_attr >> 16) else ""


def _refused(source: Source, name: str, why: str) -> Item:
    return Item(f"{source.where}/{name}", {}, why)


def _bounded(number: int, limits: Limits) -> None:
    if number > limits.members:
        raise TooLarge(f"has more than {limits.members:,} files")


def _seekable(source: Source) -> tuple[BufferedReader | BytesIO, int]:
    """The stream of a zip file, whose list is at its end, and its length; in memory where it cannot be sought in."""
    stream = source.stream
    if stream.seekable():
        length = stream.seek(0, 2)
        stream.seek(0)
        return stream, length
    try:
        content = streams.whole(stream, SMALL)
    except TooLarge as error:
        raise TooLarge(f"is a zip in a stream, larger than {size(SMALL)}; give the file itself") from error
    return BytesIO(content), len(content)


class _Entry(tarfile.TarInfo):
    """An entry of a tar file that says where the file breaks off: tarfile takes that for the end."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        """The entry of a header; EOFError where the file ends before it, without the mark of its end."""
        if len(buf) < tarfile.BLOCKSIZE:
            raise EOFError
        return super().frombuf(buf, encoding, errors)


class _Tally:
    """A count that only grows."""

    def __init__(self) -> None:
        self.count = 0

    def add(self, more: int) -> None:
        """Count more bytes."""
        self.count += more
