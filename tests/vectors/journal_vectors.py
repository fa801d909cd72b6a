"""Makes tests/vectors/journal.json: `python -m tests.vectors.journal_vectors`.

Only for a new version of the format: what is in the file today must be readable for ever. Entries are the same bytes at
every run; a segment depends on the build of zlib and a wrap on the library's chance, so those are only read.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import cbor2
from tests.journal.given import (
    ADA,
    AT_MS,
    BEN,
    KEY,
    KEY_ID,
    PROGRAMME,
    SIGNING,
    SPACE,
    Counted,
    Writer,
    chain,
    device,
    sign,
)

from monitor_app.base import Canonical, cbor_bytes
from monitor_app.crypto import kem_key, wrap
from monitor_app.journal import (
    Entry,
    Mark,
    Wrap,
    WrapAbout,
    entry_hash,
    make_segment,
    make_wrap,
    recovery_recipient,
    segment_key,
    segment_name,
    value_key,
)

FILE = Path(__file__).with_name("journal.json")
RECOVERY_SEED = bytes(range(100, 132))


def entries() -> dict[str, tuple[Entry, Canonical]]:
    """The example entries by name, with their values: two laptops in a visit's space."""
    far: tuple[Mark, ...] = ((device("C"), chain().incarnation, 41),)
    ada, ben = Writer(chain("D"), ADA), Writer(chain("E"), BEN)
    found: dict[str, tuple[Entry, Canonical]] = {}

    def write(name: str, writer: Writer, value: Canonical, **said: Any) -> Entry:
        found[name] = (writer.entry(value, frontier=far, **said), value)
        return found[name][0]

    first = write("first", ada, "met")
    write("replaced", ada, "not_met", overwrites=(first.dot.mark,))
    beside = write("beside", ben, "partly_met")
    write("note", ben, "Draps propres, d\u2019après l\u2019équipe.", field="/beds/clean#note")
    replaced = found["replaced"][0]
    marks = tuple(sorted((replaced.dot.mark, beside.dot.mark)))
    write("settled", ada, {"chosen": "partly_met", "why": None, "others": ["not_met"]}, kind="settle", overwrites=marks)
    write("unknown kind", ada, 7, kind="weave")
    return found


def refused() -> dict[str, str]:
    """Bytes that must be refused, by the rule they break."""
    good: list[Any] = json_items(entries()["first"][0])
    late: list[Any] = json_items(entries()["replaced"][0])
    mark: list[Any] = [device("E"), chain().incarnation, 1]
    own: list[Any] = [device("D"), chain().incarnation, 2]
    return {
        "an array of 15 items": cbor_bytes(good[:-1]).hex(),
        "an array of 17 items": cbor_bytes([*good, 0]).hex(),
        "a length that is not the shortest": (b"\x98\x10" + cbor_bytes(good)[1:]).hex(),
        "a byte too many": (cbor_bytes(good) + b"\0").hex(),
        "number 0": cbor_bytes([*good[:4], 0, *good[5:]]).hex(),
        "a first entry that names one before it": cbor_bytes([*good[:5], bytes([1]) * 32, *good[6:]]).hex(),
        "a second entry that names none": cbor_bytes([*late[:5], bytes(32), *late[6:]]).hex(),
        "marks out of order": cbor_bytes([*good[:11], [[*mark[:2], 2], mark], *good[12:]]).hex(),
        "a mark twice": cbor_bytes([*good[:11], [mark, mark], *good[12:]]).hex(),
        "a frontier that names a chain twice": cbor_bytes([*good[:12], [mark, [*mark[:2], 2]], *good[13:]]).hex(),
        "an entry that overwrites itself": cbor_bytes([*late[:11], [own], *late[12:]]).hex(),
        "an empty field name": cbor_bytes([*good[:10], "", *good[11:]]).hex(),
        "a value too short to be sealed": cbor_bytes([*good[:15], bytes(28)]).hex(),
    }


def json_items(entry: Entry) -> list[Any]:
    """The items of an entry, in order."""
    return [*_header(entry), entry.sealed]


def segment() -> tuple[bytes, list[str]]:
    """A segment of Ada's chain from its second entry on, and the names of the entries in it."""
    names = [name for name, (entry, _) in entries().items() if entry.chain == chain("D")][1:]
    raws = [entries()[name][0].to_bytes() for name in names]
    return make_segment(raws, (KEY_ID, KEY), sign, Counted("segment")), names


def wrapped() -> bytes:
    """The key of the vectors, wrapped to the recovery key."""
    public = kem_key(RECOVERY_SEED).public
    about = WrapAbout(SPACE, "epoch", 1, KEY_ID, "recovery", recovery_recipient(public))
    return make_wrap(Wrap(about, device("D"), AT_MS, wrap(public, KEY, about.info())), sign)


def newer() -> bytes:
    """An entry of a version nobody knows yet."""
    fixed: list[Any] = json_items(entries()["first"][0])[1:6]
    return cbor_bytes([2, *fixed, {"what": "it will hold"}])


def document() -> dict[str, Any]:
    """The whole file."""
    data, names = segment()
    made = entries()
    return {
        "about": "Vectors of src/monitor_app/journal/FORMAT.md. Byte strings are lower-case hex.",
        "key": {
            "id": KEY_ID.hex(),
            "key": KEY.hex(),
            "value_key": value_key(KEY).hex(),
            "segment_key": segment_key(KEY).hex(),
        },
        "journal_keys": {device(letter).hex(): SIGNING[letter].public.hex() for letter in ("D", "E")},
        "programme": PROGRAMME.hex(),
        "entries": {name: _said(entry, value) for name, (entry, value) in made.items()},
        "newer": newer().hex(),
        "refused": refused(),
        "register": {
            "of": ["first", "replaced", "beside", "settled"],
            "current_before_settling": [_mark(made["replaced"][0]), _mark(made["beside"][0])],
            "current": [_mark(made["settled"][0])],
        },
        "segment": {"bytes": data.hex(), "name": segment_name(data), "entries": names},
        "wrap": {"bytes": wrapped().hex(), "recipient_seed": RECOVERY_SEED.hex()},
    }


def _said(entry: Entry, value: Canonical) -> dict[str, Any]:
    raw = entry.to_bytes()
    return {
        "space": entry.space.hex(),
        "device": entry.device.hex(),
        "incarnation": entry.incarnation.hex(),
        "number": entry.number,
        "previous": entry.previous.hex(),
        "author": entry.author.hex(),
        "kind": entry.kind,
        "entity_kind": entry.entity_kind,
        "entity": entry.entity.hex(),
        "field": entry.field,
        "overwrites": [[d.hex(), i.hex(), n] for d, i, n in entry.overwrites],
        "frontier": [[d.hex(), i.hex(), n] for d, i, n in entry.frontier],
        "at_ms": entry.at_ms,
        "key_id": entry.key_id.hex(),
        "value": value,
        "header": entry.header_bytes().hex(),
        "sealed": entry.sealed.hex(),
        "bytes": raw.hex(),
        "hash": entry_hash(raw).hex(),
    }


def _header(entry: Entry) -> list[Any]:
    return list(cbor2.loads(entry.header_bytes()))


def _mark(entry: Entry) -> list[Any]:
    return [entry.device.hex(), entry.incarnation.hex(), entry.number]


if __name__ == "__main__":
    FILE.write_text(json.dumps(document(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"wrote {FILE.name}")
