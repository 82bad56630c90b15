"""The library form: one import, days and instants, zones."""

import subprocess
import sys
from datetime import UTC, date, datetime

import timeline
from timeline import resolve
from timeline.resolve import read
from timeline.resolve.scan import Scan


def test_the_name_is_the_function_whatever_was_imported_before() -> None:
    assert callable(resolve)
    assert timeline.resolve is resolve
    assert callable(read)
    assert Scan.__module__ == "timeline.resolve.scan"


def test_the_name_is_the_function_in_a_process_that_imports_the_package_first() -> None:
    code = "import timeline.resolve.scan; from timeline import resolve; print(len(resolve('today')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "1\n"


def test_importing_the_package_reads_no_lexicon() -> None:
    code = "import sys, timeline; print('timeline.resolve.find' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_an_instant_is_a_day_on_the_clocks_of_the_zone() -> None:
    instant = datetime(2024, 11, 6, 3, tzinfo=UTC)
    (found,) = resolve("It fell yesterday.", instant, zone="America/New_York")
    assert (found.value, found.interval.zone) == ("2024-11-04", "America/New_York")


def test_a_naive_instant_is_on_the_clocks_of_the_zone() -> None:
    (found,) = resolve("It fell an hour ago.", datetime(2024, 11, 6, 0, 30), zone="Europe/Kyiv")  # noqa: DTZ001
    assert found.value == "2024-11-05T23:00"


def test_a_resolution_prints_well() -> None:
    (found,) = resolve("It closed three weeks ago.", date(2024, 3, 15))
    assert str(found) == "'three weeks ago' [10:25] DATE 2024-W08 (2024-02-19/2024-02-25)"
    assert repr((found,)) == "(<'three weeks ago' [10:25] DATE 2024-W08 (2024-02-19/2024-02-25)>,)"
