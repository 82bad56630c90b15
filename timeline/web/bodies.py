"""Bodies of requests: JSON objects, checked against what is wanted; or files that are handed over."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from shutil import copyfileobj
from typing import IO, Any, Final, TypeVar

from flask import request
from pydantic import BaseModel, ValidationError
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge, UnsupportedMediaType

from timeline.errors import Invalid
from timeline.web import complaints
from timeline.web.problems import Malformed

FORM: Final = "multipart/form-data"
_ENCODED: Final = "application/x-www-form-urlencoded"
"""What curl says of any body for which it is told nothing."""
_PIECE: Final = 1 << 20

Wanted = TypeVar("Wanted", bound=BaseModel)


def checked() -> None:
    """Refuse a body that is not a JSON object; for before_request."""
    if request.method in {"POST", "PUT", "PATCH"} and not isinstance(_parsed(), dict):
        raise Invalid("the body must be a JSON object")


def read(wanted: type[Wanted]) -> Wanted:
    """The JSON object of the body as what is wanted; refused with a sentence for each field that is not."""
    checked()
    try:
        return wanted.model_validate(request.get_json())
    except ValidationError as error:
        complaints.refuse(error)


def many() -> bool:
    """Whether the body is anything but one JSON object: a file of articles, or an array of them.

    415 for a body of which is not said what it is.
    """
    if request.mimetype in {"", _ENCODED}:
        raise UnsupportedMediaType
    return not request.is_json or request.get_data().lstrip().startswith(b"[")


@contextmanager
def handed_over(most: int) -> Iterator[tuple[str, Iterator[bytes]]]:
    """The name and the content of the file that is the body, or is in the body's form, of at most so many bytes.

    All of it is received before any of it is given: a slow client keeps no transaction open.
    """
    request.max_content_length = most
    with tempfile.TemporaryFile() as spool:
        name = "request"
        if request.mimetype == FORM:
            name = _uploaded(spool)
        elif request.is_json:
            spool.write(request.get_data())
        else:
            copyfileobj(request.stream, spool, _PIECE)
        spool.seek(0)
        yield name, iter(partial(spool.read, _PIECE), b"")


def _uploaded(spool: IO[bytes]) -> str:
    """Copy the one file of a form; its name."""
    files = [file for _, file in request.files.items(multi=True) if file.filename]
    if len(files) != 1:
        raise Invalid("the form must have exactly one file; put several into one archive", field="file")
    copyfileobj(files[0].stream, spool, _PIECE)
    return files[0].filename or ""


def _parsed() -> Any:
    if not request.is_json:
        raise UnsupportedMediaType
    try:
        return request.get_json()
    except (BadRequest, RecursionError) as error:
        if len(request.get_data()) >= (request.max_content_length or sys.maxsize):
            raise RequestEntityTooLarge from error  # A chunked body that was cut at the limit.
        raise Malformed("the body is not JSON") from error
