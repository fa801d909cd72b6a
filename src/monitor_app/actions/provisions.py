"""The standards library as this programme knows it: a coordinator confirms or corrects a provision, with its source."""

from __future__ import annotations

from monitor_app.actions.people import members
from monitor_app.actions.records import records
from monitor_app.actions.write import put
from monitor_app.base import Canonical, EntityId, Problem, sha256
from monitor_app.base.problems import work as problems
from monitor_app.monitoring import Kind
from monitor_app.standards import Correction, Library
from monitor_app.vault import Changes, Vault


def corrected(vault: Vault, library: Library) -> Library:
    """The library with this programme's confirmations and corrections."""
    labels = {member.id: member.label for member in members(vault).values()}
    corrections = {}
    for r in records(vault, vault.identity.programme, Kind.PROVISION):
        if not r.text("key") or not r.text("source"):
            continue
        corrections[r.text("key")] = Correction(
            source=r.text("source"),
            date=r.text("date"),
            by=labels.get(r.written["source"].author, ""),
            paraphrase_en=r.text("paraphrase.en") or None,
            paraphrase_fr=r.text("paraphrase.fr") or None,
            ref_en=r.text("ref.en") or None,
            ref_fr=r.text("ref.fr") or None,
            confirmed_fr=r.true("confirmed_fr"),
        )
    return library.with_corrections(corrections)


def confirm_provision(vault: Vault, key: str, source: str, correction: dict[str, str], confirmed_fr: bool) -> Changes:
    """Confirms a provision as checked in its text today; `correction` may hold paraphrase.en, paraphrase.fr, ref.en,
    ref.fr. Raises Problem work.reason-needed without a source, work.not-allowed for anybody but a coordinator."""
    if not source.strip():
        raise Problem(problems.REASON_NEEDED)
    values: dict[str, Canonical] = {
        "key": key,
        "source": source.strip(),
        "date": vault.clock.now().date().isoformat(),
        "confirmed_fr": confirmed_fr,
        **{name: text for name, text in correction.items() if name in _TEXTS and text.strip()},
    }
    return put(
        vault, vault.identity.programme, Kind.PROVISION, EntityId(sha256(b"provision", key.encode())[:16]), values
    )


_TEXTS = frozenset({"paraphrase.en", "paraphrase.fr", "ref.en", "ref.fr"})
