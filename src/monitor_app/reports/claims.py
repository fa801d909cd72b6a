"""Claims: what an intact report says about itself: the attached content, and the hash printed on its last page."""

from __future__ import annotations

import json
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from pypdfium2 import PdfDocument

from monitor_app.base import sha256
from monitor_app.reports.content import FORMAT

ATTACHMENT = "visit-report.json"
_LARGEST = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Claims:
    """From the attachment; `hash_matches`: its SHA-256 is the one printed on the last page, and the certificate named
    in it is the signer's."""

    number: str
    version: int
    role: str | None
    content_hash: str
    hash_matches: bool


def claims_of(pdf: bytes, fingerprint: str) -> Claims | None:
    """None where the file carries no content of ours."""
    with pikepdf.open(BytesIO(pdf)) as file:
        if ATTACHMENT not in file.attachments:
            return None
        data = file.attachments[ATTACHMENT].get_file().read_bytes()
    if len(data) > _LARGEST:
        return None
    content = json.loads(data)
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        return None
    signer = content.get("signer")
    signer = signer if isinstance(signer, dict) else {}
    digest = sha256(data).hex()
    named = str(signer.get("fingerprint", "")).lower() == fingerprint
    role = signer.get("role")
    return Claims(
        str(content["number"]),
        int(content["version"]),
        str(role) if role else None,
        digest,
        named and digest in _last_page(pdf),
    )


def _last_page(pdf: bytes) -> str:
    """The text of the last page without spaces, in small letters."""
    document = PdfDocument(pdf)
    try:
        text = document[len(document) - 1].get_textpage().get_text_bounded()
    finally:
        document.close()
    return "".join(str(text).lower().split())
