"""The only folder that names every concrete class: builds the engine and the recorder from their parts.

Imports stand inside the functions, so that the recorder does not load what only the window needs.
"""

from engine.bootstrap.desktop import build_doctor, desktop_gate
from engine.bootstrap.recorder import recording
from engine.bootstrap.whole import build_engine

__all__ = ["build_doctor", "build_engine", "desktop_gate", "recording"]
