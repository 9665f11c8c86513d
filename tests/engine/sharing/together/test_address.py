"""A client reaches this machine and private networks, by number; anything else only where that is said."""

from __future__ import annotations

import pytest

from engine.domain.errors import UsageError
from engine.sharing.together.address import server_address


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("127.0.0.1:9092", "127.0.0.1:9092"),
        ("192.168.0.5", "192.168.0.5:9092"),
        ("10.1.2.3:80", "10.1.2.3:80"),
        ("[::1]:9000", "[::1]:9000"),
        ("::1", "[::1]:9092"),
        ("[fd00::5]:9000", "[fd00::5]:9000"),
    ],
)
def test_near_servers(text: str, means: str) -> None:
    assert str(server_address(text)) == means


@pytest.mark.parametrize("text", ["8.8.8.8:9092", "1.1.1.1", "[2606:4700::1]:443"])
def test_far_servers_have_to_be_meant(text: str) -> None:
    with pytest.raises(UsageError, match="--any-address"):
        server_address(text)
    assert server_address(text, anywhere=True).port


@pytest.mark.parametrize(
    "text", ["office.example:9092", "localhost", "", ":9092", "10.0.0.1:0", "10.0.0.1:99999", "0.0.0.0:1", "10.0.0.1:x"]
)
def test_names_and_nonsense_are_refused(text: str) -> None:
    with pytest.raises(UsageError):
        server_address(text, anywhere=True)
