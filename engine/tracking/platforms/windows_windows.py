"""Questions to Windows about its windows, through ctypes. Written for Windows and not yet run there."""

from __future__ import annotations

import ctypes
import sys

from engine.domain.activity import Window
from engine.tracking.platforms.windows_follow import app_of, hosted_process

if sys.platform == "win32":
    from ctypes import wintypes

    _USER = ctypes.WinDLL("user32", use_last_error=True)
    _KERNEL = ctypes.WinDLL("kernel32", use_last_error=True)
    _QUERY_LIMITED = 0x1000
    _SCREEN_SAVER_RUNNING = 0x0072
    _SWITCH_DESKTOP = 0x0100
    _LONGEST_PATH = 32_768
    _LONGEST_TITLE = 4_096
    _LONGEST_CLASS = 257
    _FRAME_CLASS = "ApplicationFrameWindow"
    _ENUMERATE = ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.HWND, wintypes.LPARAM)

    _USER.GetForegroundWindow.restype = wintypes.HWND
    _USER.InternalGetWindowText.argtypes = (wintypes.HWND, wintypes.LPWSTR, ctypes.c_int)
    _USER.GetClassNameW.argtypes = (wintypes.HWND, wintypes.LPWSTR, ctypes.c_int)
    _USER.GetWindowThreadProcessId.argtypes = (wintypes.HWND, wintypes.LPDWORD)
    _USER.GetWindowThreadProcessId.restype = wintypes.DWORD
    _USER.EnumChildWindows.argtypes = (wintypes.HWND, _ENUMERATE, wintypes.LPARAM)
    _USER.OpenInputDesktop.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)
    _USER.OpenInputDesktop.restype = wintypes.HANDLE
    _USER.CloseDesktop.argtypes = (wintypes.HANDLE,)
    _USER.SystemParametersInfoW.argtypes = (wintypes.UINT, wintypes.UINT, wintypes.LPVOID, wintypes.UINT)
    _KERNEL.GetTickCount.restype = wintypes.DWORD
    _KERNEL.OpenProcess.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)
    _KERNEL.OpenProcess.restype = wintypes.HANDLE
    _KERNEL.CloseHandle.argtypes = (wintypes.HANDLE,)
    _KERNEL.QueryFullProcessImageNameW.argtypes = (
        wintypes.HANDLE,
        wintypes.DWORD,
        wintypes.LPWSTR,
        wintypes.LPDWORD,
    )

    class _LastInput(ctypes.Structure):
        _fields_ = (("cbSize", wintypes.UINT), ("dwTime", wintypes.DWORD))

    class UserDesktop:
        """The desktop of the person who is logged in."""

        def foreground(self) -> int:
            """Return the handle of the window in front, 0 where there is none."""
            return int(_USER.GetForegroundWindow() or 0)

        def describe(self, handle: int) -> Window | None:
            """Return the window's app, title and program, None once it is gone."""
            owner = _process_of(handle)
            if not owner:
                return None
            class_name = _text(_USER.GetClassNameW, handle, _LONGEST_CLASS)
            process = hosted_process(owner, _processes_inside(handle)) if class_name == _FRAME_CLASS else owner
            executable = _path_of(process)
            # Reads what the system keeps of the title: asking the window itself would hang with a program that hangs.
            title = _text(_USER.InternalGetWindowText, handle, _LONGEST_TITLE)
            return Window(app_of(executable, class_name), title, process, executable, "windows")

        def ticks(self) -> tuple[int, int]:
            """Return the millisecond counter now and at the last input."""
            last = _LastInput(cbSize=ctypes.sizeof(_LastInput))
            known = _USER.GetLastInputInfo(ctypes.byref(last))
            # Asked for after the input, so that the counter is never behind it.
            now = int(_KERNEL.GetTickCount())
            return now, int(last.dwTime) if known else now

        def locked(self) -> bool:
            """Say whether the lock screen or another secure desktop has the screen: it may not be opened then."""
            desktop = _USER.OpenInputDesktop(0, False, _SWITCH_DESKTOP)
            if not desktop:
                return True
            _USER.CloseDesktop(desktop)
            return False

        def saver_running(self) -> bool:
            """Say whether the screen saver is on."""
            running = wintypes.BOOL(False)
            _USER.SystemParametersInfoW(_SCREEN_SAVER_RUNNING, 0, ctypes.byref(running), 0)
            return bool(running.value)

    def _text(ask: ctypes._NamedFuncPointer, handle: int, longest: int) -> str:
        buffer = ctypes.create_unicode_buffer(longest)
        length = ask(handle, buffer, longest)
        return ctypes.wstring_at(buffer, length) if length > 0 else ""

    def _process_of(handle: int) -> int:
        process = wintypes.DWORD()
        _USER.GetWindowThreadProcessId(handle, ctypes.byref(process))
        return int(process.value)

    def _processes_inside(handle: int) -> list[int]:
        found: list[int] = []

        def note(child: int, _: int) -> bool:
            found.append(_process_of(child))
            return True

        _USER.EnumChildWindows(handle, _ENUMERATE(note), 0)
        return found

    def _path_of(process: int) -> str:
        """Return the program's path; needs no more rights than every process has over another of the same person."""
        opened = _KERNEL.OpenProcess(_QUERY_LIMITED, False, process)
        if not opened:
            return ""
        try:
            buffer = ctypes.create_unicode_buffer(_LONGEST_PATH)
            length = wintypes.DWORD(_LONGEST_PATH)
            done = _KERNEL.QueryFullProcessImageNameW(opened, 0, buffer, ctypes.byref(length))
            return ctypes.wstring_at(buffer, length.value) if done else ""
        finally:
            _KERNEL.CloseHandle(opened)
