"""Apps by the names of this computer, and time without one in the language asked for."""

from __future__ import annotations

from pathlib import Path

from engine.api.app_names import InstalledApps
from engine.domain.corrections import OFFLINE_APP


def test_time_away_from_the_machine_has_a_name_in_each_language(tmp_path: Path) -> None:
    apps = InstalledApps({"XDG_DATA_DIRS": str(tmp_path)})
    assert apps.names("zh_CN").name(OFFLINE_APP) == "离线"
    assert apps.names("en").name(OFFLINE_APP) == apps.names().name(OFFLINE_APP) == "Offline"
