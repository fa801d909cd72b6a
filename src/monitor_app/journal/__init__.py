"""Journal: the append-only record of every change, and the only truth of a vault. Pure: bytes and values, no disk.

Nouns: an *entry* is one change of one field, named by its *dot* (space, device, incarnation, number); a *chain* is the
entries of one incarnation of a device in one space, each naming the hash of the one before; a *register* is what a
field holds now, one value or several; a *frontier* says how far each chain of a space is held; a *segment* is a sealed,
signed run of a chain; a *wrap* is a key sealed to one recipient. The law of the bytes, with examples, is FORMAT.md.
"""

from typing import TYPE_CHECKING

from monitor_app.base.lazy_door import lazy_door

if TYPE_CHECKING:
    from monitor_app.journal.broken import Broken, NoKey
    from monitor_app.journal.chain import BEGINNING, Fault, Link, follow, next_entry, verify
    from monitor_app.journal.entry import (
        KINDS,
        MOST_VALUE_BYTES,
        PUT,
        SETTLE,
        Entry,
        NewerEntry,
        entry_hash,
        header_of,
        open_value,
    )
    from monitor_app.journal.names import NO_HASH, ChainId, Dot, Frontier, Mark
    from monitor_app.journal.purposes import segment_key, value_key
    from monitor_app.journal.register import Place, Register, merge, place_of, register_of
    from monitor_app.journal.segment import (
        KeyOf,
        Segment,
        SegmentHeader,
        Sign,
        Verify,
        make_segment,
        read_header,
        read_segment,
        segment_name,
    )
    from monitor_app.journal.wrap import (
        Purpose,
        RecipientKind,
        Wrap,
        WrapAbout,
        make_wrap,
        read_wrap,
        recovery_recipient,
    )
    from monitor_app.journal.writing import Mode, Standing, kind_of, overwritten_by, seen_by

__all__ = [
    "BEGINNING",
    "KINDS",
    "MOST_VALUE_BYTES",
    "NO_HASH",
    "PUT",
    "SETTLE",
    "Broken",
    "ChainId",
    "Dot",
    "Entry",
    "Fault",
    "Frontier",
    "KeyOf",
    "Link",
    "Mark",
    "Mode",
    "NewerEntry",
    "NoKey",
    "Place",
    "Purpose",
    "RecipientKind",
    "Register",
    "Segment",
    "SegmentHeader",
    "Sign",
    "Standing",
    "Verify",
    "Wrap",
    "WrapAbout",
    "entry_hash",
    "follow",
    "header_of",
    "kind_of",
    "make_segment",
    "make_wrap",
    "merge",
    "next_entry",
    "open_value",
    "overwritten_by",
    "place_of",
    "read_header",
    "read_segment",
    "read_wrap",
    "recovery_recipient",
    "register_of",
    "seen_by",
    "segment_key",
    "segment_name",
    "value_key",
    "verify",
]

__getattr__ = lazy_door(
    __name__,
    {
        "broken": (
            "Broken",
            "NoKey",
        ),
        "chain": (
            "BEGINNING",
            "Fault",
            "Link",
            "follow",
            "next_entry",
            "verify",
        ),
        "entry": (
            "KINDS",
            "MOST_VALUE_BYTES",
            "PUT",
            "SETTLE",
            "Entry",
            "NewerEntry",
            "entry_hash",
            "header_of",
            "open_value",
        ),
        "names": (
            "NO_HASH",
            "ChainId",
            "Dot",
            "Frontier",
            "Mark",
        ),
        "purposes": (
            "segment_key",
            "value_key",
        ),
        "register": (
            "Place",
            "Register",
            "merge",
            "place_of",
            "register_of",
        ),
        "segment": (
            "KeyOf",
            "Segment",
            "SegmentHeader",
            "Sign",
            "Verify",
            "make_segment",
            "read_header",
            "read_segment",
            "segment_name",
        ),
        "wrap": (
            "Purpose",
            "RecipientKind",
            "Wrap",
            "WrapAbout",
            "make_wrap",
            "read_wrap",
            "recovery_recipient",
        ),
        "writing": (
            "Mode",
            "Standing",
            "kind_of",
            "overwritten_by",
            "seen_by",
        ),
    },
)
