"""What the tests of reports are given: a programme that certifies, a lead who signs, fonts and words."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from pypdfium2 import PdfDocument

from monitor_app.base import Randomness, Words, installed_resources, speak
from monitor_app.crypto import (
    FoundedRoot,
    Holder,
    check_phrase,
    document_certificate,
    document_signer,
    fingerprint,
    found_root,
    new_signing_key,
)
from monitor_app.reports import ReportContent, content_hash, render, sign_pdf

RESOURCES = installed_resources()
SIGNED_AT = datetime(2026, 11, 20, 15, 4, 5, tzinfo=UTC)


def replayed(seed: str) -> Randomness:
    asked = 0

    def give(count: int) -> bytes:
        nonlocal asked
        asked += 1
        return hashlib.shake_256(f"{seed} {asked}".encode()).digest(count)

    return give


@dataclass(frozen=True, slots=True)
class Lead:
    """A team lead with a document certificate under a programme."""

    root: FoundedRoot
    certificate: bytes
    hand: Callable[[bytes, str], bytes]

    @property
    def chain(self) -> tuple[bytes, bytes]:
        return self.root.issuing_cert_der, self.root.root_cert_der

    def named_in(self, content: ReportContent) -> ReportContent:
        signer = content.signer
        assert signer is not None
        return replace(content, signer=replace(signer, fingerprint=fingerprint(self.certificate).hex()))


def lead(programme: str = "Harbour", name: str = "A. Specimen") -> Lead:
    randomness = replayed(programme + name)
    root = found_root(programme, "Harbour Society", SIGNED_AT, randomness)
    key = new_signing_key(randomness)
    certificate = document_certificate(
        root.issuer(), Holder(name, "Harbour Society", key.public), SIGNED_AT, randomness
    )
    return Lead(root, certificate, document_signer(key.private))


def words_for(content: ReportContent) -> Words:
    return speak(content.language, RESOURCES)


def rendered(content: ReportContent, page_size: str = "letter") -> bytes:
    phrase = check_phrase(content_hash(content), content.language)
    return render(content, words_for(content), RESOURCES, check_phrase=phrase, page_size=page_size)  # type: ignore[arg-type]


def signed(content: ReportContent, by: Lead) -> bytes:
    return sign_pdf(
        rendered(by.named_in(content)),
        signer_certificate_der=by.certificate,
        chain_ders=by.chain,
        sign_raw=by.hand,
        at=SIGNED_AT,
        reason="Report approved",
    )


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page, lines joined by one space."""
    document = PdfDocument(pdf)
    try:
        return [" ".join(document[i].get_textpage().get_text_bounded().split()) for i in range(len(document))]
    finally:
        document.close()
