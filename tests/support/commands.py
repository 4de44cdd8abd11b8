"""The commands of ``formsd``, each imported when it is asked for."""

from __future__ import annotations

import click

from generator.cli import main


def command_names() -> list[str]:
    """The names of all commands, sorted."""
    return main.list_commands(click.Context(main))


def command(name: str) -> click.Command:
    """The command of this name. Raises KeyError where there is none."""
    found = main.get_command(click.Context(main), name)
    if found is None:
        raise KeyError(name)
    return found
