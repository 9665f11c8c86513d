"""Who can open a profile: encryption on and off, slots, another key. Calls take seconds: never on a GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from engine.api.key_change import KeyChange, KeyParts
from engine.domain.database_key import DatabaseKey
from engine.domain.errors import KeyringUnavailable, KeyWrong, UsageError
from engine.domain.key_slots import Encryption, Finished, Rekeyed, SlotKind
from engine.keys.key_file import KeyFile, KeySet, Lock, new_key, new_profile
from engine.keys.locksmith import Secret
from engine.keys.passphrase import normal
from engine.locks import ProcessLock

if TYPE_CHECKING:
    from engine.paths import ProfilePaths
    from engine.storage.database import Database

_NOT_THE_ONE = (
    "That is not the passphrase of this profile. To keep the passphrase, give it; or remove it first: "
    "kairos keys remove passphrase"
)
_NOT_ENCRYPTED = "This profile is not encrypted. Encrypt it first."


class Keys:
    """The keys of one profile. turn_on, turn_off and rekey need it alone; the engine has to be built anew after them.

    A crash at any instant leaves a profile that opens; finish, or the next change, completes what was cut off.
    Raises Storage errors, KeyringUnavailable, AlreadyRunning with what to close.
    """

    def __init__(self, paths: ProfilePaths, database: Database, parts: KeyParts) -> None:
        self._paths, self._database, self._parts = paths, database, parts
        self._change = KeyChange(paths, database, parts)
        self._shown: dict[str, Lock] = {}

    def before_replacing(self, let_go: Callable[[], object]) -> None:
        """Have this called before the file is replaced: it ends what this process started that has the file open."""
        self._change.let_go = let_go

    def state(self) -> Encryption:
        """Return whether the profile is encrypted, who can open it, and which keyring could be used here and now."""
        keys, on = self._parts.kept.load(), self._database.key is not None
        shown = self._present(keys) if keys is not None else None
        slots = tuple(lock.shown() for lock in shown.locks) if on and shown is not None else ()
        return Encryption(on, slots, self._parts.locksmith.keyring(), keys is not None and keys.pending)

    def wants_code(self) -> bool:
        """Return whether nothing but the keyring opens the profile: who loses that loses everything. Costs nothing."""
        keys = self._parts.kept.load() if self._database.key is not None else None
        if keys is None or keys.pending:
            return False
        return not any(lock.kept and lock.kind is not SlotKind.KEYRING for lock in self._present(keys).locks)

    def turn_on(self, *, keyring: bool, passphrase: str | None) -> str:
        """Encrypt the profile and everything kept of it; return the recovery code, to be shown once.

        Raises UsageError where neither keyring nor passphrase is to open it, or where it is encrypted already.
        """
        if not keyring and passphrase is None:
            raise UsageError("Choose the keyring, a passphrase, or both.")
        with self._changing():
            if self._database.key is not None:
                raise UsageError("It is encrypted already. What opens it: kairos keys list")
            profile, key, locks = new_profile(), new_key(), list[Lock]()
            if passphrase is not None:
                locks.append(self._by_passphrase(key, profile, passphrase))
            code_lock, code = self._by_code(key, profile)
            if keyring:
                locks.append(self._by_keyring(key, profile))
            then = KeySet.of_key(key, (*locks, code_lock))
            self._change.replace(KeyFile(profile, None, then, pending=True), key)
        return code

    def turn_off(self) -> None:
        """Decrypt the profile and everything kept of it: whoever can read the files can read the history then."""
        with self._changing():
            keys = self._on()
            self._change.replace(replace(keys, then=None, pending=True), None)

    def rekey(self, passphrase: str | None = None) -> Rekeyed:
        """Encrypt everything with another key: for the day somebody may have come by the old one.

        The keyring's slot and a new recovery code open it. The passphrase does where it is given again; its slot is
        dropped else, since the new key cannot be wrapped under what is not known. Raises KeyWrong for another one.
        """
        with self._changing():
            keys = self._on()
            now = self._present(keys)
            key, locks = new_key(), list[Lock]()
            if passphrase is not None:
                self._verify(keys, passphrase)
                locks.append(self._by_passphrase(key, keys.profile, passphrase))
            code_lock, code = self._by_code(key, keys.profile)
            if now.of(SlotKind.KEYRING) is not None:
                with suppress(KeyringUnavailable):
                    locks.append(self._by_keyring(key, keys.profile))
            then = KeySet.of_key(key, (*locks, code_lock))
            self._change.replace(replace(keys, then=then, pending=True), key)
        dropped = tuple(lock.kind for lock in now.locks if then.of(lock.kind) is None)
        return Rekeyed(code, dropped)

    def finish(self) -> Finished | None:
        """Complete a change of the key that was cut off, or take it back; return what became of it, None for none.

        Raises KeyNeeded where the other key is wanted for the backups and does not open by itself.
        """
        with self._changing(finishing=False):
            became = self._change.finish()
            self._change.forget_unused()
            return became

    def add_keyring(self) -> None:
        """Have the operating system's keyring open the profile; raises KeyringUnavailable."""
        self._add(self._by_keyring)

    def add_passphrase(self, text: str) -> None:
        """Have this passphrase open the profile, in place of one before; raises KeyWrong for an empty one."""
        self._add(lambda key, profile: self._by_passphrase(key, profile, text))

    def new_recovery_code(self) -> str:
        """Return a new recovery code, to be shown once; one before opens the profile until code_kept of this one."""
        with self._changing():
            keys = self._on()
            now = self._present(keys)
            lock, code = self._by_code(self._key(), keys.profile)
            if now.of(SlotKind.RECOVERY) is None:
                self._save(keys, now.with_lock(lock))
            else:  # somebody may rely on that one: this one is kept nowhere until somebody relies on it
                self._shown[code] = lock
        return code

    def code_kept(self, code: str = "") -> None:
        """Note that the person has kept this recovery code, "" for the one there is: it is not asked about again."""
        with self._changing():
            new = self._shown.pop(code, None)
            if new is not None:
                on = self._on()
                self._save(on, self._present(on).with_lock(replace(new, kept=True)))
                return
            keys = self._parts.kept.load()
            lock = keys.now.of(SlotKind.RECOVERY) if keys is not None and keys.now is not None else None
            if keys is not None and keys.now is not None and lock is not None:
                self._save(keys, keys.now.with_lock(replace(lock, kept=True)))

    def remove(self, kind: SlotKind) -> None:
        """Remove a slot; what the keyring kept for it is deleted there. The last one stays: UsageError."""
        with self._changing():
            keys = self._on()
            now = self._present(keys)
            lock = now.of(kind)
            if lock is None:
                raise UsageError("There is no such slot. What there is: kairos keys list")
            if not any(one.kept for one in now.without(kind).locks):
                raise UsageError("This is the last way to open the profile. Add another one first.")
            self._save(keys, now.without(kind))
            self._change.forget(lock)

    @contextmanager
    def _changing(self, *, finishing: bool = True) -> Iterator[None]:
        """Be the only one who changes keys; what was cut off before comes to its end first."""
        with ProcessLock(self._paths.keys_lock) as lock:
            lock.acquire_patiently(who="change of keys")
            if finishing:
                self._change.finish()
                self._change.forget_unused()
            yield

    # ------------------------------------------------------------ slots

    def _add(self, make: Callable[[DatabaseKey, str], Lock]) -> None:
        with self._changing():
            keys = self._on()
            now = self._present(keys)
            lock = make(self._key(), keys.profile)
            replaced = now.of(lock.kind)
            self._save(keys, now.with_lock(lock))
            if replaced is not None:
                self._change.forget(replaced)

    def _save(self, keys: KeyFile, now: KeySet) -> None:
        self._parts.kept.save(KeyFile(keys.profile, now))

    def _on(self) -> KeyFile:
        keys = self._parts.kept.load()
        if keys is None or self._database.key is None:
            raise UsageError(_NOT_ENCRYPTED)
        return keys

    def _key(self) -> DatabaseKey:
        if self._database.key is None:
            raise UsageError(_NOT_ENCRYPTED)
        return self._database.key

    def _present(self, keys: KeyFile) -> KeySet:
        """Return the slots of the key the database has."""
        key = self._database.key
        found = next((one for one in keys.sets() if key is None or one.fits(key)), None)
        if found is None:
            raise KeyWrong("keys.json holds another key than the one the database has. Put back a backup of it.")
        return found

    def _verify(self, keys: KeyFile, passphrase: str) -> None:
        now, secret = self._present(keys), Secret(passphrase=normal(passphrase))
        if now.of(SlotKind.PASSPHRASE) is None:
            return
        try:
            self._parts.locksmith.unlock(KeyFile(keys.profile, now), secret)
        except KeyWrong as cause:
            raise KeyWrong(_NOT_THE_ONE) from cause

    def _by_keyring(self, key: DatabaseKey, profile: str) -> Lock:
        return self._parts.locksmith.by_keyring(key, profile, self._now_ms(), self._parts.made.new())

    def _by_passphrase(self, key: DatabaseKey, profile: str, text: str) -> Lock:
        return self._parts.locksmith.by_passphrase(key, profile, self._now_ms(), normal(text))

    def _by_code(self, key: DatabaseKey, profile: str) -> tuple[Lock, str]:
        return self._parts.locksmith.by_code(key, profile, self._now_ms())

    def _now_ms(self) -> int:
        return self._parts.clock.now().wall_ms
