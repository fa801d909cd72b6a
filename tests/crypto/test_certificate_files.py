"""Certificates as files: both forms are read, nothing else is."""

from datetime import UTC, datetime

import pytest

from monitor_app.base import system_randomness
from monitor_app.crypto import NotACertificate, certificate_of, found_root, to_pem

ROOT = found_root("Programme", "Organisation", datetime(2026, 1, 1, tzinfo=UTC), system_randomness).root_cert_der


def test_a_certificate_goes_to_pem_and_back():
    assert to_pem(ROOT).startswith("-----BEGIN CERTIFICATE-----")
    assert certificate_of(to_pem(ROOT).encode()) == ROOT
    assert certificate_of(ROOT) == ROOT


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", b"x" * 70_000]
)
def test_a_file_that_is_no_certificate_is_refused(data):
    with pytest.raises(NotACertificate):
        certificate_of(data)
