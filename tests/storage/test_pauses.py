"""The garbage collector rests while much is loaded, and no longer."""

import gc

import pytest

from timeline.storage.pauses import uncollected


def test_the_collector_rests_inside_and_works_again_afterwards() -> None:
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_collector_works_again_after_an_error() -> None:
    with pytest.raises(ArithmeticError), uncollected():
        raise ArithmeticError
    assert gc.isenabled()
