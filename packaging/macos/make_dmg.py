"""Sign the bundle, put it into a disk image, have it notarised: the last steps of the macOS package. Written, not run.

    python packaging/macos/make_dmg.py dist/Kairos.app OUTPUT.dmg [--identity NAME] [--notary PROFILE] [--show]

Without --identity the bundle is signed for this machine alone (which Apple's processors insist on). --notary names a
profile that `xcrun notarytool store-credentials` put into the keychain. --show prints the commands and runs none.
"""

from __future__ import annotations

import argparse
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
_FOR_THIS_MACHINE = "-"
_MAGIC = {bytes.fromhex(word) for word in ("cffaedfe", "cefaedfe", "cafebabe", "bebafeca")}


def main(arguments: list[str]) -> int:
    """Go through the steps; returns the exit status of the first that fails."""
    parser = argparse.ArgumentParser(description="Make the disk image for macOS.")
    parser.add_argument("bundle", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--identity", default=_FOR_THIS_MACHINE, help='"Developer ID Application: ..."')
    parser.add_argument("--notary", help="profile of notarytool")
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as away:
        for command in commands(given, Path(away) / "Kairos"):
            print(shlex.join(command), flush=True)
            status = 0 if given.show else subprocess.call(command)
            if status:
                return status
    return 0


def commands(given: argparse.Namespace, folder: Path) -> list[list[str]]:
    """Return every command in order: what lies within is signed before what holds it."""
    sign = ["codesign", "--force", "--sign", given.identity]
    if given.identity != _FOR_THIS_MACHINE:
        sign += ["--timestamp", "--options", "runtime", "--entitlements", str(HERE / "entitlements.plist")]
    image = str(given.output)
    steps = [[*sign, str(path)] for path in (*programs_in(given.bundle), given.bundle)]
    steps += [
        ["codesign", "--verify", "--deep", "--strict", str(given.bundle)],
        ["mkdir", "-p", str(folder)],
        ["ditto", str(given.bundle), str(folder / given.bundle.name)],
        ["ln", "-s", "/Applications", str(folder / "Applications")],
        ["hdiutil", "create", "-volname", "Kairos", "-srcfolder", str(folder), "-format", "ULFO", "-ov", image],
    ]
    if given.identity != _FOR_THIS_MACHINE:
        steps.append(["codesign", "--sign", given.identity, "--timestamp", image])
    if given.notary:
        steps += [
            ["xcrun", "notarytool", "submit", image, "--keychain-profile", given.notary, "--wait"],
            ["xcrun", "stapler", "staple", image],
            ["spctl", "--assess", "--type", "open", "--context", "context:primary-signature", "--verbose", image],
        ]
    return steps


def programs_in(bundle: Path) -> list[Path]:
    """Return the libraries and programs within the bundle, the deepest first."""
    found = [path for path in bundle.rglob("*") if path.is_file() and not path.is_symlink() and is_program(path)]
    return sorted(found, key=lambda path: (-len(path.parts), path))


def is_program(path: Path) -> bool:
    """Return whether the file is code of macOS, by its first bytes."""
    with path.open("rb") as file:
        return file.read(4) in _MAGIC


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
