"""A port at which a preview can be shown: the one that is asked for, or the next that is free."""

from __future__ import annotations

import os
import socket

from ..errors import DisclosureError

TRIED = 50
"""Ports that are tried, one after the other."""


def free_address(host: str, port: int) -> tuple[str, int]:
    """``host``, and ``port`` or the next port above it that no program listens at.

    ``port`` 0 leaves the choice to the system. Raises DisclosureError where this machine has no such host,
    may not use the port, or none of fifty ports is free.
    """
    refused: OSError | None = None
    for candidate in range(port, min(port + TRIED, 65_536)):
        try:
            return host, _bound(host, candidate)
        except (OSError, OverflowError) as problem:
            if isinstance(problem, OSError) and _is_about_host(problem):
                raise DisclosureError(f"The preview cannot be shown at '{host}': {problem}.") from problem
            refused = problem if isinstance(problem, OSError) else None
    why = f": {refused.strerror}" if refused else ""
    raise DisclosureError(
        f"No port from {port} to {port + TRIED - 1} can be used at '{host}'{why}."
        " End the programs that use them, or name another one: mkdocs serve --dev-addr 127.0.0.1:9000"
    )


def _bound(host: str, port: int) -> int:
    """The port, which is let go again at once. Raises OSError where another program listens at it."""
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    with socket.socket(family, kind, protocol) as probe:
        if os.name == "posix":  # elsewhere this would take a port that is in use
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(address)
        found: int = probe.getsockname()[1]
    return found


def _is_about_host(problem: OSError) -> bool:
    return isinstance(problem, socket.gaierror) or "assign requested address" in str(problem).lower()
