"""Profiles: the only file outside a vault; broken or hostile, it never keeps anybody out."""

from pathlib import Path

import pytest

from monitor_app.base import Problem
from monitor_app.vault import Profile, Profiles, read_profiles, write_profiles


def test_what_is_kept_is_read_again(tmp_path):
    kept = Profiles("fr", 150, (Profile(tmp_path / "a", "Profile A"), Profile(tmp_path / "b", "Training", True)))
    write_profiles(tmp_path, kept)
    assert read_profiles(tmp_path) == kept


def test_a_profile_of_the_same_folder_is_replaced_and_stands_first(tmp_path):
    kept = Profiles().with_profile(Profile(tmp_path / "a", "Old")).with_profile(Profile(tmp_path / "b", "B"))
    assert [one.label for one in kept.with_profile(Profile(tmp_path / "a", "New")).profiles] == ["New", "B"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 60_000,
        b'{"language": "xx", "text_size": 900, "profiles": 3}',
        b'{"profiles": [1, {}, {"folder": "relative", "label": "x"}, {"folder": 1, "label": "x"}]}',
    ],
)
def test_a_broken_or_hostile_file_reads_as_empty(tmp_path, data):
    (tmp_path / "profiles.json").write_bytes(data)
    assert read_profiles(tmp_path) == Profiles()


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(Problem, match=r"vault\.read-only"):
        write_profiles(Path(tmp_path / "file" / "below"), Profiles())
