"""Windows: a job object limits this process's memory, processor time and number of processes. Written, never run."""

from __future__ import annotations

import ctypes
import sys

MEMORY_BYTES = 1 << 30
CPU_SECONDS = 10
_TICKS_PER_SECOND = 10_000_000  # of 100 ns
_EXTENDED_LIMITS = 9
# Process time, number of processes, process memory, die on unhandled exceptions, end with the job's last handle.
_FLAGS = 0x0002 | 0x0008 | 0x0100 | 0x0400 | 0x2000


class _Basic(ctypes.Structure):
    _fields_ = (
        ("process_time", ctypes.c_int64), ("job_time", ctypes.c_int64), ("flags", ctypes.c_uint32),
        ("least_set", ctypes.c_size_t), ("largest_set", ctypes.c_size_t), ("processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t), ("priority", ctypes.c_uint32), ("scheduling", ctypes.c_uint32),
    )  # fmt: skip


class _Extended(ctypes.Structure):
    _fields_ = (
        ("basic", _Basic), ("counters", ctypes.c_uint64 * 6), ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t), ("peak_process", ctypes.c_size_t), ("peak_job", ctypes.c_size_t),
    )  # fmt: skip


def limit() -> tuple[bool, bool]:
    """Put this process into a job of its own; return whether memory and processor time are limited now."""
    if sys.platform != "win32":
        return False, False
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.CreateJobObjectW.restype = ctypes.c_void_p
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))  # stays open until the process ends
    limits = _Extended()
    limits.basic.flags = _FLAGS
    limits.basic.processes = 1
    limits.basic.process_time = CPU_SECONDS * _TICKS_PER_SECOND
    limits.process_memory = MEMORY_BYTES
    told = kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits))
    held = kernel.AssignProcessToJobObject(job, ctypes.c_void_p(kernel.GetCurrentProcess()))
    return bool(told and held), bool(told and held)
