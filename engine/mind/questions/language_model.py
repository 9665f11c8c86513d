"""A language model of the person's own, which may word an answer anew: a GGUF file, run on this computer alone.

Nothing it says is believed: who asks checks every figure and name (engine/assistant/rephrased.py).
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any, Protocol

MOST_TOKENS, CONTEXT = 160, 2_048
_SUFFIX = ".gguf"
_log = logging.getLogger(__name__)

_ASKED = {
    "en": "Say the following in one friendly English sentence. Keep every number, date and name exactly as it is and"
    " add nothing.\nText: {text}\nSentence:",
    "zh": "请用一句自然的中文复述下面的内容。每个数字、日期和名称都照原样保留，不要添加任何内容。"
    "\n内容：{text}\n复述：",
}


class LanguageModel(Protocol):
    """What goes on with a text."""

    def complete(self, prompt: str, most_tokens: int) -> str:
        """Return what follows the prompt, up to the end of the line."""
        ...


class LlamaModel:
    """A GGUF file read by llama.cpp, an optional library."""

    def __init__(self, path: Path) -> None:
        """Load the file. Raises ImportError without the library, OSError or ValueError for what is no model."""
        from llama_cpp import Llama  # noqa: PLC0415  (an extra; the worker alone loads it)

        self._model: Any = Llama(model_path=str(path), n_ctx=CONTEXT, n_threads=1, seed=0, verbose=False)

    def complete(self, prompt: str, most_tokens: int) -> str:
        """Return what follows the prompt, the likeliest word each time."""
        told = self._model.create_completion(prompt, max_tokens=most_tokens, temperature=0.0, stop=["\n"])
        return str(told["choices"][0]["text"])


def load_model(chosen: str) -> LanguageModel | None:
    """Return the model of the file the person named; None where it is none or the library is missing."""
    path = Path(chosen)
    if not path.is_absolute() or path.suffix.lower() != _SUFFIX or not path.is_file():
        _log.warning("The language model is no GGUF file with its whole path; answers keep their own words.")
        return None
    try:
        return LlamaModel(path)
    except (ImportError, OSError, ValueError, RuntimeError, AssertionError) as cause:
        _log.warning("The language model cannot be loaded: %s.", type(cause).__name__)
        return None


def rephrase(model: LanguageModel, text: str, language: str) -> str:
    """Return another wording of the text; "" where none comes. language: "zh" or "en"."""
    prompt = _ASKED["zh" if language == "zh" else "en"].format(text=" ".join(text.split()))
    try:
        return " ".join(model.complete(prompt, MOST_TOKENS).split())
    except (OSError, ValueError, RuntimeError, KeyError, IndexError, TypeError) as cause:
        _log.warning("The language model gave no answer: %s.", type(cause).__name__)
        return ""
