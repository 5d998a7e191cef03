"""The network guard of the tests really guards."""

import socket

import pytest


def test_a_connection_beyond_this_machine_is_refused(no_network: list[str]) -> None:
    with socket.socket() as door, pytest.raises(PermissionError):
        door.connect(("192.0.2.1", 80))
    with pytest.raises(PermissionError):
        socket.getaddrinfo("example.org", 80)
    assert len(no_network) == 2
    no_network.clear()  # the guard would fail this test otherwise, as it should


def test_a_server_on_this_machine_is_reached() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname(), timeout=2) as client,
    ):
        assert client.getpeername() == server.getsockname()
