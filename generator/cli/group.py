"""The command ``formsd`` itself, which knows the names of its commands, and imports the one that runs."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

import click

from .. import __version__
from ..files.refused import refused

MODULES = {
    "beginning": ("example", "init", "start"),
    "building": ("build", "serve", "upgrade"),
    "checking": ("check", "explain", "facts"),
    "collecting": ("import", "reconcile"),
    "comparing": ("compare", "redline", "verify"),
    "recording": ("publish", "sign"),
    "writing": ("export", "pages", "policy", "stage"),
}
"""The modules beside this one, each with the commands that it holds."""


class _Commands(click.Group):
    """Imports a command's module when somebody asks for the command: that of checks takes a second.

    Whatever the disk refuses, and no command has said itself, is told without a traceback.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(name for names in MODULES.values() for name in names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        for module, names in MODULES.items():
            if cmd_name in names:
                import_module(f".{module}", __package__)
        return super().get_command(ctx, cmd_name)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()  # a full disk is told here, and not when Python ends
            return result
        except BrokenPipeError:
            raise  # who reads the output has gone; click ends quietly
        except OSError as problem:
            click.secho(str(refused(problem, what="read or written")), fg="red", err=True)
            sys.exit(1)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="formsd")
def main() -> None:
    """Conflict minerals disclosure on Form SD: check the data, write the pages."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a Windows console may not speak UTF-8
            stream.reconfigure(errors="backslashreplace")
