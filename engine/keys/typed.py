"""What a person typed, told apart: a recovery code is one whose check fits, anything else is a passphrase."""

from __future__ import annotations

from collections.abc import Collection

from engine.domain.errors import KeyWrong
from engine.keys.locksmith import Secret
from engine.keys.passphrase import normal
from engine.keys.recovery_code import number_of


def secret_of(text: str, asked: Collection[str]) -> Secret:
    """Return what was typed where these kinds of secrets open a profile.

    Raises KeyWrong for what can be none of them, a recovery code with a typing error among it.
    """
    if "recovery" in asked:
        try:
            number_of(text)
        except KeyWrong:
            if "passphrase" not in asked:
                raise
        else:
            return Secret(recovery=text)
    return Secret(passphrase=normal(text))
