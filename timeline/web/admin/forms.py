"""Forms: what was typed into them, and what is wrong with it, at its field."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import Final, ParamSpec

from flask import Flask, g, make_response, request
from werkzeug.wrappers import Response

from timeline.errors import Changed, Conflict, Invalid, NotAllowed, NotFound, TimelineError, TooLarge, TooMany
from timeline.web import problems

Arguments = ParamSpec("Arguments")

_OURS: Final = (Changed, Conflict, Invalid, NotAllowed, NotFound, TooLarge, TooMany)
"""What whoever filled in the form can mend."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What was typed, and the complaints about it, by field; a complaint about the whole stands under no name."""

    values: Mapping[str, str] = field(default_factory=dict)
    complaints: Mapping[str, str] = field(default_factory=dict)

    def value(self, name: str, unless: str | None = None) -> str:
        """What was typed into a field; unless that is nothing yet."""
        return self.values.get(name, unless or "")

    def others(self, *names: str) -> list[str]:
        """The complaints about anything but these fields."""
        return [sentence for name, sentence in self.complaints.items() if name not in names]


def install(app: Flask) -> None:
    """Give the templates what was typed."""
    app.jinja_env.globals.update(filled=filled)


def filled(view: str) -> Filled:
    """The form that is sent to a view as it was filled in, empty where this request has not sent it."""
    found: Filled | None = g.get("filled")
    return found if found is not None and request.endpoint == view else Filled()


def typed(name: str) -> str:
    """What was typed into a field, without the space around it."""
    return request.form.get(name, "").strip()


def again(
    page: Callable[Arguments, Response | str],
) -> Callable[[Callable[Arguments, Response]], Callable[Arguments, Response]]:
    """Where a form cannot be accepted, show its page again, with what was typed and what is wrong with it."""

    def decorated(view: Callable[Arguments, Response]) -> Callable[Arguments, Response]:
        @wraps(view)
        def tried(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Response:
            try:
                return view(*args, **kwargs)
            except _OURS as error:
                refill(error)
                return make_response(page(*args, **kwargs), problems.kind_of(error).status)

        return tried

    return decorated


def refill(error: TimelineError | None = None) -> None:
    """Keep what was typed for the page that answers, with a complaint about it."""
    complaints = {error.field or "": error.message} if error else {}
    g.filled = Filled(request.form.to_dict(), complaints)
