"""Write the bill of materials of Kairos: CycloneDX 1.6, checked against its schema.

    python packaging/sbom.py OUTPUT.json

It lists what packaging/locks/ says for this system and Python, with licences and what needs what; what the packages
leave out (packaging/pyinstaller/contents.py) is marked as excluded. Made twice from the same locks it is the same file,
but for its time, which SOURCE_DATE_EPOCH sets.
"""

from __future__ import annotations

import os
import platform
import re
import sys
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.model.license import License, LicenseAcknowledgement
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from licences import licence_of
from lock import ROOT, Locked, known_in, read_lock
from packageurl import PackageURL
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from pyinstaller.contents import LEFT_OUT
from small_weights import DIGEST as SMALL
from weights import FILES
from weights import PACKAGE as WEIGHTS

_NAMED_OTHERWISE = {"PIL": "pillow"}
_SPACE = uuid.UUID("6f1f8a3e-3d5e-5a0c-9d6e-6b6169726f73")
_LICENCES = LicenseFactory()


def main(arguments: list[str]) -> int:
    """Write the bill to the path given; returns 1 where it is not what the schema asks for."""
    if len(arguments) != 1:
        print("usage: python packaging/sbom.py OUTPUT.json", file=sys.stderr)
        return 2
    text = JsonV1Dot6(bill_of(wanted_here(read_lock(known_in("app", "torch"))))).output_as_string(indent=2)
    fault = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if fault is not None:
        print(f"The bill is not as its schema wants it: {fault}", file=sys.stderr)
        return 1
    Path(arguments[0]).write_text(text + "\n", encoding="utf-8")
    return 0


def wanted_here(packages: Iterable[Locked]) -> list[Locked]:
    """Return the packages whose markers hold on this system and Python."""
    return [package for package in packages if not package.marker or Marker(package.marker).evaluate()]


def bill_of(packages: list[Locked]) -> Bom:
    """Return the bill: Kairos, its packages, the encoder's weights and Python itself."""
    kairos = Component(
        name="kairos", version=own_version(), type=ComponentType.APPLICATION, bom_ref="kairos", licenses=licence("MIT")
    )
    parts = {package.name: part_of(package) for package in packages}
    others = [python_itself(), encoder()]
    bill = Bom(components=[*parts.values(), *others])
    bill.metadata.component = kairos
    if "SOURCE_DATE_EPOCH" in os.environ:
        bill.metadata.timestamp = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
    words = "\n".join(package.written() for package in packages)
    bill.serial_number = uuid.uuid5(_SPACE, f"{own_version()} {sys.platform}\n{words}")
    bill.register_dependency(kairos, [*(parts[name] for name in asked_for() if name in parts), *others])
    for name, part in parts.items():
        bill.register_dependency(part, [parts[other] for other in needs_of(name) if other in parts and other != name])
    return bill


def part_of(package: Locked) -> Component:
    """Return a package as a component; its digests are of any of the files it may come as."""
    return Component(
        name=package.name,
        version=package.version,
        type=ComponentType.LIBRARY,
        bom_ref=f"{package.name}=={package.version}",
        purl=PackageURL("pypi", name=package.name, version=package.version),
        licenses=licence(licence_of(package.name)),
        scope=ComponentScope.EXCLUDED if package.name in left_out() else ComponentScope.REQUIRED,
        properties=[Property(name="kairos:lock:sha256", value=digest) for digest in package.digests],
    )


def python_itself() -> Component:
    """Return Python, which the packages bring along."""
    version = platform.python_version()
    return Component(
        name="CPython", version=version, type=ComponentType.PLATFORM, bom_ref="python", licenses=licence("PSF-2.0")
    )


def encoder() -> Component:
    """Return the sentence encoder's weights."""
    return Component(
        name=WEIGHTS.partition("==")[0],
        version=WEIGHTS.partition("==")[2],
        type=ComponentType.MACHINE_LEARNING_MODEL,
        bom_ref="encoder",
        licenses=licence("Apache-2.0"),
        description=f"In the packages each number is rounded to 16 bits, those of words to 8: SHA-256 {SMALL}",
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=FILES["model.safetensors"])],
    )


def licence(expression: str) -> list[License]:
    """Return an SPDX expression as the library holds it; none where it is unknown on this system."""
    said = LicenseAcknowledgement.CONCLUDED
    return [_LICENCES.make_from_string(expression, license_acknowledgement=said)] if expression else []


def left_out() -> set[str]:
    """Return the packages that the frozen program does not hold."""
    whole = {name for name in LEFT_OUT if "." not in name}
    return {canonicalize_name(_NAMED_OTHERWISE.get(name, name)) for name in whole}


def asked_for() -> list[str]:
    """Return what Kairos itself asks for, by lock names."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = text.split("\ndependencies = [", 1)[1].split("\n]", 1)[0]
    return [canonicalize_name(Requirement(found).name) for found in re.findall(r'^    "([^"]+)"', block, re.MULTILINE)]


def needs_of(name: str) -> list[str]:
    """Return what an installed package asks for here, without its extras; nothing for one that is not installed."""
    try:
        asked = [Requirement(text) for text in requires(name) or []]
    except PackageNotFoundError:
        return []
    return [canonicalize_name(each.name) for each in asked if not each.marker or each.marker.evaluate({"extra": ""})]


def own_version() -> str:
    """Return the version this checkout has."""
    found = re.search(r'__version__ = "([^"]+)"', (ROOT / "engine" / "__init__.py").read_text(encoding="utf-8"))
    return found.group(1) if found else "0"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
