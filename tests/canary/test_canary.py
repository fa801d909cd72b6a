"""Nothing readable ever touches the disk outside the vault: 64 words are typed, and none of them is found again."""

from __future__ import annotations

import base64
import random
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from tests.canary.life import Left, live
from tests.canary.words import FIELDS, STEM, canaries, stands_in

SEED = random.SystemRandom().randrange(2**32)
NEVER_KEPT = {
    "passphrase",
    "new_passphrase",
    "last_passphrase",
    "wrong_passphrase",
    "wrong_sheet",
    "other_passphrase",
    "search",
}
"""What a person types to open, and to look for, is not even in the vault."""
NEVER_PRINTED = NEVER_KEPT | {
    "drafted_note",
    "unfinished_note",
    "typed_note",
    "cleared",
    "quick_note",
    "changed_quick_note",
    "removed_quick_note",
    "comment",
    "finding_comment",
    "resolved_comment",
    "withdrawn",
    "reopening",
    "place_note",
    "title_fr",
    "text_fr",
    "advice_fr",
}


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Left:
    """A whole life, lived once."""
    made = live(tmp_path_factory.mktemp("canary"), SEED)
    assert made.code == 0, made.said.decode(errors="replace")[-4000:]
    return made


def test_no_word_is_found_outside_the_vault(left: Left) -> None:
    word = canaries(SEED)
    assert len(word) == 64
    assert left.written >= set(FIELDS) - NEVER_KEPT, "every word was really written"
    assert not left.written & NEVER_KEPT
    places = list(left.places())
    assert sum(len(data) for _, data in places) > 5_000_000
    assert {name.rpartition("/")[2] for name, _ in places} >= {"vault.db", "vault.slots", "profiles.json"}
    found = [name for name, data in places if stands_in(data, STEM)]
    assert not found
    secrets = [(secret, name) for secret in left.secrets for name, data in places if stands_in(data, secret.lower())]
    assert len(left.secrets) >= 6
    assert not [name for _, name in secrets]


def test_nothing_was_written_but_vaults_backups_and_what_was_asked_for(left: Left) -> None:
    if not left.opened:
        pytest.skip("strace is not installed: what was written and taken away again cannot be seen")
    settings = left.home / "config" / "monitor-app"
    asked_for = (left.room / "data", left.room / "stick", left.room / "outside", settings)
    strange = [
        path
        for path in left.opened
        if path != left.room
        and not any(place in (path, *path.parents) for place in asked_for)
        and not str(path).startswith(("/dev/", "/proc/"))
    ]
    assert not strange
    assert left.room / "data" / "profile" / "vault.db" in left.opened
    assert {path.name for path in left.opened if settings in path.parents} == {"profiles.json.new"}
    kinds = (
        "vault.db",
        "vault.db-journal",
        "vault.db-wal",
        "vault.lock",
        "vault.reserve.new",
        "vault.slots",
        "vault.slots.2",
    )
    names = {path.name for path in left.opened if path.suffix and left.room / "data" in path.parents}
    assert names <= {*kinds, "vault.slots.new", "vault.slots.2.new"}


def test_the_one_file_outside_the_vaults_names_folders_only(left: Left) -> None:
    (kept,) = (left.home / "config").rglob("*.json")
    assert kept.name == "profiles.json"
    assert str(left.room / "data" / "profile") in kept.read_text(encoding="utf-8")
    assert [path.name for path in left.home.rglob("*") if path.is_file()] == ["profiles.json"]


def test_the_report_taken_outside_holds_what_it_should_and_no_more(left: Left) -> None:
    word = canaries(SEED)
    report = (left.room / "outside" / "report.pdf").read_bytes()
    held = _everything_in(report)
    for name in ("title", "text", "advice", "summary", "method", "limits", "outcome_reason", "person", "place"):
        assert stands_in(held, word[name]), name
    assert [name for name in NEVER_PRINTED if stands_in(held, word[name])] == []
    assert not any(stands_in(held, secret.lower()) for secret in left.secrets)


def _everything_in(pdf: bytes) -> bytes:
    """Text of the pages, and every stream and string of the file, unpacked."""
    text = "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf))
    opened = pikepdf.open(BytesIO(pdf))
    parts = [text.replace("\r\n", "").encode(), text.encode()]
    for one in opened.objects:
        if isinstance(one, pikepdf.Stream):
            try:
                parts.append(one.read_bytes())
            except pikepdf.PdfError:
                parts.append(one.read_raw_bytes())
        else:
            parts.append(repr(one).encode())
    return b"\n".join(parts)


@pytest.mark.parametrize("leak", ["utf-8", "utf-16-le", "utf-16-be", "hex", "base64", "capitals", "name", "said"])
def test_a_planted_leak_is_found(leak: str, tmp_path: Path) -> None:
    word = canaries(1)["note"]
    made = Left(tmp_path / "room", tmp_path / "home", b"", 0, (), frozenset(), frozenset())
    (made.room / "outside").mkdir(parents=True)
    made.home.mkdir()
    (made.room / "outside" / "report.pdf").write_text(word)
    assert not any(stands_in(data, STEM) for _, data in made.places())
    hidden = {
        "hex": word.encode().hex().upper().encode(),
        "base64": base64.b64encode(b"so: " + word.encode() + b"."),
        "capitals": word.upper().encode(),
        "name": b"",
        "said": b"",
    }
    content = hidden[leak] if leak in hidden else word.encode(leak)
    (made.home / (word if leak == "name" else ".cache")).write_bytes(b"\0\x07" + content)
    if leak == "said":
        made = Left(made.room, made.home, f"error: {word}".encode(), 0, (), frozenset(), frozenset())
    assert any(stands_in(data, STEM) for _, data in made.places())
