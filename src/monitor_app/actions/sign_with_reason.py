"""Sign a report although points are left to look at: each is accepted with the one reason given, then signed."""

from __future__ import annotations

from monitor_app.actions.accept_check import accept_check
from monitor_app.actions.before_signing import before_signing
from monitor_app.actions.provisions import corrected
from monitor_app.actions.report_content import ReportWish, report_content
from monitor_app.actions.sign_report import Frozen, pack
from monitor_app.base import Resources, Words
from monitor_app.standards import Library
from monitor_app.vault import Vault


def pack_with_reason(
    vault: Vault, wish: ReportWish, passphrase: str, reason: str, library: Library, resources: Resources, words: Words
) -> Frozen:
    """`pack` of actions.sign_report with the programme's own library. `library` as it comes with the app, `words` speak
    the language of the wish. A wrong passphrase accepts nothing. Raises what `pack` and `accept_check` raise."""
    known = corrected(vault, library)
    if reason.strip():
        vault.confirm_passphrase(passphrase)
        content = report_content(vault, wish, known, words)
        for check in before_signing(vault, wish.space, content, known, resources, words):
            if check.open and not check.stops:
                accept_check(vault, wish.space, check, reason)
    return pack(vault, wish, passphrase, known, resources, words)
