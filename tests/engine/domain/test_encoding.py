"""What a model is called."""

from __future__ import annotations

import pytest

from engine.domain.encoding import encoder_title


@pytest.mark.parametrize(
    ("folder", "title"),
    [
        ("/models/all-MiniLM-L6-v2", "all-MiniLM-L6-v2"),
        ("/models/all-MiniLM-L6-v2/", "all-MiniLM-L6-v2"),
        ("/c/models--some--multilingual-e5-small/snapshots/0a1b2c", "multilingual-e5-small"),
        ("/", ""),
        ("", ""),
    ],
)
def test_a_model_is_called_as_its_folder_or_as_a_download_cache_files_it(folder: str, title: str) -> None:
    assert encoder_title(folder) == title
