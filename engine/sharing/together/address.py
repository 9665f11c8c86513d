"""Which server a client may reach: one named by its number, on this machine or a private network."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address

from engine.domain.errors import UsageError
from engine.domain.together import DEFAULT_PORT

_MOST_PORTS = 65_535


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """A server. host: an address in numbers, so that no name is ever looked up."""

    host: str
    port: int

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def server_address(text: str, *, anywhere: bool = False) -> ServerAddress:
    """Return the address meant. anywhere: even one that is not of a private network. Raises UsageError."""
    host, _, port = text.rpartition(":")
    if not host or (":" in text and "." not in text and not text.startswith("[")):
        host, port = text, str(DEFAULT_PORT)
    try:
        found = ip_address(host.strip("[]"))
    except ValueError as cause:
        raise UsageError(
            f"{text} is no address in numbers, such as 192.168.0.5:{DEFAULT_PORT}. Names are not looked up, so that"
            " nobody else learns of it."
        ) from cause
    if not port.isdecimal() or not 0 < int(port) <= _MOST_PORTS:
        raise UsageError(f"{port} is no port. Write it like {found}:{DEFAULT_PORT}")
    near = found.is_loopback or found.is_private or found.is_link_local
    if found.is_unspecified or found.is_multicast or not (near or anywhere):
        raise UsageError(
            f"{found} is not an address of this machine or of a private network. If you mean it: --any-address"
        )
    return ServerAddress(str(found), int(port))
