"""The API against its own document: schemathesis asks what it allows and what it forbids, and finds nothing."""

from typing import Any

import pytest
import schemathesis
from flask.testing import FlaskClient
from hypothesis import HealthCheck, Phase, Verbosity, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.core.result import Ok

from tests.web import stories

EXAMPLES = 10
PLAIN = {"Accept-Encoding": "identity"}
"""Nothing unpacks answers in this process."""
BEYOND = "positive_data_acceptance"
"""A schema cannot say which cursors were given, which words are dates, or which zones there are: these are refused."""


def test_answers_are_those_of_the_document(client: FlaskClient, key: dict[str, str], subtests: pytest.Subtests) -> None:
    stories.tell(client, key)
    load_all_checks()
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", client.application)
    for found in schema.get_all_operations():
        assert isinstance(found, Ok)
        operation = found.ok()
        for mode in GenerationMode:
            with subtests.test(f"{operation.label} {mode.value}"):
                check(operation, mode, {**PLAIN, **(key if "/admin/" in operation.path else {})})


def check(operation: Any, mode: GenerationMode, headers: dict[str, str]) -> None:
    """Fail where an answer is not one that the document has for the operation."""

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        verbosity=Verbosity.quiet,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(mode))
    def asked(case: Any) -> None:
        case.call_and_validate(headers=headers, excluded_checks=CHECKS.get_by_names([BEYOND]))

    try:
        asked()
    except Unsatisfiable:  # Of an operation without parameters nothing can be asked wrongly.
        assert mode is GenerationMode.NEGATIVE
