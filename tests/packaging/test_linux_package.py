"""What the Linux packages hold, told without building one: menu entry, man page, dependencies, what stays out."""

from __future__ import annotations

import _ctypes
import re
import struct
import sys
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import typer

from engine import __version__
from engine.cli.app import app

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "packaging"))  # recipes are scripts, no package

from linux import deb, icu_data, menu, parts, search_paths, system_libraries, thin  # noqa: E402
from pyinstaller import contents  # noqa: E402

DESKTOP = ROOT / "resources" / "desktop"
_IMPORT = re.compile(
    r"^ *(?:from (?P<module>[\w.]+) import \(?(?P<names>[\w, ]*)|import (?P<whole>[\w.]+))", re.MULTILINE
)


@pytest.fixture
def entry() -> ConfigParser:
    parser = ConfigParser(interpolation=None, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment, method-assign]  # as the parser's own documentation does it
    parser.read(DESKTOP / "kairos.desktop", encoding="utf-8")
    return parser


def test_the_menu_entry_speaks_chinese_and_starts_a_session(entry: ConfigParser) -> None:
    main, action = entry["Desktop Entry"], entry["Desktop Action focus"]
    assert (main["Type"], main["Exec"], main["Icon"], main["Terminal"]) == ("Application", "kairos", "kairos", "false")
    assert main["Actions"] == "focus;"
    assert action["Exec"] == "kairos focus start"
    for section in (main, action):
        for key in ("Name", "GenericName", "Comment", "Keywords"):
            if key in section and key + section[key] != "NameKairos":
                assert re.search(r"[\u4e00-\u9fff]", section[f"{key}[zh_CN]"])


def test_the_window_belongs_to_the_menu_entry(entry: ConfigParser) -> None:
    told = (ROOT / "desktop_app" / "app.py").read_text(encoding="utf-8")
    assert 'setDesktopFileName("kairos")' in told
    assert entry["Desktop Entry"]["StartupWMClass"] == "kairos"


def test_versions_are_one() -> None:
    assert menu.own_version() == __version__
    releases = ET.parse(DESKTOP / menu.METAINFO).getroot().findall("releases/release")  # noqa: S314  (ours)
    assert releases[0].get("version") == __version__
    assert f'"Kairos {__version__}"' in (DESKTOP / "kairos.1").read_text(encoding="utf-8").splitlines()[0]


def test_the_metadata_names_the_menu_entry_in_both_languages() -> None:
    root = ET.parse(DESKTOP / menu.METAINFO).getroot()  # noqa: S314  (ours)
    assert root.findtext("launchable") == "kairos.desktop"
    assert f"{root.findtext('id')}.metainfo.xml" == menu.METAINFO
    assert root.findtext("project_license") == "MIT"
    description = root.find("description")
    assert description is not None
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    for kind in ("p", "ul/li"):
        told = [paragraph.get(language, "en") for paragraph in description.findall(kind)]
        assert told == ["en", "zh_CN"] * (len(told) // 2)


def test_the_man_page_names_every_command() -> None:
    commands = typer.main.get_command(app)
    page = (DESKTOP / "kairos.1").read_text(encoding="utf-8").replace("\\-", "-")
    named = {word for line in page.splitlines() if line.startswith(".B") for word in re.findall(r"[a-z][a-z-]+", line)}
    shown = {name for name, command in commands.commands.items() if not command.hidden}  # type: ignore[attr-defined]
    assert shown <= named


def test_what_stays_out_is_imported_by_nothing_of_ours() -> None:
    for path in sorted(path for package in contents.OURS for path in (ROOT / package).rglob("*.py")):
        for name in _imports(path):
            left = next((one for one in contents.LEFT_OUT if f"{name}.".startswith(f"{one}.")), None)
            assert left is None or left in contents.EXTRAS, f"{path.relative_to(ROOT)} imports {name}, which stays out"


def _imports(path: Path) -> set[str]:
    """Return what it imports; a name taken out of a module counts as one of its modules, too."""
    found = set()
    for match in _IMPORT.finditer(path.read_text(encoding="utf-8")):
        found |= (
            {f"{match['module']}.{name.strip()}" for name in match["names"].split(",")} if match["module"] else set()
        )
        found |= {match["whole"]} if match["whole"] else set()
    return found


def test_every_module_and_file_of_ours_goes_in() -> None:
    modules = contents.own_modules()
    assert {"engine", "engine.storage.tables", "desktop_app.__main__", "engine.documents.extract.once"} <= set(modules)
    assert not [name for name in modules if "migrations" in name]
    targets = {target for _source, target in contents.own_files()}
    assert {"engine/storage/migrations", "engine/mind", "kairos_resources/icons", "kairos_resources/rules"} <= targets
    assert "kairos_resources/pictures" not in targets
    desktop = [Path(source).name for source, target in contents.own_files() if target == "kairos_resources/desktop"]
    assert desktop == ["kairos.svg"]


@pytest.mark.parametrize(
    ("target", "source", "kept"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/v/PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", "/v/PySide6/Qt/plugins/platforms/libqvnc.so", False),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", "/v/libqopensslbackend.so", False),
        ("PySide6/Qt/lib/libQt6Gui.so.6", "/v/libQt6Gui.so.6", True),
        ("libQt6Qml.so.6", "PySide6/Qt/lib/libQt6Qml.so.6", False),
        ("PySide6/Qt/translations/qtbase_zh_CN.qm", "/v/qtbase_zh_CN.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", "/v/qtbase_de.qm", False),
        ("libstdc++.so.6", "/lib/x86_64-linux-gnu/libstdc++.so.6", False),
        ("libpython3.11.so.1.0", "/lib/x86_64-linux-gnu/libpython3.11.so.1.0", True),
        ("torch/lib/libtorch_cpu.so", "/v/torch/lib/libtorch_cpu.so", True),
        ("sklearn/utils/tests/data.csv", "/v/sklearn/utils/tests/data.csv", False),
        ("engine/storage/migrations/env.py", "/w/engine/storage/migrations/env.py", True),
    ],
)
def test_what_goes_in(target: str, source: str, kept: bool) -> None:
    assert contents.keeps_file(target, source) is kept


def test_versions_told_by_doctor_are_those_of_what_is_needed() -> None:
    told = contents.told_versions()
    assert {"PySide6-Essentials", "SQLAlchemy", "torch", "google-re2"} <= set(told)
    assert "pyobjc-framework-Cocoa" not in told or sys.platform == "darwin"


def test_a_library_no_loader_would_take_is_told(tmp_path: Path) -> None:
    sound = Path(_ctypes.__file__)
    assert thin.is_sound(sound)
    content = bytearray(sound.read_bytes())
    start, size, count = struct.unpack_from("<Q", content, 32)[0], *struct.unpack_from("<HH", content, 54)
    loads = [start + number * size for number in range(count) if content[start + number * size] == 1]
    struct.pack_into("<Q", content, loads[-1] + 8, struct.unpack_from("<Q", content, loads[-1] + 8)[0] + 8)
    (tmp_path / "moved.so").write_bytes(content)
    assert not thin.is_sound(tmp_path / "moved.so")


def test_a_library_that_is_there_twice_is_linked(tmp_path: Path) -> None:
    for name, content in {"a/one.so.1": b"x" * 9, "b/one.so.1": b"x" * 9, "c/one.so.1": b"y", "c/two.so": b"y"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    assert thin.link_equals(tmp_path) == 9
    assert (tmp_path / "b" / "one.so.1").resolve() == (tmp_path / "a" / "one.so.1").resolve()
    assert (tmp_path / "b" / "one.so.1").read_bytes() == b"x" * 9
    assert not (tmp_path / "c" / "two.so").is_symlink(), "another name is another library"
    assert thin.link_equals(tmp_path) == 0


def test_of_the_tables_of_languages_those_asked_for_are_kept() -> None:
    head = (32).to_bytes(2, "little") + b"\xda\x27" + b"\0" * 8 + b"CmnD" + b"\0" * 16
    tables = [
        (b"icudt1l/coll/de.res", b"D" * 5),
        (b"icudt1l/coll/root.res", b"R" * 7),
        (b"icudt1l/curr/zh.res", b"C"),
        (b"icudt1l/zone/zh_Hans.res", b"Z" * 40),
    ]
    packed = icu_data.packed(head, tables)
    again, found = icu_data.unpacked(packed)
    assert again == head
    assert [(name, table.rstrip(b"\0")) for name, table in found] == tables
    assert all(packed.index(table, 64) % 16 == 0 for _name, table in tables), "ICU reads whole numbers there"
    assert [name for name, table in found if icu_data.keeps(name.decode(), len(table))] == [tables[1][0], tables[3][0]]
    for name, size, kept in (
        ("icudt1l/zoneinfo64.res", 9, True),
        ("icudt1l/coll/res_index.res", 9, True),
        ("icudt1l/coll/ucadata.icu", 9, True),
        ("icudt1l/en_US.res", 9, True),
        ("icudt1l/haw.res", 9, False),
        ("icudt1l/euc-jp-2007.cnv", 90_000, False),
        ("icudt1l/gb18030.cnv", 230_000, True),
        ("icudt1l/ibm-5348_P100-1997.cnv", 700, True),
    ):
        assert icu_data.keeps(name, size) is kept, name
    with pytest.raises(ValueError, match="no data of ICU"):
        icu_data.unpacked(b"\0" * 200)


def test_only_folders_told_from_the_library_itself_are_searched(tmp_path: Path) -> None:
    known = b"/root/build/lib:$ORIGIN/../libs"
    for name, path, left in (("mixed.so", known, b"$ORIGIN/../libs"), ("foreign.so", b"/root/build/lib", None)):
        file = tmp_path / name
        file.write_bytes(_library(path))
        assert search_paths.own_paths_alone(file)
        content = file.read_bytes()
        assert b"/root/build" not in content
        tags = [struct.unpack_from("<q", content, at)[0] for at in range(_DYNAMIC_AT, _DYNAMIC_AT + 3 * 16, 16)]
        assert (29 in tags) is (left is not None)
        assert left is None or left in content
        assert not search_paths.own_paths_alone(file)


_DYNAMIC_AT = 64 + 2 * 56


def _library(path: bytes) -> bytes:
    """Return the least of a library: a part to load, and a dynamic one with a search path."""
    strings = _DYNAMIC_AT + 3 * 16
    names = b"\0" + path + b"\0"
    size = strings + len(names)
    header = struct.pack("<16sHHIQQQIHHHHHH", b"\x7fELF", 3, 62, 1, 0, 64, 0, 0, 64, 56, 2, 0, 0, 0)
    load = struct.pack("<IIQQQQQQ", 1, 4, 0, 0x1000, 0, size, size, 0x1000)
    dynamic = struct.pack("<IIQQQQQQ", 2, 4, _DYNAMIC_AT, 0x1000 + _DYNAMIC_AT, 0, 48, 48, 8)
    entries = struct.pack("<qQqQqQ", 29, 1, 5, 0x1000 + strings, 0, 0)
    return header + load + dynamic + entries + names


def test_the_command_line_keeps_its_words() -> None:
    assert contents.keeps_words("engine.cli.today")
    assert not contents.keeps_words("engine.client")
    assert not contents.keeps_words("engine.storage")


def test_dependencies_are_the_packages_of_the_libraries_that_are_not_inside() -> None:
    depends, recommends = system_libraries.packages_of({"libxcb-cursor.so.0", "libcups.so.2", "libglib-2.0.so.0"})
    assert {"libxcb-cursor0", "libglib2.0-0 | libglib2.0-0t64", "tzdata"} <= set(depends)
    assert "libcups2 | libcups2t64" in recommends
    assert "libcups2 | libcups2t64" not in depends
    with pytest.raises(system_libraries.UnknownLibrary, match=r"libown\.so\.1"):
        system_libraries.packages_of({"libxcb.so.1", "libown.so.1"})


def test_sizes_are_told_by_part(tmp_path: Path) -> None:
    for name, size in {"kairos": 5, "_internal/torch/lib/a.so": 7, "_internal/libicudata.so.73": 3}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x" * size)
    (tmp_path / "_internal" / "liba.so").symlink_to("torch/lib/a.so")
    assert parts.sizes(tmp_path) == {"kairos": 5, "torch": 7, "icu": 3}


def test_what_the_window_never_loads_lies_apart() -> None:
    assert contents.is_apart("torch.nn")
    assert contents.is_apart("numpy")
    assert not contents.is_apart("torchlike")
    assert not any(contents.is_apart(name) for name in contents.own_modules())
    start = (ROOT / "packaging" / "pyinstaller" / "kairos.py").read_text(encoding="utf-8")
    assert '"@APART@"' in start
    assert "@APART@" in (ROOT / "packaging" / "pyinstaller" / "kairos.spec").read_text(encoding="utf-8")


def test_the_maintainer_is_who_releases_and_else_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DEBEMAIL", raising=False)
    monkeypatch.delenv("DEBFULLNAME", raising=False)
    assert deb.maintainer() == "The Kairos developers <kairos@maintainer.invalid>"
    monkeypatch.setenv("DEBFULLNAME", "Ada")
    monkeypatch.setenv("DEBEMAIL", "ada@example.org")
    assert deb.maintainer() == "Ada <ada@example.org>"


def test_the_licence_of_the_package_is_ours() -> None:
    assert "MIT" in deb.COPYRIGHT
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License")
