"""A profile gets another key, or none: in steps, a crash between any two of which leaves it openable."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from engine.alone import profile_alone
from engine.domain.clock import Clock
from engine.domain.database_key import DatabaseKey
from engine.domain.errors import KeyNeeded, KeyringUnavailable, KeyWrong, NotEncrypted, StorageError
from engine.domain.key_slots import Finished, KeyStep, SlotKind
from engine.keys.kept import KeptKeys
from engine.keys.key_file import KeyFile, KeySet, Lock
from engine.keys.locksmith import Locksmith
from engine.keys.made_entries import MadeEntries
from engine.keys.passphrase import named_file, read_file
from engine.keys.typed import secret_of
from engine.paths import ProfilePaths
from engine.storage.database import Database
from engine.storage.encrypted_files import holds_encrypted
from engine.storage.header import examine
from engine.storage.tables import SCHEMA_VERSION
from engine.tracking.launch import start_recorder

_NOT_BEGUN = (
    "keys.json says that a change of the key was cut off, and this profile's key never began one. Nothing was changed. "
    "Put back the keys.json and the database of this profile."
)
Recrypt = Callable[[Path, DatabaseKey | None, DatabaseKey | None], object]


@dataclass(frozen=True, slots=True)
class KeyParts:
    """What Keys stand on. convert: gives the database another key. recrypt: does so to every backup in a folder.

    reseal: has what is kept outside the database sealed anew, for the profile that is given with its new key. made:
    what lies in the keyring of this profile.
    """

    kept: KeptKeys
    locksmith: Locksmith
    clock: Clock
    convert: Recrypt
    recrypt: Recrypt
    reseal: Callable[[ProfilePaths], object]
    made: MadeEntries


class KeyChange:
    """Changes the key of one profile. let_go: ends what this process started that has the database open."""

    def __init__(self, paths: ProfilePaths, database: Database, parts: KeyParts) -> None:
        self._paths, self._database, self._parts = paths, database, parts
        self.let_go: Callable[[], object] = lambda: None

    def replace(self, keys: KeyFile, new_key: DatabaseKey | None) -> None:
        """Write everything with another key. Until the file is in place all is as before; from then on it is new."""
        before, key, kept = self._parts.kept.load(), self._database.key, self._parts.kept
        begun_with = key or new_key
        try:
            kept.save(keys if begun_with is None else keys.begun_with(begun_with))
            with self._alone(new_key):
                self._parts.convert(self._paths.database, key, new_key)
                self._complete(keys, key, new_key)
        except BaseException:
            if not self._is_converted(new_key):
                kept.remove() if before is None else kept.save(before)
                self._forget_all(keys.then, but=keys.now)
            raise
        self._parts.reseal(replace(self._paths, key=new_key))

    def _complete(self, keys: KeyFile, key: DatabaseKey | None, new_key: DatabaseKey | None) -> None:
        """Do what is left once the database has the new key: the backups, keys.json, the keyring's old entry."""
        self._parts.recrypt(self._paths.backups, key, new_key)
        if keys.then is None:
            self._parts.kept.remove()
        else:
            self._parts.kept.save(KeyFile(keys.profile, keys.then))
        self._forget_all(keys.now, but=keys.then)

    def finish(self) -> Finished | None:
        """Complete a change that was cut off, or take it back where the database was not replaced yet.

        It touches the database no more. Returns what became of it, None where there was none.
        """
        keys, key = self._parts.kept.load(), self._database.key
        if keys is None or not keys.pending:
            if keys is None or key is None or any(one.fits(key) for one in keys.sets()):
                self._parts.kept.align()  # another profile's keys never take the copy's place
            return None
        done = True
        if key is not None and keys.then is not None and keys.then.fits(key):
            self._complete(keys, self._other_key(keys), key)
        elif key is None and keys.then is None:
            before = self._other_key(keys)
            if before is None or not keys.is_proven_by(before):
                raise NotEncrypted(_NOT_BEGUN)
            self._complete(keys, before, None)
        else:
            done = False
            self._take_back(keys)
        return Finished(_step(keys), done)

    def _take_back(self, keys: KeyFile) -> None:
        if keys.now is None:
            self._refuse_what_nobody_began(keys)
            self._parts.kept.remove()
        else:
            self._parts.kept.save(KeyFile(keys.profile, keys.now))
        self._forget_all(keys.then, but=keys.now)

    def _refuse_what_nobody_began(self, keys: KeyFile) -> None:
        """Keep wrapped keys that may be all that opens encrypted backups: forged, they would be thrown away."""
        if not holds_encrypted(self._paths.backups):
            return
        found = self._unlocked(keys)
        if found is None or not keys.is_proven_by(found):
            raise NotEncrypted(_NOT_BEGUN)

    def _other_key(self, keys: KeyFile) -> DatabaseKey | None:
        """Return the key the backups may still have."""
        if keys.now is None:
            return None
        try:
            found = self._unlocked(KeyFile(keys.profile, keys.now))
        except (KeyNeeded, KeyringUnavailable):
            found = None
        if found is None:
            raise KeyNeeded(
                "Backups still have the key from before, and the keyring does not open it. Give its passphrase or "
                "recovery code in a file: kairos keys finish --passphrase-file FILE"
            )
        return found

    def _unlocked(self, keys: KeyFile) -> DatabaseKey | None:
        """Open with the passphrase file this process was given, else with the keyring."""
        file = named_file()
        kinds = {lock.kind.value for one in keys.sets() for lock in one.locks}
        if file is not None and SlotKind.PASSPHRASE.value in kinds:
            with suppress(KeyWrong):
                return self._parts.locksmith.unlock(keys, secret_of(read_file(file), kinds))[0]
        return self._parts.locksmith.unlock(keys)[0]

    def _is_converted(self, new_key: DatabaseKey | None) -> bool:
        try:
            examine(self._paths.database, SCHEMA_VERSION, new_key)
        except StorageError:
            return False
        return True

    @contextmanager
    def _alone(self, new_key: DatabaseKey | None) -> Iterator[None]:
        with profile_alone(self._paths, restart=lambda folder: start_recorder(folder, new_key)):
            self.let_go()
            self._database.close()
            yield

    def _forget_all(self, keys: KeySet | None, *, but: KeySet | None) -> None:
        kept = {lock.entry for lock in but.locks} if but is not None else set()
        for lock in keys.locks if keys is not None else ():
            if lock.entry not in kept:
                self.forget(lock)

    def forget(self, lock: Lock) -> None:
        """Take a slot's secret out of the keyring; one that is locked keeps what opens nothing any more."""
        if lock.kind is SlotKind.KEYRING:
            with suppress(KeyringUnavailable):
                self._parts.locksmith.forget(lock.entry)
                self._parts.made.drop(lock.entry)

    def forget_unused(self) -> None:
        """Take out of the keyring what a change that was killed has left there; it opens nothing.

        Nothing goes where it is not sure that keys.json is this profile's: it may come back from elsewhere.
        """
        keys, key, made = self._parts.kept.load(), self._database.key, self._parts.made
        if keys is None if key is not None else holds_encrypted(self._paths.backups):
            return
        if keys is not None and (key is None or not any(one.fits(key) for one in keys.sets())):
            return
        used = {lock.entry for one in (keys.sets() if keys is not None else ()) for lock in one.locks if lock.entry}
        made.note(used)
        with suppress(KeyringUnavailable):
            for entry in set(made.all()) - used:
                self._parts.locksmith.forget(entry)
                made.drop(entry)


def _step(keys: KeyFile) -> KeyStep:
    if keys.now is None:
        return KeyStep.ENCRYPT
    return KeyStep.DECRYPT if keys.then is None else KeyStep.REKEY
