"""The sentence encoder as others meet it: found in its folder, loaded by its first use. No torch until then."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from engine.domain.errors import EncoderError
from engine.mind.digest import forget_digest, kept_digest
from engine.mind.network.config import EncoderConfig, read_config
from engine.mind.network.tokenizer_file import read_tokenizer
from engine.mind.scripts import known_scripts, mostly_in
from engine.mind.weights_header import check_header

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.domain.encoding import Vectors
    from engine.mind.network.embedder import Embedder
    from engine.mind.network.tokenizer import Tokenizer

SHIPPED_NAME = "all-MiniLM-L6-v2"
SHIPPED_DIGEST = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
SMALL_DIGEST = "6d35022b997ea977d5a1995b0b9aa30768e4bf684bb190448c3f8bf69d6a1640"
"""The published weights, in 16 bits and words in 8, as the packages carry them (packaging/small_weights.py)."""
SMALL_BYTES = 33_843_560
SHIPPED_OTHERS = {
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
    "config.json": "953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41",
    "sentence_bert_config.json": "fc1993fde0a95c24ec6c022539d41cf6e2f7c9721e5415d6fb6897472a9cd4b7",
}
"""What lies beside the weights, as published: they say how the weights are read."""
WEIGHTS = "model.safetensors"
TOKENIZER = "tokenizer.json"
_DIGEST_LETTERS = 12


def shipped_folder() -> Path:
    """Return where set-up puts the encoder that comes with Kairos; it may not be there."""
    return Path(sys.prefix) / "share" / "kairos" / "encoder"


def find_encoder(chosen: str, speed_file: Path | None = None, shipped: Path | None = None) -> SentenceEncoder | None:
    """Return the encoder of the folder the person chose, else the one that came with Kairos; None without weights.

    chosen: the setting, empty where nothing was chosen. speed_file: where the profile keeps which arithmetic is
    faster, and beside it an own encoder's digest. shipped: another folder than that of the installation. Quick; raises
    EncoderError for a chosen folder that holds no network of a known kind.
    """
    if chosen:
        encoder = SentenceEncoder(_whole_path(chosen), None, speed_file)
        encoder.look()
        return encoder
    folder = shipped_folder() if shipped is None else shipped
    if not (folder / WEIGHTS).is_file() or not (folder / TOKENIZER).is_file():
        return None
    small = (folder / WEIGHTS).stat().st_size == SMALL_BYTES
    return SentenceEncoder(folder, SMALL_DIGEST if small else SHIPPED_DIGEST, speed_file, SHIPPED_OTHERS)


def _whole_path(chosen: str) -> Path:
    try:
        path = Path(chosen).expanduser()
    except RuntimeError:  # nobody's home
        path = Path(chosen)
    if not path.is_absolute():
        raise EncoderError(f"{chosen} is not a whole path. Name the encoder's folder from its root.")
    return path


class SentenceEncoder:
    """One encoder's folder: config.json, tokenizer.json, model.safetensors. Nothing in it is run, all is checked."""

    def __init__(
        self,
        folder: Path,
        digest: str | None,
        speed_file: Path | None = None,
        others: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """digest: the SHA-256 the weights must have, None for a folder of the person's own. others: of other files."""
        self._folder, self._expected, self._speed_file, self._others = folder, digest, speed_file, others
        self._digest_file = None if speed_file is None else speed_file.with_name("encoder_digest.json")

    def look(self) -> None:
        """Raise EncoderError where the folder is incomplete, or its network of a kind that is not known."""
        try:
            for name in ("config.json", TOKENIZER, WEIGHTS):
                if not (self._folder / name).is_file():
                    raise EncoderError(f"{self._folder} holds no {name}. Choose the folder of an encoder, or none.")
            _ = self._config
        except OSError as cause:
            raise EncoderError(f"{self._folder} cannot be read: {cause.strerror or cause}.") from cause

    def check(self) -> None:
        """Look, and read the tokenizer, which takes a second where it knows many languages; loads no weights.

        Raises EncoderError for whatever else can be told without torch.
        """
        self.look()
        try:
            check_header(self._folder / WEIGHTS)
        except OSError as cause:
            raise EncoderError(f"{self._folder} cannot be read: {cause.strerror or cause}.") from cause
        _ = self._tokenizer

    @cached_property
    def name(self) -> str:
        """The model and some letters of its weights' digest."""
        if self._expected is not None:
            return f"{SHIPPED_NAME} {self._expected[:_DIGEST_LETTERS]}"
        digest = kept_digest(self._folder / WEIGHTS, self._digest_file)
        return f"{self._folder.name} {digest[:_DIGEST_LETTERS]}"

    @property
    def dimensions(self) -> int:
        """How many numbers a vector has."""
        return self._config.width

    def reads(self, text: str) -> bool:
        """Return whether most of the text is in scripts the encoder was trained on; False for nothing but marks."""
        return mostly_in(text, self._scripts)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return a vector of length 1 per text, in order; the first call loads torch and the weights."""
        return self._embedder.encode(texts)

    def _verify(self, name: str) -> None:
        """Raise EncoderError where a file beside the weights is not the published one."""
        expected = self._others.get(name)
        if expected is None:
            return
        path = self._folder / name
        try:
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError as cause:
            raise EncoderError(f"{path} cannot be read: {cause.strerror or cause}.") from cause
        if digest != expected:
            raise EncoderError(
                f"{path} is not the file that was published: its SHA-256 begins with {digest[:16]}. "
                "Delete it, then set Kairos up again."
            )

    @cached_property
    def _config(self) -> EncoderConfig:
        self._verify("config.json")
        self._verify("sentence_bert_config.json")
        return read_config(self._folder)

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        self._verify(TOKENIZER)
        return read_tokenizer(self._folder / TOKENIZER, self._config.words)

    @cached_property
    def _scripts(self) -> frozenset[str]:
        return known_scripts(self._tokenizer.vocabulary)

    @cached_property
    def _embedder(self) -> Embedder:
        from engine.mind.network.embedder import Embedder  # noqa: PLC0415  (a second of torch, paid by its first use)

        embedder = Embedder(self._folder, self._tokenizer, self._expected, self._speed_file)
        # What others stored under the name must be what these weights yield, whatever happened on the disk meanwhile.
        if not self.name.endswith(embedder.digest[:_DIGEST_LETTERS]):
            forget_digest(self._digest_file)
            raise EncoderError(f"{self._folder} changed meanwhile. Try again.")
        return embedder
