"""The Run key of the person's registry as a mapping. Written for Windows and not yet run there."""

from __future__ import annotations

import sys
from collections.abc import Iterator, MutableMapping

if sys.platform == "win32":
    import winreg

    _RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"

    class RunValues(MutableMapping[str, str]):
        """Name and command line of everything that starts when this person logs in."""

        def __getitem__(self, name: str) -> str:
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
                    return str(winreg.QueryValueEx(key, name)[0])
            except FileNotFoundError as cause:
                raise KeyError(name) from cause

        def __setitem__(self, name: str, command: str) -> None:
            with winreg.CreateKeyEx(winreg.HKEY_CURRENT_USER, _RUN, access=winreg.KEY_SET_VALUE) as key:
                winreg.SetValueEx(key, name, 0, winreg.REG_SZ, command)

        def __delitem__(self, name: str) -> None:
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN, access=winreg.KEY_SET_VALUE) as key:
                    winreg.DeleteValue(key, name)
            except FileNotFoundError as cause:
                raise KeyError(name) from cause

        def __iter__(self) -> Iterator[str]:
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
                    yield from [winreg.EnumValue(key, place)[0] for place in range(winreg.QueryInfoKey(key)[1])]
            except FileNotFoundError:
                return

        def __len__(self) -> int:
            return len(list(iter(self)))
