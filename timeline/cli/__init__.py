"""The command `timeline`: a module of this package each for its subcommands, imported only when it is asked for."""

import sys
from importlib import import_module
from typing import Any, Final

import click

from timeline.cli import exits
from timeline.errors import TimelineError

COMMANDS: Final = (
    *("demo", "serve", "worker", "load", "feeds", "show", "explain", "redate", "sources"),
    *("tag", "export", "keys", "db", "doctor"),
)
"""In the order of the help; each is a module of its name, with the click command `command`."""


class Commands(click.Group):
    """A group whose commands are imported when they are needed, and whose errors end in the table of exit codes."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The commands in the order of COMMANDS."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The command of this name."""
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = import_module(f"timeline.cli.{cmd_name}").command
        return found

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an error of the service is one line on stderr and its exit code."""
        try:
            return super().invoke(ctx)
        except TimelineError as error:
            click.echo(f"Error: {error.message}", err=True)
            sys.exit(exits.code(error))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="timeline", prog_name="timeline")
def main() -> None:
    """From articles to one ordered timeline in which every date says how it was found.

    Exit codes: 0 done, 1 failed, 2 usage, 3 some items failed, 4 not found, 5 database unreachable or not migrated.
    """
