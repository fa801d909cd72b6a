"""This app against the vectors of the format: what it made once it makes and reads for ever."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.journal.given import KEY, verified
from tests.vectors.journal_vectors import FILE, document

from monitor_app.crypto import unwrap
from monitor_app.journal import Broken, Entry, NewerEntry, merge, read_segment, read_wrap, value_key

VECTORS: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))


def test_the_same_entries_are_still_made() -> None:
    made = document()
    for part in ("key", "journal_keys", "entries", "newer", "refused", "register"):
        assert made[part] == VECTORS[part]


def test_entries_are_read() -> None:
    for said in VECTORS["entries"].values():
        entry = Entry.parse(bytes.fromhex(said["bytes"]))
        if isinstance(entry, Entry):
            assert entry.value(value_key(KEY)) == said["value"]
        else:
            assert said["kind"] == entry.kind == "weave"
    assert isinstance(Entry.parse(bytes.fromhex(VECTORS["newer"])), NewerEntry)


@pytest.mark.parametrize("rule", sorted(VECTORS["refused"]))
def test_what_breaks_the_format_is_refused(rule: str) -> None:
    with pytest.raises(Broken):
        Entry.parse(bytes.fromhex(VECTORS["refused"][rule]))


def test_the_registers_hold_what_the_vectors_say() -> None:
    parsed = [Entry.parse(bytes.fromhex(VECTORS["entries"][name]["bytes"])) for name in VECTORS["register"]["of"]]
    (register,) = merge(entry for entry in parsed if isinstance(entry, Entry)).values()
    assert [[d.device.hex(), d.incarnation.hex(), d.number] for d in register.current] == VECTORS["register"]["current"]


def test_the_segment_and_the_wrap_are_read() -> None:
    read = read_segment(bytes.fromhex(VECTORS["segment"]["bytes"]), lambda _: KEY, verified)
    assert [raw.hex() for raw in read.raws] == [VECTORS["entries"][n]["bytes"] for n in VECTORS["segment"]["entries"]]
    wrap = read_wrap(bytes.fromhex(VECTORS["wrap"]["bytes"]), verified)
    assert unwrap(bytes.fromhex(VECTORS["wrap"]["recipient_seed"]), wrap.wrapped, wrap.about.info()) == KEY
