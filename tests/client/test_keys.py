"""Who opens an office, who does not, and what a lost password or keyring costs: never the work."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from sync.client import key_file, recovery_code
from sync.client.durable_file import write_durably
from sync.client.key_file import KEY_FILE, KEY_FILE_COPY, ClerkSlot, KeyFileDamaged, KeyFileMissing, KeyFileTooNew
from sync.client.keys import (
    ClerkExists,
    KeyringLost,
    LastClerk,
    NewClerk,
    OfficeKeys,
    UnknownClerk,
    WrongPassword,
)
from sync.client.recovery_code import WrongRecoveryCode
from sync.storage.errors import DiskFull
from tests.client.offices import AMINA, BRAHIM, CHEAP, CLERKS, Keyring


@pytest.fixture
def keyring() -> Keyring:
    """A keyring that works."""
    return Keyring()


@pytest.fixture
def keys(tmp_path: Path, keyring: Keyring) -> OfficeKeys:
    """Keys of a folder, not yet created."""
    return OfficeKeys(tmp_path, keyring, CHEAP)


def test_each_clerk_opens_the_same_data_key_and_her_own_signing_key(keys: OfficeKeys) -> None:
    data_key, _ = keys.create(CLERKS)
    amina, brahim = (keys.unlock(c.clerk_id, c.password) for c in CLERKS)
    assert amina.data_key == brahim.data_key == data_key
    assert amina.next_key is None
    assert amina.signing_key is not None
    assert brahim.signing_key is not None
    assert amina.signing_key.public != brahim.signing_key.public


def test_the_sign_in_list_is_read_without_loading_anything_heavy(keys: OfficeKeys, tmp_path: Path) -> None:
    keys.create(CLERKS)
    assert key_file.clerks(tmp_path) == [ClerkSlot(c.clerk_id, c.name_ar, c.name_la) for c in CLERKS]
    heavy = "{'sqlalchemy', 'cryptography', 'msgspec', 'keyring', 'sqlcipher3'}"
    program = (
        "import sys, sync.client.key_file; "
        f"sys.exit(str({heavy} & set(sys.modules)) if {heavy} & set(sys.modules) else 0)"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)


@pytest.mark.parametrize("clerk_id", [AMINA.clerk_id, 99], ids=["wrong password", "unknown clerk"])
def test_a_wrong_password_and_an_unknown_clerk_get_the_same_answer(keys: OfficeKeys, clerk_id: int) -> None:
    keys.create(CLERKS)
    with pytest.raises(WrongPassword) as refused:
        keys.unlock(clerk_id, BRAHIM.password)
    assert refused.value.code == "wrong_password"


def test_a_password_is_the_same_however_the_keyboard_composes_its_letters(keys: OfficeKeys) -> None:
    composed, decomposed = "\u0622\u00e9 1", "\u0627\u0653e\u0301 1"
    keys.create([replace(AMINA, password=composed)])
    keys.unlock(AMINA.clerk_id, decomposed)


def test_the_keyring_alone_opens_nothing(keys: OfficeKeys, keyring: Keyring) -> None:
    keys.create(CLERKS)
    assert len(keyring.kept) == len(CLERKS)
    for secret in keyring.kept.values():
        with pytest.raises(WrongPassword):
            keys.unlock(AMINA.clerk_id, secret)


def test_a_lost_keyring_is_told_and_the_recovery_code_mends_it(keys: OfficeKeys, keyring: Keyring) -> None:
    data_key, code = keys.create(CLERKS)
    keyring.kept.clear()
    with pytest.raises(KeyringLost) as lost:
        keys.unlock(AMINA.clerk_id, AMINA.password)
    assert lost.value.code == "keyring_lost"
    assert keys.unlock_with_recovery(code).data_key == data_key
    keys.reset_password(code, AMINA.clerk_id, "a new password")
    assert keys.unlock(AMINA.clerk_id, "a new password").data_key == data_key


def test_without_a_keyring_the_password_alone_opens(tmp_path: Path) -> None:
    keys = OfficeKeys(tmp_path, Keyring(works=False), CHEAP)
    data_key, _ = keys.create(CLERKS)
    assert keys.unlock(AMINA.clerk_id, AMINA.password).data_key == data_key


def test_a_keyring_that_only_pretends_never_becomes_part_of_a_key(tmp_path: Path) -> None:
    class Pretender(Keyring):
        def get(self, name: str) -> str | None:
            return None

    keys = OfficeKeys(tmp_path, Pretender(), CHEAP)
    data_key, _ = keys.create(CLERKS)
    assert keys.unlock(AMINA.clerk_id, AMINA.password).data_key == data_key


def test_a_changed_password_replaces_the_old_one_and_keeps_the_clerks_signature(
    keys: OfficeKeys, keyring: Keyring
) -> None:
    data_key, _ = keys.create(CLERKS)
    before = keys.unlock(AMINA.clerk_id, AMINA.password)
    with pytest.raises(WrongPassword):
        keys.change_password(AMINA.clerk_id, "not hers", "new words")
    keys.change_password(AMINA.clerk_id, AMINA.password, "new words")
    after = keys.unlock(AMINA.clerk_id, "new words")
    assert after.data_key == data_key
    assert before.signing_key is not None
    assert after.signing_key is not None
    assert after.signing_key.public == before.signing_key.public
    with pytest.raises(WrongPassword):
        keys.unlock(AMINA.clerk_id, AMINA.password)
    assert len(keyring.kept) == len(CLERKS), "the old secret left the keyring"


def test_a_clerk_is_added_with_nobody_elses_password(keys: OfficeKeys) -> None:
    data_key, code = keys.create([AMINA])
    keys.add_clerk(data_key, BRAHIM)
    assert keys.unlock(BRAHIM.clerk_id, BRAHIM.password).data_key == data_key
    assert keys.unlock_with_recovery(code).data_key == data_key
    with pytest.raises(ClerkExists):
        keys.add_clerk(data_key, BRAHIM)


def test_removing_a_clerk_seals_another_data_key_to_those_who_stay(keys: OfficeKeys, keyring: Keyring) -> None:
    data_key, code = keys.create(CLERKS)
    next_key = keys.begin_removal(data_key, BRAHIM.clerk_id)
    between = keys.unlock(AMINA.clerk_id, AMINA.password)
    assert (between.data_key, between.next_key) == (data_key, next_key)
    keys.finish_change()
    for opened in (keys.unlock(AMINA.clerk_id, AMINA.password), keys.unlock_with_recovery(code)):
        assert (opened.data_key, opened.next_key) == (next_key, None)
    with pytest.raises(WrongPassword):
        keys.unlock(BRAHIM.clerk_id, BRAHIM.password)
    assert len(keyring.kept) == 1


def test_the_last_clerk_and_a_stranger_cannot_be_removed(keys: OfficeKeys) -> None:
    data_key, _ = keys.create([AMINA])
    with pytest.raises(LastClerk):
        keys.begin_removal(data_key, AMINA.clerk_id)
    with pytest.raises(UnknownClerk):
        keys.begin_removal(data_key, BRAHIM.clerk_id)


def test_a_new_recovery_code_makes_the_old_one_worthless(keys: OfficeKeys) -> None:
    data_key, old = keys.create([AMINA])
    next_key, code = keys.begin_new_recovery(data_key)
    keys.finish_change()
    assert keys.unlock_with_recovery(code).data_key == next_key
    with pytest.raises(WrongRecoveryCode):
        keys.unlock_with_recovery(old)


def test_a_damaged_key_file_falls_back_to_its_copy(keys: OfficeKeys, tmp_path: Path) -> None:
    data_key, _ = keys.create(CLERKS)
    whole = (tmp_path / KEY_FILE).read_bytes()
    for damaged in (b"", whole[:-40], whole.replace(b'"clerk": 7', b'"clerk": 6'), b"\xff" * 100, b"[]"):
        (tmp_path / KEY_FILE).write_bytes(damaged)
        assert keys.unlock(AMINA.clerk_id, AMINA.password).data_key == data_key
    (tmp_path / KEY_FILE_COPY).write_bytes(b"{}")
    with pytest.raises(KeyFileDamaged):
        keys.unlock(AMINA.clerk_id, AMINA.password)


def test_a_key_file_that_is_missing_or_too_new_says_so(keys: OfficeKeys, tmp_path: Path) -> None:
    with pytest.raises(KeyFileMissing):
        key_file.clerks(tmp_path)
    keys.create(CLERKS)
    body = json.loads((tmp_path / KEY_FILE).read_bytes())
    (tmp_path / KEY_FILE).write_text(json.dumps(body | {"version": 2}))
    with pytest.raises(KeyFileTooNew):
        key_file.clerks(tmp_path)


def test_a_strangers_key_slipped_into_the_file_is_given_nothing(
    keys: OfficeKeys, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    data_key, _ = keys.create(CLERKS)
    elsewhere = tmp_path_factory.mktemp("stranger")
    OfficeKeys(elsewhere, Keyring(), CHEAP).create([NewClerk(66, "دخيل", "Intrus", "his own")])
    theirs, ours = key_file.load(elsewhere), key_file.load(tmp_path)
    key_file.save(tmp_path, replace(ours, slots=(*ours.slots, *theirs.slots)))
    for forbidden in (
        lambda: keys.begin_removal(data_key, BRAHIM.clerk_id),
        lambda: keys.add_clerk(data_key, NewClerk(9, "س", "S", "words")),
        lambda: keys.unlock(AMINA.clerk_id, AMINA.password),
    ):
        with pytest.raises(KeyFileDamaged):
            forbidden()


def test_a_slot_moved_to_another_clerk_opens_nothing(keys: OfficeKeys, tmp_path: Path) -> None:
    keys.create(CLERKS)
    file = key_file.load(tmp_path)
    amina, brahim = file.slots
    swapped = (replace(amina, clerk=brahim.clerk), replace(brahim, clerk=amina.clerk))
    key_file.save(tmp_path, replace(file, slots=swapped))
    with pytest.raises(WrongPassword):
        keys.unlock(AMINA.clerk_id, BRAHIM.password)


def test_secrets_stay_out_of_what_is_printed(keys: OfficeKeys) -> None:
    data_key, _ = keys.create([AMINA])
    shown = repr(keys.unlock(AMINA.clerk_id, AMINA.password)) + repr(AMINA)
    assert data_key.hex() not in shown
    assert repr(data_key) not in shown
    assert AMINA.password not in shown


class TestTheRecoveryCode:
    """Seven groups of five characters, read from paper."""

    def test_is_seven_groups_without_look_alikes_and_never_twice_the_same(self) -> None:
        codes = {recovery_code.new_code() for _ in range(50)}
        assert len(codes) == 50
        for code in codes:
            groups = code.split("-")
            assert [len(group) for group in groups] == [5] * 7
            assert not set("ILOU") & set(code)

    def test_is_stored_nowhere(self, keys: OfficeKeys, tmp_path: Path) -> None:
        _, code = keys.create([AMINA])
        secret = recovery_code.read(code)
        for path in tmp_path.iterdir():
            content = path.read_bytes()
            assert code.encode() not in content
            assert secret not in content
            assert secret.hex().encode() not in content

    def test_is_read_in_small_letters_with_any_spacing_and_with_look_alikes(self) -> None:
        secret = bytes(range(1, 17))
        code = recovery_code.written(secret)
        worse = code.lower().replace("-", "  ").replace("0", "o").replace("1", "l")
        assert recovery_code.read(worse) == secret
        assert recovery_code.read(f" {code.replace('-', '')} ") == secret

    def test_tells_the_group_of_a_typing_error(self) -> None:
        code = recovery_code.written(bytes(range(16)))
        told = 0
        for at, symbol in enumerate(code):
            if symbol == "-":
                continue
            other = recovery_code.ALPHABET[(recovery_code.ALPHABET.index(symbol) + 7) % 32]
            with pytest.raises(WrongRecoveryCode) as wrong:
                recovery_code.read(code[:at] + other + code[at + 1 :])
            assert wrong.value.code == "code_mistyped"
            told += wrong.value.group == at // 6 + 1
        assert told >= 32, "one in 32 errors passes its group's check and is found by the whole"

    @pytest.mark.parametrize("shorter", ["", "ABCDE", "7" * 34, "7" * 60, "؟؟؟؟؟"])
    def test_refuses_what_is_too_short_too_long_or_no_code(self, shorter: str) -> None:
        with pytest.raises(WrongRecoveryCode):
            recovery_code.read(shorter)

    def test_of_another_office_is_told_from_a_typing_error(self, keys: OfficeKeys) -> None:
        keys.create([AMINA])
        with pytest.raises(WrongRecoveryCode) as wrong:
            keys.unlock_with_recovery(recovery_code.new_code())
        assert wrong.value.code == "code_of_another_office"


class TestAtomicWriting:
    """A small file is the old one or the new one."""

    def test_keeps_the_old_content_when_the_new_one_cannot_be_put_in_place(self, tmp_path: Path) -> None:
        path = tmp_path / KEY_FILE
        write_durably(path, b"old")
        (tmp_path / f"{KEY_FILE}.new").mkdir()
        with pytest.raises(OSError, match=r"keys\.json\.new"):
            write_durably(path, b"new")
        assert path.read_bytes() == b"old"

    def test_says_that_the_disk_is_full(self, tmp_path: Path) -> None:
        write_durably(tmp_path / KEY_FILE, b"old")
        (tmp_path / f"{KEY_FILE}.new").symlink_to("/dev/full")
        with pytest.raises(DiskFull):
            write_durably(tmp_path / KEY_FILE, b"new")
        assert (tmp_path / KEY_FILE).read_bytes() == b"old"

    def test_lets_nobody_else_read_it(self, tmp_path: Path) -> None:
        write_durably(tmp_path / KEY_FILE, b"new")
        assert (tmp_path / KEY_FILE).stat().st_mode & 0o077 == 0
