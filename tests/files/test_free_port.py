"""The port at which a preview stands: the one that is asked for, or the next that nobody listens at."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from generator.errors import DisclosureError
from generator.files import free_port
from generator.files.free_port import free_address


@pytest.fixture
def taken() -> Iterator[int]:
    """A port at which a program listens."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_free_port_is_taken_as_asked() -> None:
    _, port = free_address("127.0.0.1", 0)
    assert free_address("127.0.0.1", port) == ("127.0.0.1", port)


def test_the_next_port_is_taken_where_another_program_has_it(taken: int) -> None:
    host, port = free_address("127.0.0.1", taken)
    assert host == "127.0.0.1"
    assert taken < port < taken + free_port.TRIED


def test_no_free_port_is_told_in_plain_words(taken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(free_port, "TRIED", 1)
    with pytest.raises(
        DisclosureError, match=rf"^No port from {taken} to {taken} can be used at '127.0.0.1'"
    ):
        free_address("127.0.0.1", taken)


@pytest.mark.parametrize("host", ["192.0.2.1", "no such host"])
def test_a_host_that_is_not_this_machine_is_told_at_once(host: str) -> None:
    with pytest.raises(DisclosureError, match=rf"^The preview cannot be shown at '{host}': "):
        free_address(host, 8000)
