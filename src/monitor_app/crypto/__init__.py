"""Crypto: keys, ways into a vault, seals, signatures, certificates. Bytes in, bytes out; no disk, no network.

Nouns: a *slot* is one way into a vault (passphrase, recovery sheet, organisation); the *vault key* opens the database
and the *inner key* identities only; to *seal* is to encrypt under a shared key, to *wrap* is to encrypt for the holder
of a KEM key; a *share* is one of three sheets of which two give a secret back; an *issuer* certifies holders of keys.

Only composition of known libraries: cryptography, shamir-mnemonic, mnemonic, zxcvbn. Python cannot wipe memory: a key
lives until its bytes are collected and may be copied before. So nothing here keeps a secret in a module, values with
keys do not print them, and locking replaces the whole process (security.md).

The door opens lazily: a name's module is imported when the name is first asked for.
"""

from typing import TYPE_CHECKING

from monitor_app.base.lazy_door import lazy_door

if TYPE_CHECKING:
    from monitor_app.crypto.argon import FLOOR_KIB, Argon2Params, Measure, calibrate, measure_with, stretch
    from monitor_app.crypto.certificate_files import certificate_of, to_pem
    from monitor_app.crypto.certificates import (
        Holder,
        Issuer,
        document_certificate,
        issuing_certificate,
        journal_certificate,
        root_certificate,
    )
    from monitor_app.crypto.founding import FoundedRoot, found_root, open_root_from_recovery, seal_root_to_recovery
    from monitor_app.crypto.kem import KemKey, kem_key, new_kem_key, unwrap, wrap
    from monitor_app.crypto.meter import Strength, holding_time, score_word, strength
    from monitor_app.crypto.phrases import check_phrase, phrase_words, suggest_phrase
    from monitor_app.crypto.recovery_code import group_fits, group_is, new_code, read_code, write_code
    from monitor_app.crypto.refusal import NotACertificate, NotAKey, NotAuthentic, WrongPassphrase
    from monitor_app.crypto.sealing import authentication, derive, is_authentic, new_key, open_sealed, seal
    from monitor_app.crypto.shares import check_sheet, combine, split
    from monitor_app.crypto.signing import SigningKey, document_signer, new_signing_key, sign, verify
    from monitor_app.crypto.slot import VaultKeys, new_vault_keys
    from monitor_app.crypto.slots import SlotFile
    from monitor_app.crypto.trust import CertificateFacts, Use, describe, fingerprint, issued_by
    from monitor_app.crypto.ways_in import OrganisationWay, PassphraseWay, RecoveryWay, Way

_ROOM = {
    "argon": ("FLOOR_KIB", "Argon2Params", "Measure", "calibrate", "measure_with", "stretch"),
    "certificate_files": ("certificate_of", "to_pem"),
    "certificates": (
        "Holder",
        "Issuer",
        "document_certificate",
        "issuing_certificate",
        "journal_certificate",
        "root_certificate",
    ),
    "founding": ("FoundedRoot", "found_root", "open_root_from_recovery", "seal_root_to_recovery"),
    "kem": ("KemKey", "kem_key", "new_kem_key", "unwrap", "wrap"),
    "meter": ("Strength", "holding_time", "score_word", "strength"),
    "phrases": ("check_phrase", "phrase_words", "suggest_phrase"),
    "recovery_code": ("group_fits", "group_is", "new_code", "read_code", "write_code"),
    "refusal": ("NotACertificate", "NotAKey", "NotAuthentic", "WrongPassphrase"),
    "sealing": ("authentication", "derive", "is_authentic", "new_key", "open_sealed", "seal"),
    "shares": ("check_sheet", "combine", "split"),
    "signing": ("SigningKey", "document_signer", "new_signing_key", "sign", "verify"),
    "slot": ("VaultKeys", "new_vault_keys"),
    "slots": ("SlotFile",),
    "trust": ("CertificateFacts", "Use", "describe", "fingerprint", "issued_by"),
    "ways_in": ("OrganisationWay", "PassphraseWay", "RecoveryWay", "Way"),
}

__all__ = [
    "FLOOR_KIB",
    "Argon2Params",
    "CertificateFacts",
    "FoundedRoot",
    "Holder",
    "Issuer",
    "KemKey",
    "Measure",
    "NotACertificate",
    "NotAKey",
    "NotAuthentic",
    "OrganisationWay",
    "PassphraseWay",
    "RecoveryWay",
    "SigningKey",
    "SlotFile",
    "Strength",
    "Use",
    "VaultKeys",
    "Way",
    "WrongPassphrase",
    "authentication",
    "calibrate",
    "certificate_of",
    "check_phrase",
    "check_sheet",
    "combine",
    "derive",
    "describe",
    "document_certificate",
    "document_signer",
    "fingerprint",
    "found_root",
    "group_fits",
    "group_is",
    "holding_time",
    "is_authentic",
    "issued_by",
    "issuing_certificate",
    "journal_certificate",
    "kem_key",
    "measure_with",
    "new_code",
    "new_kem_key",
    "new_key",
    "new_signing_key",
    "new_vault_keys",
    "open_root_from_recovery",
    "open_sealed",
    "phrase_words",
    "read_code",
    "root_certificate",
    "score_word",
    "seal",
    "seal_root_to_recovery",
    "sign",
    "split",
    "strength",
    "stretch",
    "suggest_phrase",
    "to_pem",
    "unwrap",
    "verify",
    "wrap",
    "write_code",
]

__getattr__ = lazy_door(__name__, _ROOM)
