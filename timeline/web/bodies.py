"""Bodies of requests: only JSON objects come through to the views."""

import sys
from typing import Any

from flask import request
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge, UnsupportedMediaType

from timeline.errors import Invalid
from timeline.web.problems import Malformed


def checked() -> None:
    """Refuse a body that is not a JSON object; for before_request."""
    if request.method in {"POST", "PUT", "PATCH"} and not isinstance(_parsed(), dict):
        raise Invalid("the body must be a JSON object")


def _parsed() -> Any:
    if not request.is_json:
        raise UnsupportedMediaType
    try:
        return request.get_json()
    except (BadRequest, RecursionError) as error:
        if len(request.get_data()) >= (request.max_content_length or sys.maxsize):
            raise RequestEntityTooLarge from error  # A chunked body that was cut at the limit.
        raise Malformed("the body is not JSON") from error
