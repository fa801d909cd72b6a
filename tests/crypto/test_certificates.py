"""Certificates: the profile, who stands behind whom, and when."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from shutil import which

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID
from tests.crypto.given import FOUNDING_DAY, replayed

from monitor_app.base import Problem, sha256, system_randomness
from monitor_app.crypto import (
    Holder,
    Issuer,
    NotACertificate,
    NotAKey,
    NotAuthentic,
    SigningKey,
    describe,
    document_certificate,
    document_signer,
    fingerprint,
    found_root,
    issued_by,
    issuing_certificate,
    journal_certificate,
    new_kem_key,
    new_signing_key,
    open_root_from_recovery,
    root_certificate,
    seal_root_to_recovery,
    sign,
    verify,
)
from monitor_app.crypto.signing import load_private, load_public

NEGATIVE_SERIAL_IS_LOADED = pytest.mark.filterwarnings("ignore:Parsed a serial number")
"""One flip makes the serial number negative: the library still loads it and says that it will not for ever."""

PROGRAMME = found_root("Detention monitoring", "An organisation", FOUNDING_DAY, replayed("programme"))
ISSUER = PROGRAMME.issuer()
CHAIN = [PROGRAMME.issuing_cert_der]
ROOT = PROGRAMME.root_cert_der
PERSON = new_signing_key(replayed("person"))
LATER = FOUNDING_DAY + timedelta(days=100)
LEAF = document_certificate(ISSUER, Holder("R. Lead", "An organisation", PERSON.public), LATER, replayed("leaf"))
DEVICE = journal_certificate(ISSUER, Holder("Laptop 7", "An organisation", PERSON.public), LATER, replayed("device"))


def loaded(der: bytes) -> x509.Certificate:
    return x509.load_der_x509_certificate(der)


def forged(
    key: SigningKey,
    by: Issuer,
    *,
    ca: bool = False,
    issues: bool = False,
    signs: bool = True,
    name: str = "Forged",
) -> bytes:
    """A certificate outside our profile, rightly signed by an issuer."""
    builder = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
        .issuer_name(loaded(by.certificate).subject)
        .public_key(load_public(key.public))
        .serial_number(1)
        .not_valid_before(FOUNDING_DAY)
        .not_valid_after(FOUNDING_DAY + timedelta(days=1000))
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(signs, signs, False, False, False, issues, issues, False, False), critical=True)
    )
    return builder.sign(load_private(by.private), SHA256()).public_bytes(Encoding.DER)


def test_the_root_stands_behind_a_person_and_a_device() -> None:
    assert issued_by(LEAF, CHAIN, ROOT, LATER)
    assert issued_by(LEAF, CHAIN, ROOT, LATER, use="document")
    assert issued_by(DEVICE, CHAIN, ROOT, LATER, use="journal")
    assert issued_by(LEAF, [ROOT, *CHAIN, *CHAIN], ROOT, LATER)


def test_a_device_signs_no_document_and_a_person_no_journal() -> None:
    assert not issued_by(DEVICE, CHAIN, ROOT, LATER, use="document")
    assert not issued_by(LEAF, CHAIN, ROOT, LATER, use="journal")


def test_another_root_of_the_same_name_stands_behind_nobody() -> None:
    twin = found_root("Detention monitoring", "An organisation", FOUNDING_DAY, system_randomness)
    assert not issued_by(LEAF, CHAIN, twin.root_cert_der, LATER)
    assert not issued_by(LEAF, [twin.issuing_cert_der], ROOT, LATER)
    assert not issued_by(LEAF, [twin.issuing_cert_der, twin.root_cert_der], twin.root_cert_der, LATER)


def test_without_its_issuer_a_certificate_is_not_trusted() -> None:
    assert not issued_by(LEAF, [], ROOT, LATER)


def test_an_issuer_is_no_signer() -> None:
    assert not issued_by(PROGRAMME.issuing_cert_der, [], ROOT, LATER)
    assert not issued_by(ROOT, [], ROOT, LATER)


def test_a_certificate_is_valid_from_a_day_before_to_its_end() -> None:
    facts = describe(LEAF)
    assert facts.not_before == LATER - timedelta(days=1)
    assert facts.not_after == LATER + timedelta(days=3 * 365)
    second = timedelta(seconds=1)
    assert issued_by(LEAF, CHAIN, ROOT, facts.not_before)
    assert not issued_by(LEAF, CHAIN, ROOT, facts.not_before - second)
    assert issued_by(LEAF, CHAIN, ROOT, facts.not_after)
    assert not issued_by(LEAF, CHAIN, ROOT, facts.not_after + second)


def test_an_instant_in_another_zone_is_the_same_instant() -> None:
    west = LATER.astimezone(timezone(timedelta(hours=-8)))
    holder = Holder("R. Lead", "An organisation", PERSON.public)
    assert document_certificate(ISSUER, holder, west, replayed("leaf")) == LEAF
    assert issued_by(LEAF, CHAIN, ROOT, west)


def test_no_certificate_outlives_its_issuer() -> None:
    issuing = describe(PROGRAMME.issuing_cert_der)
    late = issuing.not_after - timedelta(days=10)
    leaf = document_certificate(ISSUER, Holder("L", "O", PERSON.public), late, system_randomness)
    assert describe(leaf).not_after == issuing.not_after
    assert issued_by(leaf, CHAIN, ROOT, late)


@pytest.mark.parametrize("days", [-2, 11 * 365])
def test_an_issuer_outside_its_time_certifies_nobody(days: int) -> None:
    with pytest.raises(Problem) as met:
        document_certificate(
            ISSUER, Holder("L", "O", PERSON.public), FOUNDING_DAY + timedelta(days=days), system_randomness
        )
    assert met.value.kind.code == "crypto.issuer-not-valid"


def test_a_person_cannot_certify_anybody() -> None:
    other = new_signing_key(system_randomness)
    by_person = forged(other, Issuer(LEAF, PERSON.private))
    assert not issued_by(by_person, [LEAF, *CHAIN], ROOT, LATER)


def test_an_issuer_cannot_make_issuers() -> None:
    under = new_signing_key(system_randomness)
    issuer = forged(under, ISSUER, ca=True, issues=True, signs=False, name="Under")
    leaf = forged(PERSON, Issuer(issuer, under.private))
    assert not issued_by(leaf, [issuer, *CHAIN], ROOT, LATER)


def test_a_ca_that_may_not_issue_is_no_issuer() -> None:
    odd = new_signing_key(system_randomness)
    issuer = forged(odd, Issuer(ROOT, PROGRAMME.root_private), ca=True, issues=False, name="Odd")
    leaf = forged(PERSON, Issuer(issuer, odd.private))
    assert not issued_by(leaf, [issuer], ROOT, LATER)


@pytest.mark.parametrize(("signs", "issues"), [(False, False), (True, True)])
def test_a_leaf_that_may_not_sign_or_may_issue_is_not_trusted(signs: bool, issues: bool) -> None:
    assert not issued_by(forged(PERSON, ISSUER, signs=signs, issues=issues), CHAIN, ROOT, LATER)


def test_a_certificate_for_no_known_use_is_described_as_other() -> None:
    leaf = forged(PERSON, ISSUER)
    assert describe(leaf).use == "other"
    assert describe(leaf).organisation == ""
    assert issued_by(leaf, CHAIN, ROOT, LATER)
    assert not issued_by(leaf, CHAIN, ROOT, LATER, use="document")


@NEGATIVE_SERIAL_IS_LOADED
def test_every_flipped_bit_of_a_certificate_is_refused() -> None:
    for at in range(len(LEAF) * 8):
        changed = bytearray(LEAF)
        changed[at // 8] ^= 1 << at % 8
        assert not issued_by(bytes(changed), CHAIN, ROOT, LATER, use="document")


@NEGATIVE_SERIAL_IS_LOADED
def test_a_damaged_certificate_is_described_or_refused_but_never_a_surprise() -> None:
    described = 0
    for at in range(len(LEAF) * 8):
        changed = bytearray(LEAF)
        changed[at // 8] ^= 1 << at % 8
        try:
            assert describe(bytes(changed)) != describe(LEAF)
            described += 1
        except (NotACertificate, NotAKey):
            continue
    assert 0 < described < len(LEAF) * 8


def test_bytes_that_are_no_certificate_are_refused() -> None:
    for junk in (b"", b"junk", LEAF[:-1], LEAF + b"x"):
        with pytest.raises(NotACertificate):
            describe(junk)
        assert not issued_by(junk, CHAIN, ROOT, LATER)
        assert not issued_by(LEAF, [junk], ROOT, LATER)
        assert not issued_by(LEAF, CHAIN, junk, LATER)


def test_a_certificate_of_another_kind_of_key_is_not_ours() -> None:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Another")])
    for key in (rsa.generate_private_key(65537, 2048), ec.generate_private_key(ec.SECP384R1())):
        builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        builder = builder.serial_number(1).not_valid_before(FOUNDING_DAY).not_valid_after(LATER)
        with pytest.raises(NotAKey):
            describe(builder.sign(key, SHA256()).public_bytes(Encoding.DER))


def test_the_facts_are_those_the_caller_gave() -> None:
    facts = describe(LEAF)
    assert (facts.subject, facts.organisation, facts.issuer) == ("R. Lead", "An organisation", "Detention monitoring 1")
    assert facts.use == "document"
    assert facts.fingerprint == fingerprint(LEAF) == sha256(LEAF)
    assert facts.public == PERSON.public
    assert facts.not_before.tzinfo is UTC
    assert verify(facts.public, b"entry", sign(PERSON.private, b"entry"))
    assert [describe(der).use for der in (ROOT, *CHAIN, DEVICE)] == ["root", "issuing", "journal"]


def test_the_profile_is_the_one_other_programs_trust() -> None:
    root, issuing, leaf = (loaded(der).extensions for der in (ROOT, *CHAIN, LEAF))
    assert root.get_extension_for_class(x509.BasicConstraints).value == x509.BasicConstraints(True, 1)
    assert issuing.get_extension_for_class(x509.BasicConstraints).value == x509.BasicConstraints(True, 0)
    usage = leaf.get_extension_for_class(x509.KeyUsage)
    assert usage.critical
    assert usage.value.digital_signature
    assert usage.value.content_commitment
    assert not usage.value.key_cert_sign
    purposes = [purpose.dotted_string for purpose in leaf.get_extension_for_class(x509.ExtendedKeyUsage).value]
    assert purposes == ["1.3.6.1.5.5.7.3.36", "1.3.6.1.5.5.7.3.4"]
    assert (
        leaf.get_extension_for_class(x509.AuthorityKeyIdentifier).value.key_identifier
        == issuing.get_extension_for_class(x509.SubjectKeyIdentifier).value.digest
    )


def test_serial_numbers_are_positive_random_and_of_one_length() -> None:
    serials = {loaded(der).serial_number for der in (ROOT, *CHAIN, LEAF, DEVICE)}
    assert len(serials) == 4
    assert {serial.bit_length() for serial in serials} == {129}


@pytest.mark.parametrize(
    ("label", "cut"),
    [
        ("  R.\n Lead ", "R. Lead"),
        ("x" * 64, "x" * 64),
        ("x" * 65, "x" * 61 + "…"),
        ("ᐃ" * 30, "ᐃ" * 20 + "…"),
        ("é" * 40, "é" * 30 + "…"),
    ],
)
def test_a_long_name_is_cut_visibly(label: str, cut: str) -> None:
    leaf = document_certificate(ISSUER, Holder(label, label, PERSON.public), LATER, system_randomness)
    assert describe(leaf).subject == cut
    assert describe(leaf).organisation == cut


def test_the_issuer_may_have_a_label_of_its_own() -> None:
    founded = found_root("Racine", "Organisation", FOUNDING_DAY, system_randomness, "Délivrance")
    assert describe(founded.issuing_cert_der).subject == "Délivrance"
    assert describe(founded.issuing_cert_der).issuer == "Racine"


def test_founding_is_replayed_by_the_same_randomness() -> None:
    again = found_root("Detention monitoring", "An organisation", FOUNDING_DAY, replayed("programme"))
    assert again == PROGRAMME
    assert "private" not in repr(PROGRAMME)
    assert "private" not in repr(ISSUER)


def test_the_root_comes_back_from_recovery_and_renews_the_issuer() -> None:
    recovery = new_kem_key(system_randomness)
    sealed = seal_root_to_recovery(PROGRAMME.root_private, recovery.public)
    assert PROGRAMME.root_private not in sealed
    private = open_root_from_recovery(sealed, recovery.private)
    assert private == PROGRAMME.root_private
    key = new_signing_key(system_randomness)
    when = FOUNDING_DAY + timedelta(days=9 * 365)
    renewed = issuing_certificate(Issuer(ROOT, private), Holder("Second", "O", key.public), when, system_randomness)
    issuer = Issuer(renewed, key.private)
    leaf = document_certificate(issuer, Holder("L", "O", PERSON.public), when, system_randomness)
    assert issued_by(leaf, [renewed, *CHAIN], ROOT, when)
    with pytest.raises(NotAuthentic):
        open_root_from_recovery(sealed, new_kem_key(system_randomness).private)


def test_a_root_is_signed_by_its_own_key_only() -> None:
    other = new_signing_key(system_randomness)
    odd = root_certificate(Holder("R", "O", PERSON.public), other.private, FOUNDING_DAY, system_randomness)
    assert not issued_by(LEAF, CHAIN, odd, LATER)


@pytest.mark.skipif(which("openssl") is None, reason="openssl is not on this machine")
def test_openssl_trusts_the_chain_for_signing_mail(tmp_path: Path) -> None:
    """Its text is read: exit codes lie."""
    for name, der in (("root", ROOT), ("issuing", PROGRAMME.issuing_cert_der), ("leaf", LEAF)):
        (tmp_path / name).write_bytes(loaded(der).public_bytes(Encoding.PEM))
    at = str(int(datetime(2026, 8, 1, tzinfo=UTC).timestamp()))
    command = ["openssl", "verify", "-x509_strict", "-purpose", "smimesign", "-attime", at, "-CAfile", "root"]
    command += ["-untrusted", "issuing", "leaf"]
    said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert said.stdout.strip() == "leaf: OK", said.stderr


def test_a_signature_of_the_hand_is_verified_with_the_certificate() -> None:
    signature = document_signer(PERSON.private)(b"what is signed", "sha256")
    key = loaded(LEAF).public_key()
    assert isinstance(key, ec.EllipticCurvePublicKey)
    key.verify(signature, b"what is signed", ec.ECDSA(SHA256()))
