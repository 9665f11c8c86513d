"""The recovery code: 130 random bits as letters and digits that are not mistaken for each other, with a check.

Two of its 28 characters tell a typing error apart from a wrong code: every single wrong character and every two
swapped neighbours are found.
"""

from __future__ import annotations

import secrets
import unicodedata

from engine.domain.errors import KeyWrong

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BITS = 130
_LETTERS = BITS // 5
_CHECK_LETTERS = 2
_PRIME = 1_021  # the largest prime that two characters can tell the remainders of
_GROUP = 4
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_LONGEST = 400  # typed with whatever between the characters


def new_code() -> str:
    """Return a fresh code, as people write it: XXXX-XXXX-..."""
    return code_of(secrets.randbits(BITS))


def code_of(number: int) -> str:
    """Return the code that stands for the number."""
    letters = _spelled(number, _LETTERS) + _spelled(number % _PRIME, _CHECK_LETTERS)
    return "-".join(letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP))


def number_of(text: str) -> int:
    """Return the number a typed code stands for; case, separators and look-alikes are forgiven.

    Raises KeyWrong with what is amiss where it cannot be a code.
    """
    letters = _letters(text)
    wanted = _LETTERS + _CHECK_LETTERS
    if len(letters) != wanted:
        raise KeyWrong(f"A recovery code has {wanted} letters and digits; this one has {len(letters)}.")
    number, check = _number(letters[:_LETTERS]), _number(letters[_LETTERS:])
    if number % _PRIME != check:
        raise KeyWrong("There is a typing error in the recovery code. Compare it with what you kept.")
    return number


def secret_of(text: str) -> bytes:
    """Return the bytes a typed code stands for; KeyWrong as number_of."""
    return number_of(text).to_bytes((BITS + 7) // 8, "big")


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text[:_LONGEST]).upper().translate(_READ_AS)
    found = [character for character in plain if character.isalnum()]
    strange = next((character for character in found if character not in ALPHABET), None)
    if strange is not None:
        raise KeyWrong(f"“{strange}” stands in no recovery code. Compare it with what you kept.")
    return "".join(found)


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * len(ALPHABET) + ALPHABET.index(letter)
    return number


def _spelled(number: int, letters: int) -> str:
    spelled = ""
    for _ in range(letters):
        number, digit = divmod(number, len(ALPHABET))
        spelled = ALPHABET[digit] + spelled
    return spelled
