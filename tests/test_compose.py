"""docker-compose.yml is a valid Compose file that starts its services in the right order.

There is no Docker engine where the tests run: the schema is the Compose Specification's own (tests/data/NOTICE).
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

TOP = Path(__file__).parents[1]
COMPOSE: dict[str, Any] = yaml.safe_load((TOP / "docker-compose.yml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = ["migrate", "web", "worker"]


def test_the_file_follows_the_compose_specification() -> None:
    schema = json.loads((TOP / "tests/data/compose-spec.json").read_text())
    Draft7Validator.check_schema(schema)
    assert [error.message for error in Draft7Validator(schema).iter_errors(COMPOSE)] == []


def test_the_services_are_these() -> None:
    assert sorted(SERVICES) == ["db", *OURS]


@pytest.mark.parametrize("service", SERVICES.values(), ids=SERVICES)
def test_an_image_is_pinned_by_its_major_version(service: dict[str, Any]) -> None:
    assert re.fullmatch(r"[a-z/]+:\d+(\.\d+)*", service["image"])


def test_the_database_is_postgresql_18_on_a_named_volume() -> None:
    assert SERVICES["db"]["image"] == "postgres:18"
    volume, folder = SERVICES["db"]["volumes"][0].split(":")
    assert volume in COMPOSE["volumes"]
    assert folder == "/var/lib/postgresql"


@pytest.mark.parametrize("name", ["db", "web", "worker"])
def test_what_keeps_running_has_a_health_check(name: str) -> None:
    assert SERVICES[name]["healthcheck"]["test"][0] == "CMD"


def test_migrate_waits_for_a_healthy_database() -> None:
    assert SERVICES["migrate"]["depends_on"] == {"db": {"condition": "service_healthy"}}


@pytest.mark.parametrize("name", ["web", "worker"])
def test_what_reads_the_database_waits_until_it_is_migrated(name: str) -> None:
    assert SERVICES[name]["depends_on"]["migrate"] == {"condition": "service_completed_successfully"}


@pytest.mark.parametrize("name", OURS)
def test_a_service_of_ours_is_built_here_and_told_its_database(name: str) -> None:
    build = SERVICES[name]["build"]
    assert (TOP / build["context"] / build["dockerfile"]).is_file()
    assert "@db:5432/" in SERVICES[name]["environment"]["TIMELINE_DATABASE_URL"]


def test_no_password_is_written_down() -> None:
    settings = [item for service in SERVICES.values() for item in service["environment"].items()]
    passwords = [value for name, value in settings if "PASSWORD" in name]
    assert len(passwords) == len(SERVICES)
    assert all(value.startswith("${POSTGRES_PASSWORD:?") for value in passwords)


def test_the_image_copies_only_what_is_in_the_repository() -> None:
    copied = re.findall(r"^COPY (?!--from)(.*) \S+$", (TOP / "Dockerfile").read_text(), re.MULTILINE)
    assert copied
    assert [name for line in copied for name in line.split() if not (TOP / name).exists()] == []
