"""Signing and verifying a good report: PAdES B-B over the whole file, our frame, our dates, no key in this room."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pikepdf
import pytest
from asn1crypto import cms
from tests.reports.given import SIGNED_AT, lead, rendered, replayed, signed
from tests.reports.sample import bare, refused, sample, sample_fr

from monitor_app.base import Problem, sha256
from monitor_app.crypto import Holder, document_certificate, fingerprint, journal_certificate, new_signing_key
from monitor_app.reports import content_hash, render_pages, shareable, sign_pdf, verify_pdf


@pytest.fixture(scope="module")
def by():
    return lead()


@pytest.fixture(scope="module")
def pdf(by):
    return signed(sample(), by)


def cms_of(pdf: bytes) -> cms.SignedData:
    with pikepdf.open(BytesIO(pdf)) as file:
        contents = bytes(file.Root.AcroForm.Fields[0].V.Contents)
    return cms.ContentInfo.load(contents)["content"]


def test_a_signed_report_is_unchanged_and_confirmed_under_the_programmes_root(by, pdf):
    verdict = verify_pdf(pdf, [by.root.root_cert_der])
    assert verdict.confirmed
    assert verdict.unchanged
    assert verdict.reasons == ()
    assert (verdict.signer, verdict.organisation, verdict.role) == ("A. Specimen", "Harbour Society", "Team lead")
    assert verdict.fingerprint == fingerprint(by.certificate).hex()
    assert verdict.signed_at == SIGNED_AT
    assert (verdict.number, verdict.version) == ("IDM-2026-041", 1)
    assert verdict.content_hash == content_hash(by.named_in(sample())).hex()
    assert verdict.content_hash_matches is True


def test_without_a_root_the_file_is_unchanged_but_the_signer_is_not_confirmed(pdf):
    verdict = verify_pdf(pdf)
    assert verdict.unchanged
    assert verdict.trusted is None
    assert not verdict.confirmed
    assert [one.code for one in verdict.reasons] == ["reports.verify.no-root"]


def test_another_programme_does_not_vouch_for_the_signer(pdf):
    verdict = verify_pdf(pdf, [lead("Elsewhere").root.root_cert_der])
    assert verdict.unchanged
    assert verdict.trusted is False
    assert [one.code for one in verdict.reasons] == ["reports.verify.not-trusted"]


def test_one_of_several_roots_is_enough(by, pdf):
    roots = [lead("Elsewhere").root.root_cert_der, by.root.root_cert_der]
    assert verify_pdf(pdf, roots).trusted is True


def test_a_root_of_the_same_name_but_another_key_vouches_for_nobody(pdf):
    twin = lead("Harbour", "B. Other").root.root_cert_der
    assert verify_pdf(pdf, [twin]).trusted is False


@pytest.mark.parametrize(
    ("at", "trusted"),
    [
        (SIGNED_AT + timedelta(days=300), True),
        (SIGNED_AT - timedelta(days=30), False),
        (SIGNED_AT + timedelta(days=9999), False),
    ],
)
def test_the_certificates_must_be_valid_at_the_moment_that_is_asked_for(by, pdf, at, trusted):
    assert verify_pdf(pdf, [by.root.root_cert_der], at).trusted is trusted


def test_a_certificate_of_a_devices_journal_signs_no_report(by):
    randomness = replayed("device")
    key = new_signing_key(randomness)
    holder = Holder("Laptop 1", "Harbour Society", key.public)
    certificate = journal_certificate(by.root.issuer(), holder, SIGNED_AT, randomness)
    from monitor_app.crypto import document_signer

    device = replace(by, certificate=certificate, hand=document_signer(key.private))
    verdict = verify_pdf(signed(refused(), device), [by.root.root_cert_der])
    assert verdict.unchanged
    assert verdict.trusted is False


@pytest.mark.parametrize("make", [sample_fr, refused, lambda: shareable(sample())])
def test_every_kind_of_final_report_can_be_signed(by, make):
    assert verify_pdf(signed(make(), by), [by.root.root_cert_der]).confirmed


def test_the_signature_is_pades_and_certifies_that_nothing_may_change(pdf):
    with pikepdf.open(BytesIO(pdf)) as file:
        value = file.Root.AcroForm.Fields[0].V
        assert str(value.SubFilter) == "/ETSI.CAdES.detached"
        assert int(value.Reference[0].TransformParams.P) == 1
        assert file.Root.Perms.DocMDP.objgen == value.objgen
        assert str(value.Reason) == "Report approved"
        assert str(value.M).startswith("D:20261120150405")


def test_the_cms_holds_no_signing_time_and_names_the_whole_chain(by, pdf):
    data = cms_of(pdf)
    attributes = {one["type"].native: one["values"][0] for one in data["signer_infos"][0]["signed_attrs"]}
    assert set(attributes) == {"content_type", "message_digest", "signing_certificate_v2"}
    named = [bytes(one["cert_hash"].native) for one in attributes["signing_certificate_v2"]["certs"]]
    assert named == [sha256(der) for der in (by.certificate, *by.chain)]
    assert len(data["certificates"]) == 3


def test_signing_keeps_the_version_the_dates_and_the_frame_of_the_file(by, pdf):
    before = rendered(by.named_in(sample()))
    assert pdf.startswith(before)
    with pikepdf.open(BytesIO(before)) as plain, pikepdf.open(BytesIO(pdf)) as done:
        assert done.pdf_version == "1.7"
        assert "/Version" not in done.Root
        assert {key: str(value) for key, value in plain.docinfo.items()} == {
            key: str(value) for key, value in done.docinfo.items()
        }
        frame = plain.Root.AcroForm.Fields[0].AP.N.read_bytes()
        assert done.Root.AcroForm.Fields[0].AP.N.read_bytes() == frame
    with render_pages(before) as one, render_pages(pdf) as two:
        assert one.page(one.count - 1, 300) == two.page(two.count - 1, 300)


def test_the_hand_is_asked_once_and_for_the_digest_named(by):
    asked = []

    def hand(data: bytes, digest: str) -> bytes:
        asked.append(digest)
        return by.hand(data, digest)

    signed(refused(), replace(by, hand=hand))
    assert asked == ["sha256"]


def test_a_moment_of_another_zone_is_signed_as_the_same_instant(by):
    there = SIGNED_AT.astimezone(tz=datetime.now().astimezone().tzinfo)
    pdf = sign_pdf(
        rendered(by.named_in(refused())),
        signer_certificate_der=by.certificate,
        chain_ders=by.chain,
        sign_raw=by.hand,
        at=there,
        reason="Approved",
    )
    assert verify_pdf(pdf).signed_at == SIGNED_AT


@pytest.mark.parametrize(
    "unsignable",
    [b"", b"no pdf at all", b"%PDF-1.7\n%%EOF", lambda: rendered(bare())],
    ids=["empty", "text", "torn", "a draft without a field"],
)
def test_what_has_no_free_signature_field_is_refused_with_a_sentence(by, unsignable):
    data = unsignable() if callable(unsignable) else unsignable
    with pytest.raises(Problem) as refusal:
        sign_pdf(
            data, signer_certificate_der=by.certificate, chain_ders=by.chain, sign_raw=by.hand, at=SIGNED_AT, reason=""
        )
    assert refusal.value.kind.code == "reports.not-signed"


def test_a_signed_report_is_not_signed_again(by, pdf):
    with pytest.raises(Problem):
        sign_pdf(
            pdf, signer_certificate_der=by.certificate, chain_ders=by.chain, sign_raw=by.hand, at=SIGNED_AT, reason=""
        )


def test_a_broken_certificate_is_refused_with_a_sentence(by):
    with pytest.raises(Problem):
        sign_pdf(
            rendered(by.named_in(refused())),
            signer_certificate_der=b"no certificate",
            chain_ders=by.chain,
            sign_raw=by.hand,
            at=SIGNED_AT,
            reason="",
        )


def test_content_that_names_another_certificate_than_the_signers_is_noticed(by):
    pdf = sign_pdf(
        rendered(sample()),
        signer_certificate_der=by.certificate,
        chain_ders=by.chain,
        sign_raw=by.hand,
        at=SIGNED_AT,
        reason="",
    )
    verdict = verify_pdf(pdf, [by.root.root_cert_der])
    assert verdict.unchanged
    assert verdict.content_hash_matches is False
    assert not verdict.confirmed
    assert verdict.reasons[0].code == "reports.verify.content-differs"


def test_a_certificate_that_began_later_than_the_signature_is_not_trusted(by):
    randomness = replayed("late")
    key = new_signing_key(randomness)
    holder = Holder("A. Late", "Harbour Society", key.public)
    later = SIGNED_AT + timedelta(days=90)
    certificate = document_certificate(by.root.issuer(), holder, later, randomness)
    from monitor_app.crypto import document_signer

    late = replace(by, certificate=certificate, hand=document_signer(key.private))
    assert verify_pdf(signed(refused(), late), [by.root.root_cert_der]).trusted is False
    assert verify_pdf(signed(refused(), late), [by.root.root_cert_der], later.astimezone(UTC)).trusted is True
