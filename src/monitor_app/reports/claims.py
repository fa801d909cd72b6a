"""Claims: what an intact report says about itself: the attached content, and the hash printed on its last page."""

from __future__ import annotations

import json
import zlib
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
        data = _unpacked(file.attachments[ATTACHMENT].get_file().obj)
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


def _unpacked(stream: pikepdf.Object) -> bytes:
    """The attached bytes, never more than a report can have: a few kilobytes may unpack to gigabytes."""
    packed, filters = stream.read_raw_bytes(), stream.get("/Filter")
    named = [filters] if isinstance(filters, pikepdf.Name) else list(filters or [])
    if named != [pikepdf.Name.FlateDecode]:
        raise ValueError("not packed as we pack it")
    data = zlib.decompressobj().decompress(packed, _LARGEST + 1)
    if len(data) > _LARGEST:
        raise ValueError("larger than any report")
    return data


def _last_page(pdf: bytes) -> str:
    """The text of the last page without spaces, in small letters."""
    document = PdfDocument(pdf)
    try:
        text = document[len(document) - 1].get_textpage().get_text_bounded()
    finally:
        document.close()
    return "".join(str(text).lower().split())
