"""Encrypted figures: added up by somebody who cannot read them; and what is refused, with and without TenSEAL."""

from __future__ import annotations

import importlib.util
import json
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from helpers.team_room import MONDAY, Somebody, TeamRoom

from engine.domain.errors import UsageError
from engine.domain.sharing import GROUPS
from engine.domain.team import TeamState
from engine.sharing.team.encrypted_files import EncryptedKind, EncryptedPaper, keys_digest, paper_in, paper_text

HAS_TENSEAL = importlib.util.find_spec("tenseal") is not None
needs_tenseal = pytest.mark.skipif(not HAS_TENSEAL, reason="the extra encrypted-sums (TenSEAL) is not installed")


def paper(kind: EncryptedKind, content: bytes = b"x") -> EncryptedPaper:
    return EncryptedPaper(kind, "Team", MONDAY, keys_digest(b"x"), 1, content)


@pytest.mark.skipif(HAS_TENSEAL, reason="TenSEAL is installed")
def test_without_the_extra_it_says_how_to_get_it(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"kairos-desktop\[encrypted-sums\]"):
        Somebody("lead", {}).team.encrypted.keys("Team", MONDAY, tmp_path / "secret", tmp_path / "keys")
    assert list(tmp_path.iterdir()) == []


def test_files_read_back_and_spoilt_ones_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(paper_text(paper(EncryptedKind.FIGURES)))
    assert paper_in(file, EncryptedKind.FIGURES).content == b"x"
    with pytest.raises(UsageError, match="of the kind “figures”"):
        paper_in(file, EncryptedKind.SUM)
    told = json.loads(file.read_text())
    for change, words in (
        ({"people": 2}, "was changed"),
        ({"version": 2}, "newer Kairos"),
        ({"format": "other"}, "not a file of encrypted sums"),
    ):
        file.write_text(json.dumps({**told, **change}))
        with pytest.raises(UsageError, match=words):
            paper_in(file, EncryptedKind.FIGURES)
    bad = {**told, "groups": ["mine"]}
    del bad["digest"]
    digest = sha256(json.dumps(bad, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
    file.write_text(json.dumps({**bad, "digest": digest}))
    with pytest.raises(UsageError, match="never does"):
        paper_in(file, EncryptedKind.FIGURES)


def test_nothing_is_encrypted_while_sharing_is_off_or_the_week_goes_on(tmp_path: Path) -> None:
    keys = tmp_path / "keys"
    keys.write_bytes(paper_text(paper(EncryptedKind.KEYS)))
    one = Somebody("P", dict.fromkeys(GROUPS, 4), sharing=False)
    with pytest.raises(UsageError, match="share on"):
        one.team.encrypted.contribute(keys, tmp_path / "figures")
    one.sharing, one.today = True, MONDAY + timedelta(days=6)
    with pytest.raises(UsageError, match="Contribute afterwards"):
        one.team.encrypted.contribute(keys, tmp_path / "figures")
    assert [line.minutes for line in one.team.encrypted.figures(keys)] == [60] * len(GROUPS)


@needs_tenseal
def test_the_sum_opens_and_single_figures_do_not(tmp_path: Path) -> None:
    room = TeamRoom(tmp_path, 5)
    secret, keys, total = tmp_path / "secret", tmp_path / "keys", tmp_path / "sum"
    room.lead.team.encrypted.keys("Team", MONDAY, secret, keys)
    files = [tmp_path / one.name for one in room.people]
    for one, file in zip(room.people, files, strict=True):
        assert one.team.encrypted.contribute(keys, file).people == 1
    assert room.people[0].team.encrypted.contribute(keys, tmp_path / "again").size == files[0].stat().st_size
    assert (tmp_path / "again").read_bytes() == files[0].read_bytes()
    assert room.people[0].team.rounds()[0].state is TeamState.CONTRIBUTED
    anybody = Somebody("server", {}, sharing=False).team.encrypted
    assert anybody.add(keys, files, total).people == 5
    found = room.lead.team.encrypted.open(secret, total)
    hours = [sum((one.quarters[group] + 2) // 4 for one in room.people) for group in GROUPS]
    assert [line.minutes for line in found.lines] == [60 * one for one in hours]
    assert found.error < 1e-6
    with pytest.raises(UsageError, match="wanted is “sum”"):
        room.lead.team.encrypted.open(secret, files[0])
    with pytest.raises(UsageError, match="Only 4 contributed"):
        anybody.add(keys, files[:4], tmp_path / "few")
    with pytest.raises(UsageError, match="given twice"):
        anybody.add(keys, [*files, files[0]], tmp_path / "twice")
    with pytest.raises(UsageError, match="wanted is “keys”"):
        room.people[1].team.encrypted.contribute(secret, tmp_path / "wrong")


@needs_tenseal
def test_another_key_opens_nothing(tmp_path: Path) -> None:
    room = TeamRoom(tmp_path, 5)
    encrypted = room.lead.team.encrypted
    for name in ("one", "two"):
        encrypted.keys("Team", MONDAY, tmp_path / f"secret-{name}", tmp_path / f"keys-{name}")
    files = [one.team.encrypted.contribute(tmp_path / "keys-one", tmp_path / one.name).file for one in room.people]
    encrypted.add(tmp_path / "keys-one", files, tmp_path / "sum")
    with pytest.raises(UsageError, match="made with other keys"):
        encrypted.open(tmp_path / "secret-two", tmp_path / "sum")
    with pytest.raises(UsageError, match="made with other keys"):
        encrypted.add(tmp_path / "keys-two", files, tmp_path / "sum-two")
    junk = EncryptedPaper(
        EncryptedKind.SUM, "Team", MONDAY, paper_in(files[0], EncryptedKind.FIGURES).keys, 5, b"no such thing"
    )
    (tmp_path / "junk").write_bytes(paper_text(junk))
    with pytest.raises(UsageError, match="cannot be read"):
        encrypted.open(tmp_path / "secret-one", tmp_path / "junk")
