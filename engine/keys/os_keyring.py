"""The operating system's keyring: Secret Service, Credential Manager (DPAPI) or Keychain, and no other.

The class is taken by name, never as configured: a keyring that keeps plain text, or one a package brought along,
is not used whatever stands in a configuration; where one is configured, none is.
"""

from __future__ import annotations

import configparser
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from engine.domain.errors import KeyringUnavailable

SERVICE = "kairos"
_ALLOWED = {
    "linux": ("keyring.backends.SecretService.Keyring", "Secret Service"),
    "win32": ("keyring.backends.Windows.WinVaultKeyring", "Windows Credential Manager"),
    "darwin": ("keyring.backends.macOS.Keyring", "macOS Keychain"),
}
_CHOSEN = "PYTHON_KEYRING_BACKEND"

T = TypeVar("T")


class Keyring(Protocol):
    """What is asked of a keyring."""

    def get_password(self, service: str, username: str) -> str | None:
        """Return what is kept under the names."""
        ...

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it."""
        ...

    def delete_password(self, service: str, username: str) -> None:
        """Forget it."""
        ...


def keyring_name() -> str:
    """Return the name of the keyring this platform has; KeyringUnavailable where it cannot be used now."""
    _keyring(prompt=False)
    return _ALLOWED[sys.platform][1]


def fetch(entry: str, *, prompt: bool) -> bytes | None:
    """Return the secret kept under the entry, None where there is none. prompt: the system may ask to unlock it."""
    kept = _asked(lambda: _keyring(prompt=prompt).get_password(SERVICE, entry))
    return None if kept is None else bytes.fromhex(kept)


def keep(entry: str, secret: bytes) -> None:
    """Keep the secret under the entry, and see that it is there; raises KeyringUnavailable."""
    _asked(lambda: _keyring(prompt=True).set_password(SERVICE, entry, secret.hex()))
    if fetch(entry, prompt=False) != secret:
        raise KeyringUnavailable("The keyring of this computer does not keep what it is given.")


def forget(entry: str) -> None:
    """Forget the entry; fine where there is none."""
    found = _keyring(prompt=False)
    if _asked(lambda: found.get_password(SERVICE, entry)) is not None:
        _asked(lambda: found.delete_password(SERVICE, entry))


def _keyring(*, prompt: bool) -> Keyring:
    _refuse_other_choice()
    if sys.platform not in _ALLOWED:
        raise KeyringUnavailable("This system has no keyring that Kairos knows.")
    if sys.platform == "linux" and not prompt:
        _asked(_refuse_locked)
    return _asked(_allowed)


def _allowed() -> Keyring:
    """Return the one keyring of this platform that is used."""
    if sys.platform == "win32":
        from keyring.backends.Windows import WinVaultKeyring  # noqa: PLC0415

        return WinVaultKeyring()
    if sys.platform == "darwin":
        from keyring.backends.macOS import Keyring as Keychain  # noqa: PLC0415

        return Keychain()
    from keyring.backends.SecretService import Keyring as SecretService  # noqa: PLC0415

    found: Keyring = SecretService()  # type: ignore[no-untyped-call]
    return found


def _refuse_locked() -> None:
    """Refuse a keyring the system would have to ask a person for: nobody may be there, and a window must not wait."""
    import secretstorage  # noqa: PLC0415

    connection = secretstorage.dbus_init()
    try:
        if not secretstorage.check_service_availability(connection):
            raise KeyringUnavailable("No keyring (Secret Service) runs in this session.")
        if secretstorage.Collection(connection).is_locked():
            raise KeyringUnavailable("The keyring is locked. Unlock it and try again.")
    finally:
        connection.close()


def _refuse_other_choice() -> None:
    """Refuse where the person chose another keyring, or none, for all programs that use the library."""
    chosen = os.environ.get(_CHOSEN) or _configured()
    allowed = {name for name, _ in _ALLOWED.values()}
    if chosen and chosen not in allowed:
        raise KeyringUnavailable(
            f"{chosen} is set as the keyring of Python programs. Kairos uses only the operating system's own."
        )


def _configured() -> str:
    from keyring.util.platform_ import config_root  # noqa: PLC0415

    reader = configparser.RawConfigParser()
    try:
        reader.read(Path(config_root()) / "keyringrc.cfg", encoding="utf-8")
        return reader.get("backend", "default-keyring", fallback="").strip()
    except (configparser.Error, OSError, UnicodeDecodeError):
        return "an unreadable configuration"


def _asked(question: Callable[[], T]) -> T:
    """Return the keyring's answer; KeyringUnavailable where it has none, whatever it says of that."""
    expected: tuple[type[Exception], ...] = (*_failures(), OSError, RuntimeError, ValueError)
    try:
        return question()
    except expected as cause:
        raise KeyringUnavailable(f"The keyring of this computer cannot be used ({type(cause).__name__}).") from cause


def _failures() -> tuple[type[Exception], ...]:
    """Return how keyrings fail, in the words of the libraries."""
    from keyring.errors import KeyringError  # noqa: PLC0415

    if sys.platform != "linux":
        return (KeyringError,)
    from jeepney import DBusErrorResponse  # noqa: PLC0415
    from secretstorage.exceptions import SecretStorageException  # noqa: PLC0415

    return KeyringError, SecretStorageException, DBusErrorResponse
