"""Hostile files: whatever the bytes are there is a verdict, and nothing that differs from what was signed passes."""

import os
import zlib
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from asn1crypto import keys, x509
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.stamp import NoOpStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore
from tests.reports.given import SIGNED_AT, lead, rendered, replayed, signed
from tests.reports.sample import bare, refused

from monitor_app.base import Problem
from monitor_app.crypto import Holder, document_certificate, new_signing_key
from monitor_app.reports import canonical_json, render_pages, sign_pdf, verify_pdf

BY = lead()
ROOTS = [BY.root.root_cert_der]
STRIDE = int(os.environ.get("MONITOR_FLIP_STRIDE", "151"))
"""Every n-th byte is flipped; 1 flips them all (about ten minutes)."""


@pytest.fixture(scope="module")
def pdf():
    return signed(refused(), BY)


def codes(data: bytes) -> list[str]:
    verdict = verify_pdf(data, ROOTS)
    assert not verdict.confirmed
    assert verdict.reasons
    return [one.code.removeprefix("reports.verify.") for one in verdict.reasons]


def flipped(pdf: bytes, at: int, mask: int) -> bytes:
    data = bytearray(pdf)
    data[at] ^= mask
    return bytes(data)


def signature_gap(pdf: bytes) -> range:
    start = pdf.rindex(b"/Contents <") + len(b"/Contents ")
    return range(start, pdf.index(b">", start) + 1)


@pytest.mark.parametrize("offset", [0, 53, 97])
def test_a_flipped_byte_anywhere_is_detected(pdf, offset):
    for at in range(min(offset, STRIDE - 1), len(pdf), STRIDE):
        verdict = verify_pdf(flipped(pdf, at, 1 << at % 8))
        assert not verdict.unchanged, at


def test_a_flipped_bit_in_the_signature_itself_is_detected_also_where_no_digest_covers_it(pdf):
    gap = signature_gap(pdf)
    assert len(gap) > 4000
    for at in range(gap.start, gap.stop, max(1, STRIDE // 5)):
        for mask in (0x20, 0x01):
            assert not verify_pdf(flipped(pdf, at, mask)).unchanged, at


def test_small_letters_in_the_hex_digits_of_the_signature_are_another_file(pdf):
    gap = signature_gap(pdf)
    data = pdf[: gap.start] + pdf[gap.start : gap.stop].lower() + pdf[gap.stop :]
    assert data != pdf
    assert codes(data) == ["other-form"]


@pytest.mark.parametrize("keep", [0, 1, 9, 100, 5000, -1, -2, -30, -700])
def test_a_truncated_file_is_never_confirmed(pdf, keep):
    assert codes(pdf[:keep])


@pytest.mark.parametrize("more", [b"\n", b" ", b"\0", b"%%EOF", b"more" * 1000])
def test_bytes_after_the_end_are_noticed(pdf, more):
    assert codes(pdf + more)[0] in ("added", "changed")


def test_bytes_before_the_beginning_are_noticed(pdf):
    assert codes(b"\n" + pdf)
    assert codes(b"%PDF-1.7\n" + pdf)


def test_an_appended_page_is_noticed(pdf):
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    content = writer.add_object(generic.StreamObject(stream_data=b"BT (false) Tj ET"))
    page = generic.DictionaryObject(
        {
            generic.pdf_name("/Type"): generic.pdf_name("/Page"),
            generic.pdf_name("/Contents"): content,
            generic.pdf_name("/MediaBox"): generic.ArrayObject(map(generic.NumberObject, (0, 0, 612, 792))),
            generic.pdf_name("/Resources"): generic.DictionaryObject(),
        }
    )
    pages = writer.root["/Pages"]
    pages["/Kids"].append(writer.add_object(page))
    pages["/Count"] = generic.NumberObject(int(pages["/Count"]) + 1)
    writer.update_container(pages)
    target = BytesIO()
    writer.write(target)
    assert codes(target.getvalue()) == ["added"]


def test_a_page_swapped_by_an_update_is_noticed(pdf):
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    page[generic.pdf_name("/Contents")] = writer.add_object(generic.StreamObject(stream_data=b"BT (false) Tj ET"))
    writer.update_container(page)
    target = BytesIO()
    writer.write(target)
    assert codes(target.getvalue()) == ["added"]


def test_a_file_written_anew_has_lost_its_signature(pdf):
    target = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as file:
        file.save(target)
    assert codes(target.getvalue())[0] in ("changed", "added", "other-form")


def test_a_signature_moved_into_another_report_does_not_fit(pdf):
    other = signed(replace(refused(), version=2), BY)
    gap, there = signature_gap(pdf), signature_gap(other)
    assert len(gap) == len(there)
    moved = other[: there.start] + pdf[gap.start : gap.stop] + other[there.stop :]
    assert codes(moved) == ["changed"]


def test_a_byte_range_that_leaves_more_than_the_signature_open_is_noticed(pdf):
    text = pdf.decode("latin-1")
    start = text.rindex("/ByteRange")
    opened = text.index("[", start)
    closed = text.index("]", opened)
    first, before, after, rest = (int(part) for part in text[opened + 1 : closed].split())
    for changed in ((first, before - 1, after, rest), (first, before, after + 1, rest - 1), (1, before, after, rest)):
        said = f"[{' '.join(map(str, changed))}]".ljust(closed + 1 - opened)
        assert codes((text[:opened] + said + text[closed + 1 :]).encode("latin-1"))


def test_a_report_that_nobody_signed_says_so():
    assert codes(rendered(refused())) == ["not-signed"]
    assert codes(rendered(bare())) == ["not-signed"]
    verdict = verify_pdf(rendered(bare()))
    assert verdict.readable
    assert not verdict.signed


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0" * 1000,
        b"%PDF-",
        b"%PDF-1.7\n" + b"<<" * 5000,
        b"PK\x03\x04 a zip",
        "ünïcode".encode(),
        b"[" * 100_000,
    ],
    ids=["empty", "zeros", "head", "dictionaries", "zip", "text", "brackets"],
)
def test_what_is_no_pdf_is_called_so(data):
    assert codes(data) == ["not-a-pdf"]


def test_a_file_locked_with_a_password_is_called_so():
    target = BytesIO()
    with pikepdf.open(BytesIO(rendered(bare()))) as file:
        file.save(target, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert codes(target.getvalue()) == ["encrypted"]


def test_a_file_far_too_large_is_not_even_read():
    assert codes(bytes(128 * 1024 * 1024 + 1)) == ["too-large"]


def test_a_small_file_that_unpacks_to_gigabytes_ends_soon():
    bomb = zlib.compress(bytes(64 * 1024 * 1024), 9)
    for _ in range(2):
        bomb = zlib.compress(bomb, 9)
    stream = b"<< /Type /XRef /W [1 2 2] /Size 9 /Filter [/FlateDecode /FlateDecode /FlateDecode] /Length %d >>" % len(
        bomb
    )
    body = b"%PDF-1.7\n"
    data = body + b"1 0 obj\n" + stream + b"\nstream\n" + bomb + b"\nendstream\nendobj\nstartxref\n9\n%%EOF"
    assert codes(data)


def test_references_that_lead_in_circles_end_soon():
    rows = ("0000000000 65535 f ", "0000000009 00000 n ", "0000000090 00000 n ", "0000000147 00000 n ")
    lines = (
        "%PDF-1.7",
        "1 0 obj << /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [3 0 R] >> >> endobj",
        "2 0 obj << /Type /Pages /Kids [2 0 R] /Count 1 >> endobj",
        "3 0 obj << /FT /Sig /T (a) /Kids [3 0 R] /Parent 3 0 R >> endobj",
        "xref",
        "0 4",
        *rows,
        "trailer << /Size 4 /Root 1 0 R /Prev 9 >>",
        "startxref",
        "209",
        "%%EOF",
    )
    data = "\n".join(lines).encode()
    assert codes(data)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_random_damage_gives_a_verdict_and_never_an_exception(pdf, data):
    damaged = bytearray(pdf)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(damaged) - 1))
        cut = data.draw(st.integers(0, 40))
        damaged[at : at + cut] = data.draw(st.binary(max_size=40))
    if bytes(damaged) != pdf:
        assert not verify_pdf(bytes(damaged), ROOTS).confirmed


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=3000))
def test_any_bytes_give_a_verdict_and_no_pages_or_pages(data):
    assert not verify_pdf(data).unchanged
    try:
        render_pages(data).close()
    except Problem as problem:
        assert problem.kind.code == "reports.no-pages"


def signed_elsewhere(pdf: bytes, fields: tuple[str, ...]) -> bytes:
    """Signed by another program, once per field, with a certificate of the programme."""
    randomness = replayed("elsewhere")
    key = new_signing_key(randomness)
    holder = Holder("A. Specimen", "Harbour Society", key.public)
    certificate = document_certificate(BY.root.issuer(), holder, SIGNED_AT, randomness)
    signer = SimpleSigner(
        signing_cert=x509.Certificate.load(certificate),
        signing_key=keys.PrivateKeyInfo.load(key.private),
        cert_registry=SimpleCertificateStore.from_certs([x509.Certificate.load(der) for der in BY.chain]),
    )
    for field in fields:
        settings = PdfSignatureMetadata(field_name=field)
        done = PdfSigner(settings, signer, stamp_style=NoOpStampStyle()).sign_pdf(
            IncrementalPdfFileWriter(BytesIO(pdf)), existing_fields_only=field == "TeamLead"
        )
        pdf = done.getvalue()
    return pdf


def test_a_file_signed_by_another_program_is_not_taken_for_ours():
    assert codes(signed_elsewhere(rendered(refused()), ("TeamLead",))) == ["other-form"]


def test_a_second_signature_is_refused():
    assert codes(signed_elsewhere(rendered(bare()), ("One", "Two"))) == ["several-signatures"]


def with_attachment_changed(pdf: bytes, change) -> bytes:
    """The unsigned report with its attachment changed, then signed by the lead."""
    target = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as file:
        change(file)
        file.save(target, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
    return sign_pdf(
        target.getvalue(),
        signer_certificate_der=BY.certificate,
        chain_ders=BY.chain,
        sign_raw=BY.hand,
        at=SIGNED_AT,
        reason="",
    )


def removed(file: pikepdf.Pdf) -> None:
    del file.attachments["visit-report.json"]


def replaced_by(data: bytes):
    def change(file: pikepdf.Pdf) -> None:
        stream = file.attachments["visit-report.json"].get_file().obj
        stream.write(zlib.compress(data, 9), filter=pikepdf.Name.FlateDecode)

    return change


def packed_twice(file: pikepdf.Pdf) -> None:
    stream = file.attachments["visit-report.json"].get_file().obj
    twice = zlib.compress(zlib.compress(stream.read_bytes()))
    stream.write(twice, filter=pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode]))


@pytest.mark.parametrize(
    "change",
    [
        removed,
        replaced_by(b"no json"),
        replaced_by(b"[]"),
        replaced_by(b'{"format": "something else"}'),
        replaced_by(b'{"format": "monitor-visit-report"}'),
        replaced_by(b"[" * 200_000),
        replaced_by(bytes(40 * 1024 * 1024)),
        packed_twice,
    ],
    ids=["none", "text", "a list", "another format", "no number", "brackets", "a bomb", "packed twice"],
)
def test_a_signed_file_without_our_content_is_intact_and_holds_no_report(change):
    verdict = verify_pdf(with_attachment_changed(rendered(refused()), change), ROOTS)
    assert verdict.unchanged
    assert verdict.trusted
    assert verdict.number is None
    assert [one.code for one in verdict.reasons] == ["reports.verify.no-content"]


def test_content_that_was_exchanged_before_signing_does_not_match_the_printed_hash():
    other = canonical_json(replace(BY.named_in(refused()), version=9))
    verdict = verify_pdf(with_attachment_changed(rendered(BY.named_in(refused())), replaced_by(other)), ROOTS)
    assert verdict.unchanged
    assert verdict.content_hash_matches is False
    assert not verdict.confirmed


def test_a_root_that_is_no_certificate_confirms_nobody(pdf):
    verdict = verify_pdf(pdf, [b"no certificate"])
    assert not verdict.confirmed
