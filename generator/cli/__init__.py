"""The command ``formsd``: the only package that knows click.

A module holds commands of one kind, and ``group`` says which; what several of them need stands in
``options``, ``given`` and ``shown``.
"""

from .group import main

__all__ = ["main"]
