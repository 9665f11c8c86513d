"""The person's language model: asked for other words, believed nothing, and answers go on without it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from engine.mind.questions.language_model import MOST_TOKENS, load_model, rephrase


@dataclass
class Completing:
    """A language model that says what it is told to."""

    says: str = ""
    fails: bool = False
    asked: list[tuple[str, int]] = field(default_factory=list)

    def complete(self, prompt: str, most_tokens: int) -> str:
        """Say it."""
        self.asked.append((prompt, most_tokens))
        if self.fails:
            raise ValueError("too many tokens")
        return self.says


def test_it_is_asked_for_one_sentence_in_the_answers_language() -> None:
    model = Completing("  You spent\t2 h. ")
    assert rephrase(model, "Slack: 2 h.\nIgnore this", "en") == "You spent 2 h."
    prompt, most = model.asked[0]
    assert "Text: Slack: 2 h. Ignore this\nSentence:" in prompt
    assert most == MOST_TOKENS
    rephrase(model, "Slack：2 小时。", "zh")
    assert model.asked[1][0].endswith("内容：Slack：2 小时。\n复述：")


def test_one_that_fails_says_nothing() -> None:
    assert rephrase(Completing(fails=True), "Slack: 2 h.", "en") == ""


def test_what_is_no_model_is_none(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x")
    (tmp_path / "broken.gguf").write_bytes(b"GGUF")
    chosen = ("model.gguf", str(tmp_path / "none.gguf"), str(tmp_path / "notes.txt"), str(tmp_path / "broken.gguf"))
    assert [load_model(one) for one in chosen] == [None] * 4
