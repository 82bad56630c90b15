"""Every command of the README runs, and says what the README says."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

TOP: Final = Path(__file__).parents[1]
README: Final = (TOP / "README.md").read_text("utf-8")
_PATIENCE: Final = 120


def blocks(language: str) -> list[str]:
    """The code blocks of a language, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, dict[str, str]]]:
    """`timeline demo` on a free port with a home of its own: the port, and the environment for more commands."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    home = tmp_path_factory.mktemp("readme")
    environment = {**os.environ, "TIMELINE_HOME": str(home), "PORT": str(port)}
    command = [sys.executable, "-m", "timeline", "demo", "--port", str(port)]
    with subprocess.Popen(command, cwd=TOP, env=environment, stderr=subprocess.DEVNULL) as demo:
        _wait(f"http://127.0.0.1:{port}/readyz")
        yield port, environment
        demo.send_signal(2)


def _wait(url: str) -> None:
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except OSError:
            assert time.monotonic() < end, f"{url} did not answer"
            time.sleep(0.2)


def test_the_two_commands_are_targets_of_make() -> None:
    commands = [block.strip() for block in blocks("sh") if block.startswith("make")]
    assert commands == ["make demo", "make test"]
    for command in commands:
        subprocess.run([*command.split(), "--dry-run"], cwd=TOP, check=True, capture_output=True)


@pytest.mark.parametrize("block", [block for block in blocks("sh") if not block.startswith("make")])
def test_the_shell_commands_run(block: str, served: tuple[int, dict[str, str]]) -> None:
    port, environment = served
    script = block.replace("127.0.0.1:8000", f"127.0.0.1:{port}").replace(
        ".venv/bin/timeline", f"{sys.executable} -m timeline"
    )
    command = ["bash", "-euo", "pipefail", "-c", script]
    done = subprocess.run(command, check=False, cwd=TOP, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "/api/docs#" not in done.stdout, done.stdout
    expected = {
        "q=Patel": '"edtf":"2024-11-13"',
        "admin/decisions": '"edtf":"2024-11-12"',
        "show mill": "15 March 2024",
        "load /tmp/mill": "1 May 2024",
        "to=2024-11-05": '"edtf":"2024-11-05"',
    }
    for sign, answer in expected.items():
        if sign in block:
            assert answer in done.stdout.replace('": "', '":"'), done.stdout


def test_the_python_block_prints_what_the_readme_says() -> None:
    (code,), (printed,) = blocks("python"), blocks("text")
    done = subprocess.run([sys.executable, "-c", code], cwd=TOP, capture_output=True, text=True, check=True)
    assert done.stdout == printed


def test_the_picture_is_there() -> None:
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README)
    assert pictures
    assert all((TOP / picture).is_file() for picture in pictures)
