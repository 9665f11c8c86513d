"""What opening could run, told by names, kind and mode."""

from __future__ import annotations

from engine.domain.documents import DocumentKind
from engine.domain.runnable import could_run


def test_scripts_run_by_name_where_the_system_does_so() -> None:
    for name in ("a.py", "a.js", "a.VBS", "a.sh", "a.py.", "a.ps1 "):
        assert could_run((name,), DocumentKind.CODE, 0o644, "win32")
        assert could_run((name,), DocumentKind.CODE, 0o644, "darwin")
    for name in ("a.py", "a.js", "a.sh", "a.md", "a.exe.txt"):
        assert not could_run((name,), DocumentKind.CODE, 0o644, "linux")
    for name in ("a.desktop", "a.Desktop ", "a.appimage", "a.jar", "a.webloc", "a.command"):
        for place in ("win32", "linux", "darwin"):
            assert could_run((name,), DocumentKind.TEXT, 0o644, place)
