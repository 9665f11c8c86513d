"""What Kairos says of its own state to somebody else: numbers, choices of fixed lists and versions.

Redacted by construction: no field can hold a text of the person's. A text that comes from outside becomes one of a
list's values, or a version, or is not said at all; so no title, path, name of an app, a person or a computer gets in.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Self

from engine.domain.egress import ProcessRole
from engine.domain.health import RecorderState
from engine.domain.job_runs import JOBS, JobOutcome

_VERSION = re.compile(r"\d{1,8}(?:\.\d{1,8}){0,4}(?:[.+-]?(?:a|b|rc|post|dev|cpu|cu)\d{0,6}){0,2}")
_MODULE = re.compile(r"(?:engine|desktop_app)(?:\.[a-z0-9_]{1,40}){0,5}")
_PACKAGES = frozenset(
    (
        "PySide6-Essentials", "SQLAlchemy", "sqlcipher3", "alembic", "APScheduler", "psutil", "google-re2",
        "xcffib", "pywayland", "dbus-fast", "torch", "keyring", "numpy", "highspy",
    )
)  # fmt: skip
JOB_NAMES = tuple(plan.name for plan in JOBS)


class Choice(StrEnum):
    """A list of fixed words with OTHER for every other one."""

    @classmethod
    def told(cls, text: str) -> Self:
        """Return the word that the text is, OTHER where it is none of the list."""
        return cls(text) if text in set(cls) else cls("other")


class System(Choice):
    """The operating system."""

    LINUX = "linux"
    WINDOWS = "windows"
    MACOS = "darwin"
    OTHER = "other"


class Machine(Choice):
    """The processor's kind."""

    X86_64 = "x86_64"
    AMD64 = "amd64"
    ARM64 = "arm64"
    AARCH64 = "aarch64"
    OTHER = "other"


class Session(Choice):
    """The kind of desktop session."""

    X11 = "x11"
    WAYLAND = "wayland"
    WINDOWS = "windows"
    MACOS = "macos"
    NONE = "none"
    OTHER = "other"


class Backend(Choice):
    """What watches the desktop."""

    X11 = "x11"
    WLROOTS = "wlroots"
    COSMIC = "cosmic"
    KWIN = "kwin"
    GNOME = "gnome"
    WINDOWS = "windows"
    MACOS = "macos"
    NOTHING = ""
    OTHER = "other"


class DatabaseState(StrEnum):
    """How the database was found."""

    SOUND = "sound"
    BROKEN = "broken"
    NOT_MADE = "not made yet"
    LOCKED = "locked"
    WRONG_KEY = "opened by another key"
    FOREIGN = "no database of Kairos"
    NEWER = "of a newer Kairos"
    DAMAGED = "damaged"
    BUSY = "busy"
    FULL = "on a full disk"
    READ_ONLY = "not writable"
    UNUSABLE = "not usable"


class Place(StrEnum):
    """What of a profile is looked at, by our own word for it."""

    FOLDER = "folder"
    DATABASE = "database"
    HEARTBEAT = "heartbeat"
    SETTINGS = "settings"
    LOGS = "logs"
    BACKUPS = "backups"
    MODELS = "models"
    KEYS = "keys"


class Finding(StrEnum):
    """What somebody should do something about; each is a whole sentence of ours."""

    DATABASE = "The database cannot be used as it is."
    NOT_WRITABLE = "Something of the data cannot be written."
    READABLE_BY_OTHERS = "Something of the data can be read by other users of this computer."
    NO_WINDOWS = "This desktop does not tell which window is active."
    NO_TITLES = "This desktop tells no titles."
    NO_IDLE = "This desktop does not tell when nobody is there."
    NOT_SAVING = "The recorder sees, and cannot save what it sees."
    BLIND = "The recorder runs and cannot see the desktop."
    CONNECTIONS = "Something in a process of Kairos asked for a network connection; it was refused."
    JOB_FAILED = "Something that happens by itself failed the last time."


def version_told(text: str) -> str:
    """Return the text where it is a version and no more than that, else nothing."""
    return text if _VERSION.fullmatch(text) else ""


@dataclass(frozen=True, slots=True)
class DesktopFacts:
    """What can be seen here."""

    session: Session
    backend: Backend
    windows: bool
    titles: bool
    idle: bool
    lock: bool
    suspend: bool


@dataclass(frozen=True, slots=True)
class RecorderFacts:
    """How the recorder does. runs_s, silent_s: seconds since its start and its last sign of life, None for none."""

    state: RecorderState
    waiting: int = 0
    runs_s: int | None = None
    silent_s: int | None = None


@dataclass(frozen=True, slots=True)
class DatabaseFacts:
    """How the database is. faults: how many its own check found. encrypted: None where that cannot be told."""

    state: DatabaseState
    schema: str = ""
    faults: int = 0
    size_bytes: int = 0
    activities: int = 0
    sqlite: str = ""
    sqlcipher: str = ""
    encrypted: bool | None = None

    def __post_init__(self) -> None:
        for name in ("schema", "sqlite", "sqlcipher"):
            object.__setattr__(self, name, version_told(getattr(self, name)))


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """One file or folder. mode: its permissions as a number, None where there are none to tell."""

    place: Place
    exists: bool
    mode: int | None = None
    writable: bool = False
    owner_only: bool = True
    size_bytes: int = 0


@dataclass(frozen=True, slots=True)
class JobFacts:
    """One thing that happens by itself. job: its place in the list of them."""

    job: int
    outcome: JobOutcome | None
    runs: int

    @property
    def name(self) -> str:
        """Our own name for it."""
        return JOB_NAMES[self.job]


@dataclass(frozen=True, slots=True)
class LogFacts:
    """What one of our own modules logged; a name that could be anything else is not told."""

    module: str
    warnings: int
    errors: int

    def __post_init__(self) -> None:
        object.__setattr__(self, "module", self.module if _MODULE.fullmatch(self.module) else "")


@dataclass(frozen=True, slots=True)
class Diagnostics:
    """Everything that is said.

    packages: pairs of a name of ours and a version. network: attempts by kind of process, counted_days long.
    """

    kairos: str
    python: str
    system: System
    machine: Machine
    kernel: str
    desktop: DesktopFacts
    recorder: RecorderFacts
    database: DatabaseFacts
    places: tuple[PlaceFacts, ...]
    packages: tuple[tuple[str, str], ...] = ()
    network: tuple[tuple[ProcessRole, int], ...] = ()
    counted_days: int | None = None
    jobs: tuple[JobFacts, ...] = ()
    log: tuple[LogFacts, ...] = ()
    findings: tuple[Finding, ...] = ()

    def __post_init__(self) -> None:
        for name in ("kairos", "python", "kernel"):
            object.__setattr__(self, name, version_told(getattr(self, name)))
        known = tuple((name, version_told(version)) for name, version in self.packages if name in _PACKAGES)
        object.__setattr__(self, "packages", known)

    def to_json_able(self) -> dict[str, Any]:
        """Return it as plain lists, texts and numbers."""
        plain = asdict(self)
        plain["packages"] = dict(self.packages)
        plain["network"] = {role.value: many for role, many in self.network}
        plain["jobs"] = [{"name": one.name, "outcome": one.outcome, "runs": one.runs} for one in self.jobs]
        return plain
