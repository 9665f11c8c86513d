"""What a person's process and the company's say to the messages of a round."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from engine.domain.together import TogetherError, TogetherRound
from engine.sharing.together.files import read_round, round_file
from engine.sharing.together.masks import fresh_key, mask, public_of, total_of
from engine.sharing.together.merging import followed

_NOT_IN_TURN = "The server asked for what is not next in a round. Nothing was sent."


class MemberPart:
    """One person's answers. Raises TogetherError, TogetherFileError; nothing is sent then.

    check: returns the round of a file where the person may take part in it. numbers: clipped and noised ones for a
    round, an attempt and a count of people, charged as they are drawn. says: what the person is told.
    """

    def __init__(
        self,
        check: Callable[[bytes], TogetherRound],
        numbers: Callable[[TogetherRound, str, int], Sequence[int]],
        says: Callable[[str], None],
    ) -> None:
        self._check, self._numbers, self._says = check, numbers, says
        self._begun: TogetherRound | None = None
        self._attempt, self._key = "", b""
        self.result = b""

    def answer(self, question: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return what is sent for a message."""
        stage, content = question.get("stage"), str(question.get("file", "")).encode()
        if stage == "keys":
            self._begun, self._attempt, self._key = self._check(content), str(question["attempt"]), fresh_key()
            self._says(f"Round {self._begun.round} begins; a fresh key is sent ({len(self._key)} bytes).")
            return {"key": public_of(self._key).hex()}
        if stage == "masked":
            return {"words": self._masked(question)}
        if stage == "result":
            self.result = content
            read_round(content)
            return {}
        raise TogetherError(_NOT_IN_TURN)

    def _masked(self, question: Mapping[str, Any]) -> list[int]:
        begun, key = self._begun, self._key
        if begun is None or not key or question.get("attempt") != self._attempt:
            raise TogetherError(_NOT_IN_TURN)
        self._key = b""  # a key serves one attempt
        try:
            everybody = [bytes.fromhex(one) for one in str(question["everybody"]).split()]
        except ValueError as cause:
            raise TogetherError(_NOT_IN_TURN) from cause
        blank = [0] * len(begun.numbers)
        mask(blank, key, everybody, self._attempt, begun.least)  # refuses before anything is drawn and charged
        numbers = self._numbers(begun, self._attempt, len(everybody))
        words = mask(numbers, key, everybody, self._attempt, begun.least)
        self._says(f"Sent: {len(words)} masked numbers ({8 * len(words)} bytes), summed over {len(everybody)} people.")
        return words


class CompanyPart:
    """The answers of whoever runs the server. result: the next round's file, once there is one."""

    def __init__(self, begun: TogetherRound, says: Callable[[str], None]) -> None:
        self._begun, self._says = begun, says
        self.result = b""

    def answer(self, question: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return what the server's process goes on with."""
        stage = question.get("stage")
        if stage == "begin":
            return {"file": round_file(self._begun).decode()}
        if stage == "masked":
            masked = [[int(word) for word in one] for one in question["masked"]]
            self.result = round_file(followed(self._begun, total_of(masked), len(masked)))
            self._says(f"{len(masked)} people took part; their sum is all that was seen.")
            return {"file": self.result.decode()}
        if stage == "missing":
            self._says("Somebody went missing; nothing of this attempt is used. Waiting for everybody again.")
        if stage == "listening":
            self._says("Waiting for people.")
        return {}
