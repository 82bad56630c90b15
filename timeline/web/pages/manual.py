"""The documentation of the API as a page: the OpenAPI document, arranged for reading."""

import json
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from timeline.web.api import document

_LONGEST = 96
"""Letters of a line of a command, before it is broken."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an operation may answer: the name of its schema and an example, both empty where there is no body."""

    status: str
    schema: str
    example: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An operation, with a command that tries it; scope is that of the key it needs, empty where it needs none."""

    name: str
    method: str
    path: str
    told: dict[str, Any]
    scope: str
    body: str
    command: str
    answers: tuple[Answer, ...]


def groups(made: dict[str, Any], root: str) -> list[tuple[str, list[Entry]]]:
    """The operations by what they are for, in the order of the document; root is the address of the service."""
    found = document.operations(made)
    entries = [(told["tags"][0], _entry(method, path, told, root)) for method, path, told in found]
    order = list(dict.fromkeys(tag for tag, _ in entries))
    entries.sort(key=lambda entry: order.index(entry[0]))
    return [(tag, [entry for _, entry in own]) for tag, own in groupby(entries, lambda entry: entry[0])]


def _entry(method: str, path: str, told: dict[str, Any], root: str) -> Entry:
    name = told["operationId"]
    scope = next((scope for need in told.get("security", []) for scope in need["key"]), "")
    content = told.get("requestBody", {}).get("content", {}).get("application/json", {})
    command = _command(document.examples()[name], [one["name"] for one in told.get("parameters", [])], root, scope)
    return Entry(name, method.upper(), path, told, scope, _named(content), command, tuple(_answers(told)))


def _answers(told: dict[str, Any]) -> Iterator[Answer]:
    for status, response in sorted(told["responses"].items()):
        if status.startswith("2"):
            content = response.get("content", {}).get("application/json", {})
            example = json.dumps(content["example"], ensure_ascii=False, indent=2) if content else ""
            yield Answer(status, _named(content), example)


def _named(content: dict[str, Any]) -> str:
    """The name of the schema of a body, empty where there is no body."""
    return str(content.get("schema", {}).get("$ref", "")).rpartition("/")[2]


def _command(told: dict[str, Any], parameters: list[str], root: str, scope: str) -> str:
    """The request of an example as a curl command."""
    method, _, address = told["request"].partition(" ")
    curl = "curl -s" if method in {"GET", "POST"} else f"curl -s -X {method}"
    parts = [curl, shlex.quote(root.rstrip("/") + address)]
    if scope:
        parts.append('-H "Authorization: Bearer $KEY"')
    if "If-Match" in parameters:
        parts.append('-H "If-Match: $ETAG"')
    if body := told["bodies"].get("application/json"):
        parts += ["-H 'Content-Type: application/json'", f"-d {shlex.quote(json.dumps(body, ensure_ascii=False))}"]
    line = " ".join(parts)
    return line if len(line) <= _LONGEST else " \\\n  ".join([" ".join(parts[:2]), *parts[2:]])
