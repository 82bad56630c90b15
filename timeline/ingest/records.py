"""JSON: one object, an array of them, or one object a line; arrays and lines are read piece by piece."""

import io
import itertools
import json
from collections.abc import Iterator
from typing import Final

from timeline.errors import Invalid, TooLarge
from timeline.ingest import columns, encodings, streams
from timeline.ingest.item import Item, Options, Source, of_fields
from timeline.ingest.limits import Limits, size

_BLANK: Final = " \t\r\n"
_DECODER: Final = json.JSONDecoder()
_LONGEST_CHARACTER: Final = 4
_UNREADABLE: Final = "is not UTF-8, or the encoding that its beginning is in"
_ADVICE: Final = "name its encoding with --encoding"


def lines(source: Source, options: Options) -> Iterator[Item]:
    """One object, or an array of them, a line; a bad line keeps no other from being read."""
    limits = options.limits
    for number, line in enumerate(encodings.lines(source.stream, limits.item, options.encoding), start=1):
        if line.strip():
            yield from _line(f"{source.where}:{number}", line, options)


def document(source: Source, options: Options) -> Iterator[Item]:
    """One object, or the elements of an array, which is never read whole."""
    stream = source.stream
    if options.encoding or encodings.mark(stream.peek(4)) or not stream.peek(1).lstrip().startswith(b"["):
        text = encodings.decode(streams.whole(stream, options.limits.item), told=options.encoding)
        yield from _objects(source.where, parse(text, options.limits), options)
        return
    for number, value in enumerate(_elements(stream, options.limits), start=1):
        where = f"{source.where}, item {number}"
        if isinstance(value, Invalid | TooLarge):
            yield Item(where, {}, value.message)
        else:
            yield _object(where, value, options)


def parse(text: str, limits: Limits) -> object:
    """The value that a text writes; Invalid where it is no JSON, or nested too deep."""
    try:
        value: object = json.loads(text)
    except RecursionError as error:
        raise Invalid(_deep(limits)) from error
    except ValueError as error:
        raise Invalid(f"is not JSON: {error}") from error
    return _shallow(value, limits)


def _line(where: str, line: str, options: Options) -> Iterator[Item]:
    try:
        if len(line) > options.limits.item:
            raise TooLarge(f"is larger than {size(options.limits.item)}")
        if bad := encodings.problem(line):
            raise Invalid(f"is not JSON: {bad}")
        yield from _objects(where, parse(line, options.limits), options)
    except (Invalid, TooLarge) as error:
        yield Item(where, {}, error.message)


def _objects(where: str, found: object, options: Options) -> Iterator[Item]:
    """One object, or the elements of an array, each with its place in it."""
    if not isinstance(found, list):
        yield _object(where, found, options)
        return
    for number, one in enumerate(found, start=1):
        yield _object(f"{where}, item {number}", one, options)


def _object(where: str, found: object, options: Options) -> Item:
    if isinstance(found, dict):
        return of_fields(where, columns.renamed(found, options.columns))
    return Item(where, {}, "is not a JSON object")


def _elements(stream: io.BufferedReader, limits: Limits) -> Iterator[object]:
    """The elements of an array, each as soon as it is whole, or what keeps it from being taken; Invalid at a break."""
    pieces = io.TextIOWrapper(stream, _encoding(stream.peek(streams.CHUNK)), newline="\n")
    text = _Text(pieces, limits.item)
    try:
        text.skip("[", "is not JSON")
        for number in itertools.takewhile(lambda _: not text.at("]"), itertools.count(1)):
            why = f"is not JSON in element {number:,}, or cut off"
            yield text.value(why, limits)
            if not text.at("]"):
                text.skip(",", why)
    finally:
        pieces.detach()


def _encoding(head: bytes) -> str:
    """UTF-8, or a legacy encoding that the beginning makes plain; its last character may only be cut off."""
    try:
        head.decode()
    except UnicodeDecodeError as error:
        return "utf-8" if error.start > len(head) - _LONGEST_CHARACTER else encodings.guess(head) or "utf-8"
    return "utf-8"


class _Text:
    """The text of a stream, of which only the part that is being read is kept."""

    def __init__(self, pieces: io.TextIOWrapper, limit: int) -> None:
        self._pieces = pieces
        self._limit = limit
        self._left = ""
        self._at = 0

    def at(self, sign: str) -> bool:
        """Whether the next sign after blanks is this one."""
        while self._skipped() and self._more():
            pass
        return self._left.startswith(sign, self._at)

    def skip(self, sign: str, why: str) -> None:
        """Go behind a sign that must follow."""
        if not self.at(sign):
            raise Invalid(f"{why}: '{sign}' is missing")
        self._at += 1

    def value(self, why: str, limits: Limits) -> object:
        """The next value; what cannot be read may only be cut off as yet, so that more of it is asked for."""
        while True:
            try:
                self._skipped()
                found, end = _DECODER.raw_decode(self._left, self._at)
                if end < len(self._left) or not self._more():
                    length, self._at = end - self._at, end
                    return _taken(found, length, limits)
            except RecursionError as error:
                raise Invalid(_deep(limits)) from error
            except ValueError as error:
                if not self._more():
                    raise Invalid(f"{why}: {str(error).partition(': line')[0]}") from error

    def _skipped(self) -> bool:
        """Go behind blanks; whether nothing is left."""
        while self._at < len(self._left) and self._left[self._at] in _BLANK:
            self._at += 1
        return self._at == len(self._left)

    def _more(self) -> bool:
        """Twice as much of the text as is being read, so that a long value is not begun too often."""
        self._left = self._left[self._at :]
        self._at = 0
        if len(self._left) > self._limit:
            raise TooLarge(f"has an element larger than {size(self._limit)}, or is not JSON")
        try:
            piece = self._pieces.read(max(len(self._left), streams.CHUNK))
        except UnicodeDecodeError as error:
            raise Invalid(f"{_UNREADABLE}: byte 0x{error.object[error.start]:02X} cannot be read; {_ADVICE}") from error
        self._left += piece
        return bool(piece)


def _taken(value: object, length: int, limits: Limits) -> object:
    """The value, or what keeps it from being taken, after which the next ones can be read."""
    if length > limits.item:
        return TooLarge(f"has an element larger than {size(limits.item)}")
    try:
        return _shallow(value, limits)
    except Invalid as error:
        return error


def _shallow(value: object, limits: Limits) -> object:
    """The value; Invalid where its objects and arrays are nested too deep."""
    level = [value]
    for _ in range(limits.nesting):
        level = [inner for one in level for inner in _inside(one)]
        if not level:
            return value
    raise Invalid(_deep(limits))


def _inside(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, list):
        yield from value


def _deep(limits: Limits) -> str:
    return f"is not JSON that is read here: it is nested more than {limits.nesting} deep"
