"""What the views share: the settings, the open database, the key that signs cursors, the clock."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Final, cast

from flask import Flask, current_app

from timeline.services import keys
from timeline.services.database import Database
from timeline.settings import Settings

_NAME: Final = "timeline"


@dataclass
class State:
    """One application's share of the world."""

    settings: Settings
    database: Database

    @cached_property
    def signing_key(self) -> bytes:
        """What cursors are signed with, asked for once: the same in every process on this database."""
        return keys.signing_key(self.database)


def install(app: Flask, state: State) -> None:
    """Hand the state to the views of this application."""
    app.extensions[_NAME] = state


def state() -> State:
    """The state of the application that answers this request."""
    return cast(State, current_app.extensions[_NAME])


def database() -> Database:
    """The open database."""
    return state().database


def now() -> datetime:
    """This instant: the only place of web/ that reads the clock."""
    return datetime.now(UTC)
