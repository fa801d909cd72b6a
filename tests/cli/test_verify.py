"""`monitor-app verify`: exit 0 unchanged and signed under the root, 1 not, 2 not readable, 3 no root given."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.cli.given import Said, asked, called
from tests.reports.sample import sample

from monitor_app import crypto, reports
from monitor_app.base import Language, SystemClock, installed_resources, speak, system_randomness

LANGUAGES: tuple[Language, ...] = ("en", "fr")
RESOURCES = installed_resources()
UNCHANGED = {"en": "Nothing was changed since it was signed.", "fr": "Rien n’a été modifié depuis la signature."}


class Signed:
    """A signed report in a folder, its root, and the root of somebody else."""

    def __init__(self, folder: Path) -> None:
        at = SystemClock().now()
        root = crypto.found_root("Programme", "Team", at, system_randomness)
        other = crypto.found_root("Other", "Others", at, system_randomness)
        key = crypto.new_signing_key(system_randomness)
        certificate = crypto.document_certificate(
            root.issuer(), crypto.Holder("Visitor A", "Team", key.public), at, system_randomness
        )
        words = speak("en", RESOURCES)
        signer = reports.Signer("Visitor A", "Team lead", crypto.fingerprint(certificate).hex())
        content = replace(sample(), signer=signer)
        phrase = crypto.check_phrase(reports.content_hash(content), content.language)
        self.pdf = reports.sign_pdf(
            reports.render(content, words, RESOURCES, check_phrase=phrase),
            signer_certificate_der=certificate,
            chain_ders=(root.issuing_cert_der, root.root_cert_der),
            sign_raw=crypto.document_signer(key.private),
            at=at,
            reason=content.number,
        )
        self.folder = folder
        self.root = self.keep("root.pem", crypto.to_pem(root.root_cert_der).encode())
        self.root_der = self.keep("root.der", root.root_cert_der)
        self.other = self.keep("other.pem", crypto.to_pem(other.root_cert_der).encode())
        self.file = self.keep("report.pdf", self.pdf)

    def keep(self, name: str, data: bytes) -> Path:
        (self.folder / name).write_bytes(data)
        return self.folder / name


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Signed:
    return Signed(tmp_path_factory.mktemp("verify"))


def _verified(language: Language, *arguments: str | Path) -> Said:
    said = asked("verify", *arguments, "--language", language)
    assert said.text.strip()
    assert "Traceback" not in said.text
    return said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_signed_under_the_root_is_0(signed: Signed, language: Language) -> None:
    for root in (signed.root, signed.root_der):
        said = _verified(language, signed.file, "--root", root)
        assert said.code == 0
        assert UNCHANGED[language] in said.text
        assert "Visitor A" in said.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_root_the_signer_is_not_confirmed_and_that_is_3(signed: Signed, language: Language) -> None:
    said = _verified(language, signed.file)
    assert said.code == 3
    assert UNCHANGED[language] in said.text
    assert {"en": "certificate of the programme", "fr": "certificat du programme"}[language] in said.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_root_of_another_programme_is_1(signed: Signed, language: Language) -> None:
    said = _verified(language, signed.file, "--root", signed.other)
    assert said.code == 1
    assert said.text.count(".") >= 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_changed_byte_anywhere_is_never_0_nor_3(signed: Signed, language: Language) -> None:
    for part in range(1, 25):
        place = len(signed.pdf) * part // 25
        changed = bytearray(signed.pdf)
        changed[place] ^= 0x10
        file = signed.keep("changed.pdf", bytes(changed))
        for root in ((), ("--root", signed.root)):
            said = _verified(language, file, *root)
            assert said.code in (1, 2), place
            assert UNCHANGED[language] not in said.text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "more", [b"\n", b"\0", b"%", b"\n%%EOF\n", b"1 0 obj<</Type/Catalog>>endobj\n" * 3, b"x" * 9999]
)
def test_bytes_added_at_the_end_are_1(signed: Signed, language: Language, more: bytes) -> None:
    file = signed.keep("longer.pdf", signed.pdf + more)
    assert _verified(language, file, "--root", signed.root).code == 1
    assert _verified(language, file).code == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_cut_short_is_1_or_2(signed: Signed, language: Language) -> None:
    for length in (9, 1000, len(signed.pdf) // 2, len(signed.pdf) - 7, len(signed.pdf) - 1):
        file = signed.keep("short.pdf", signed.pdf[:length])
        assert _verified(language, file, "--root", signed.root).code in (1, 2), length


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("data", [b"", b"hello", b"PK\x03\x04", b"%PDF-1.7\n", b"%PDF-1.7\n%%EOF", bytes(4096)])
def test_what_is_no_pdf_is_2(signed: Signed, language: Language, data: bytes) -> None:
    said = _verified(language, signed.keep("odd.pdf", data), "--root", signed.root)
    assert said.code == 2
    assert said.text.count(".") >= 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_there_or_no_file_is_2(signed: Signed, language: Language, tmp_path: Path) -> None:
    for file in (tmp_path / "missing.pdf", tmp_path, signed.file / "below", Path("/dev/null")):
        assert _verified(language, file, "--root", signed.root).code == 2, file


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_root_that_is_none_is_2(signed: Signed, language: Language, tmp_path: Path) -> None:
    pem = signed.root.read_bytes()
    garbage = (b"", b"garbage", pem[: len(pem) // 2], pem.replace(b"M", b"N"), signed.pdf[:2000], bytes(range(256)))
    for number, data in enumerate(garbage):
        root = signed.keep(f"garbage{number}.pem", data)
        assert _verified(language, signed.file, "--root", root).code == 2, number
    for root in (tmp_path, tmp_path / "missing.pem"):
        assert _verified(language, signed.file, "--root", root).code == 2


def test_an_unsigned_report_is_1(signed: Signed) -> None:
    unsigned = reports.render(sample(), speak("en", RESOURCES), RESOURCES, check_phrase="")
    for root in ((), ("--root", signed.root)):
        said = _verified("en", signed.keep("unsigned.pdf", unsigned), *root)
        assert said.code == 1
        assert "Nobody has signed this file." in said.text


def test_the_codes_are_those_of_the_process(signed: Signed, tmp_path: Path) -> None:
    assert called("verify", signed.file, "--root", signed.root, home=tmp_path).code == 0
    assert called("verify", signed.file, home=tmp_path).code == 3
    wrong = called("verify", home=tmp_path)
    assert wrong.code == 2
    assert "Traceback" not in wrong.text
