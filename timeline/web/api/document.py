"""What the OpenAPI document says beyond what its library finds in the views: names, headers, examples.

The examples are answers of the service itself, to one small story that was made up for them: bench/examples.py.
"""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any, Final

from flask_openapi3.openapi import OpenAPI

from timeline.web.api import announced
from timeline.web.api.requests import NewArticle
from timeline.web.problems import MEDIA_TYPE

FILE: Final = Path(__file__).with_name("examples.json")
_NAME: Final = "timeline.document"
_LOADING: Final = "/api/v1/admin/articles"
_CONVERTED: Final = re.compile(r"<(?:\w+:)?(\w+)>")
_BREAKS: Final = re.compile(r"(?:<br/>)+")


def of(app: OpenAPI) -> dict[str, Any]:
    """The document of an application, made once."""
    if _NAME not in app.extensions:
        app.extensions[_NAME] = _completed(deepcopy(app.api_doc), _views(app))
    made: dict[str, Any] = app.extensions[_NAME]
    return made


def operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The method, the path and the operation of each."""
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield method, path, operation


@cache
def examples() -> dict[str, Any]:
    """By the name of its view, of each operation: a request, its bodies by their types, its answers by their status."""
    found: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


def _views(app: OpenAPI) -> dict[tuple[str, str], str]:
    """The names of the views by method and path, as operations are called."""
    return {
        (method.lower(), _CONVERTED.sub(r"{\1}", rule.rule)): rule.endpoint.rpartition(".")[2]
        for rule in app.url_map.iter_rules()
        for method in rule.methods or ()
    }


def _completed(document: dict[str, Any], views: dict[tuple[str, str], str]) -> dict[str, Any]:
    document["components"]["schemas"]["NewArticle"] = NewArticle.model_json_schema()
    document["components"]["headers"] = announced.COMPONENTS
    _bodies(document["paths"][_LOADING]["post"]["requestBody"]["content"])
    for method, path, operation in operations(document):
        operation["operationId"] = views[method, path]
        operation["description"] = _BREAKS.sub(" ", operation.get("description", "")).strip() or operation["summary"]
        announced.headers(method, operation)
        _illustrated(operation)
    return document


def _bodies(content: dict[str, Any]) -> None:
    """The bodies of a request that takes one article as JSON or many as a file."""
    content["application/json"]["schema"] = {"$ref": "#/components/schemas/NewArticle"}
    file = {"type": "object", "properties": {"file": {"type": "string", "format": "binary"}}, "required": ["file"]}
    content["multipart/form-data"]["schema"] = file


def _illustrated(operation: dict[str, Any]) -> None:
    """The operation with its examples, and that of a problem."""
    told = examples().get(operation["operationId"], {})
    for media, body in told.get("bodies", {}).items():
        operation["requestBody"]["content"][media]["example"] = body
    for status, response in operation["responses"].items():
        if status in told.get("answers", {}):
            response["content"]["application/json"]["example"] = told["answers"][status]
        elif MEDIA_TYPE in response.get("content", {}):
            response["content"][MEDIA_TYPE]["example"] = examples()["problem"]
