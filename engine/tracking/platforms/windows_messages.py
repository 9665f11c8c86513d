"""A hidden window and its message loop, through ctypes. Written for Windows and not yet run there."""

from __future__ import annotations

import ctypes
import sys
from threading import Event

from engine.tracking.platforms.windows_follow import WindowsFollower

if sys.platform == "win32":
    from ctypes import wintypes

    _USER = ctypes.WinDLL("user32", use_last_error=True)
    _KERNEL = ctypes.WinDLL("kernel32", use_last_error=True)
    _SESSIONS = ctypes.WinDLL("wtsapi32", use_last_error=True)

    _FOREGROUND, _NAME_CHANGE = 0x0003, 0x800C
    _OUT_OF_CONTEXT = 0x0000
    _QUIT, _TIMER, _POWER, _SESSION = 0x0012, 0x0113, 0x0218, 0x02B1
    _THIS_SESSION = 0
    _IDLE_TIMER = 1
    _CLASS = "KairosRecorder"

    _RESULT = ctypes.c_ssize_t
    _PROCEDURE = ctypes.WINFUNCTYPE(_RESULT, wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM)
    _HOOK = ctypes.WINFUNCTYPE(
        None,
        wintypes.HANDLE,
        wintypes.DWORD,
        wintypes.HWND,
        wintypes.LONG,
        wintypes.LONG,
        wintypes.DWORD,
        wintypes.DWORD,
    )

    class _WindowClass(ctypes.Structure):
        _fields_ = (
            ("style", wintypes.UINT),
            ("lpfnWndProc", _PROCEDURE),
            ("cbClsExtra", ctypes.c_int),
            ("cbWndExtra", ctypes.c_int),
            ("hInstance", wintypes.HANDLE),
            ("hIcon", wintypes.HANDLE),
            ("hCursor", wintypes.HANDLE),
            ("hbrBackground", wintypes.HANDLE),
            ("lpszMenuName", wintypes.LPCWSTR),
            ("lpszClassName", wintypes.LPCWSTR),
        )

    _USER.DefWindowProcW.argtypes = (wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM)
    _USER.DefWindowProcW.restype = _RESULT
    _USER.CreateWindowExW.argtypes = (
        wintypes.DWORD,
        wintypes.LPCWSTR,
        wintypes.LPCWSTR,
        wintypes.DWORD,
        *(ctypes.c_int,) * 4,
        *(wintypes.HANDLE,) * 3,
        wintypes.LPVOID,
    )
    _USER.CreateWindowExW.restype = wintypes.HWND
    _USER.DestroyWindow.argtypes = (wintypes.HWND,)
    _USER.RegisterClassW.argtypes = (ctypes.POINTER(_WindowClass),)
    _USER.UnregisterClassW.argtypes = (wintypes.LPCWSTR, wintypes.HANDLE)
    _USER.SetTimer.argtypes = (wintypes.HWND, ctypes.c_size_t, wintypes.UINT, wintypes.LPVOID)
    _USER.SetTimer.restype = ctypes.c_size_t
    _USER.SetWinEventHook.argtypes = (
        wintypes.DWORD,
        wintypes.DWORD,
        wintypes.HANDLE,
        _HOOK,
        wintypes.DWORD,
        wintypes.DWORD,
        wintypes.DWORD,
    )
    _USER.SetWinEventHook.restype = wintypes.HANDLE
    _USER.UnhookWinEvent.argtypes = (wintypes.HANDLE,)
    _USER.GetMessageW.argtypes = (wintypes.LPMSG, wintypes.HWND, wintypes.UINT, wintypes.UINT)
    _USER.DispatchMessageW.argtypes = (wintypes.LPMSG,)
    _USER.PostThreadMessageW.argtypes = (wintypes.DWORD, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM)
    _KERNEL.GetModuleHandleW.argtypes = (wintypes.LPCWSTR,)
    _KERNEL.GetModuleHandleW.restype = wintypes.HANDLE
    _KERNEL.GetCurrentThreadId.restype = wintypes.DWORD
    _SESSIONS.WTSRegisterSessionNotification.argtypes = (wintypes.HWND, wintypes.DWORD)
    _SESSIONS.WTSUnRegisterSessionNotification.argtypes = (wintypes.HWND,)

    class MessagePump:
        """One hidden window, two hooks and a timer, from run to stop."""

        def __init__(self, follower: WindowsFollower) -> None:
            self._follower = follower
            # Windows calls these while the pump runs, so they must not be collected before it ends.
            self._procedure = _PROCEDURE(self._receive)
            self._hook = _HOOK(self._hear)
            self._ready = Event()
            self._thread = 0
            self._window = 0

        def run(self) -> None:
            """Work until told to stop; raises OSError where Windows refuses the window or the hooks."""
            self._thread = int(_KERNEL.GetCurrentThreadId())
            # The first look makes the thread's message queue, which stop needs.
            _USER.PeekMessageW(ctypes.byref(wintypes.MSG()), None, 0, 0, 0)
            self._ready.set()
            instance = _KERNEL.GetModuleHandleW(None)
            look = _WindowClass(lpfnWndProc=self._procedure, hInstance=instance, lpszClassName=_CLASS)
            if not _USER.RegisterClassW(ctypes.byref(look)):
                raise ctypes.WinError(ctypes.get_last_error())
            try:
                self._serve(instance)
            finally:
                _USER.UnregisterClassW(_CLASS, instance)

        def stop(self) -> None:
            """End run, from any thread; a pump that is starting ends as soon as it has started."""
            self._ready.wait(timeout=5)
            _USER.PostThreadMessageW(self._thread, _QUIT, 0, 0)

        def _serve(self, instance: int) -> None:
            # Top-level though never shown: a message-only window hears no broadcasts, and suspend is one.
            self._window = int(_USER.CreateWindowExW(0, _CLASS, _CLASS, 0, 0, 0, 0, 0, None, None, instance, None) or 0)
            if not self._window:
                raise ctypes.WinError(ctypes.get_last_error())
            hooks = [self._hooked(event) for event in (_FOREGROUND, _NAME_CHANGE)]
            try:
                if not all(hooks):
                    raise ctypes.WinError(ctypes.get_last_error())
                _SESSIONS.WTSRegisterSessionNotification(self._window, _THIS_SESSION)
                self._aim(self._follower.begin())
                _pass_messages_on()
            finally:
                for hook in filter(None, hooks):
                    _USER.UnhookWinEvent(hook)
                _SESSIONS.WTSUnRegisterSessionNotification(self._window)
                _USER.DestroyWindow(self._window)

        def _hooked(self, event: int) -> int:
            return int(_USER.SetWinEventHook(event, event, None, self._hook, 0, 0, _OUT_OF_CONTEXT) or 0)

        def _aim(self, wait_ms: int) -> None:
            _USER.SetTimer(self._window, _IDLE_TIMER, wait_ms, None)

        def _receive(self, window: int, message: int, wide: int, long: int) -> int:
            if message == _TIMER:
                self._aim(self._follower.look_at_idle())
            elif message == _SESSION:
                self._follower.session_changed(wide)
            elif message == _POWER:
                self._follower.power_changed(wide)
            else:
                return int(_USER.DefWindowProcW(window, message, wide, long))
            return 1

        def _hear(self, _hook: int, event: int, window: int, thing: int, child: int, _thread: int, _time: int) -> None:
            if event == _FOREGROUND:
                self._follower.foreground_changed()
            else:
                self._follower.name_changed(window or 0, thing, child)

    def _pass_messages_on() -> None:
        message = wintypes.MSG()
        while _USER.GetMessageW(ctypes.byref(message), None, 0, 0) > 0:
            _USER.DispatchMessageW(ctypes.byref(message))
