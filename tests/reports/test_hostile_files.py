"""Hostile files: whatever the bytes are there is a verdict, and nothing that differs from what was signed passes."""

import os
import zlib
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from tests.reports.given import lead, rendered, signed
from tests.reports.sample import bare, refused

from monitor_app.base import Problem
from monitor_app.reports import render_pages, verify_pdf

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
