"""The folder both packages are made of: PyInstaller's onedir, with what else belongs into it."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from linux.icu_data import cut_languages
from linux.menu import ROOT, put_licences
from linux.thin import link_equals, thin
from trouble import Trouble, say

SPEC = ROOT / "packaging" / "pyinstaller" / "kairos.spec"


def make_payload(work: Path) -> Path:
    """Build the folder anew, in some minutes, and return it; raises Trouble."""
    if find_spec("PyInstaller") is None:
        raise Trouble("PyInstaller is missing. Install it: .venv/bin/python -m pip install -e '.[package]'")
    if not (Path(sys.prefix) / "share" / "kairos" / "encoder" / "model.safetensors").is_file():
        say("The sentence encoder is not in this environment (packaging/dev.py fetches it): the package goes without.")
    places = ["--distpath", str(work / "payload"), "--workpath", str(work / "pyinstaller")]
    log = work / "pyinstaller.log"
    work.mkdir(parents=True, exist_ok=True)
    say(f"PyInstaller works for some minutes; it writes to {log}")
    with log.open("wb") as told:
        made = [sys.executable, "-m", "PyInstaller", "--noconfirm", *places, str(SPEC)]
        done = subprocess.run(made, stdout=told, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        raise Trouble(f"PyInstaller failed. Its last words are in {log}")
    payload = work / "payload" / "kairos"
    say(f"names of inner functions taken out: {thin(payload) / 1e6:.0f} MB")
    if sys.platform == "linux":
        say(f"tables of languages nobody asks for: {cut_languages(payload) / 1e6:.0f} MB")
        say(f"libraries that came twice: {link_equals(payload) / 1e6:.0f} MB")
    put_licences(payload)
    return payload
