"""What pydantic finds wrong with a request, as sentences that name the field."""

from typing import Any, Final, NoReturn

from flask import request
from pydantic import ValidationError

from timeline.web.problems import Malformed, Unacceptable

_SENTENCES: Final = {
    "missing": "{field} is missing",
    "extra_forbidden": "{field} is not a field of this request",
    "string_type": "{field} must be text",
    "string_unicode": "{field} holds half of a surrogate pair, which is no character",
    "string_too_long": "{field} has more than {max_length} characters",
    "string_too_short": "{field} is too short",
    "int_parsing": "{field} must be a whole number",
    "int_type": "{field} must be a whole number",
    "greater_than_equal": "{field} must be at least {ge}",
    "less_than_equal": "{field} must be at most {le}",
    "literal_error": "{field} must be one of {expected}",
    "enum": "{field} must be one of {expected}",
}
_MOST: Final = 10


def refuse(error: ValidationError) -> NoReturn:
    """Raise what was wrong: a query makes the request unreadable, fields of a body cannot be accepted."""
    blamed = tuple(map(_blamed, error.errors(include_url=False, include_input=False)))[:_MOST]
    if request.method in {"GET", "HEAD"} and len(blamed) == 1 and "not a field" in blamed[0][1]:
        raise Malformed(f"{blamed[0][0]} is not a parameter of this request", field=blamed[0][0])
    raise Unacceptable(blamed)


def _blamed(error: Any) -> tuple[str, str]:
    field = ".".join(map(str, error["loc"])) or "body"
    sentence = _SENTENCES.get(error["type"], "{field} cannot be accepted")
    return field, sentence.format(field=field, **error.get("ctx", {}))
