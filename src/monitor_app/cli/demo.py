"""The demo programme without a window: founded by the real verbs, a report signed, everything left in one folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from monitor_app import crypto
from monitor_app.actions.demo import found_demo
from monitor_app.actions.signed_reports import save_pdf, signed_pdf, signed_versions
from monitor_app.actions.visits import visits
from monitor_app.base import Language, Problem, Randomness, Resources, Words
from monitor_app.base.problems import vault as vault_problems
from monitor_app.base.problems import work as problems
from monitor_app.monitoring import Outcome
from monitor_app.vault import Vault, write_durably

Pictures = Callable[[Path, str, Path, Language], list[Path]]
"""(vault folder, passphrase, folder for the pictures, language of the screens) -> the PNG files made."""


def play_demo(
    out: Path,
    resources: Resources,
    randomness: Randomness,
    words: Words,
    pictures: Pictures | None,
    echo: Callable[[str], object],
) -> int:
    """Leaves visit-report.pdf, programme-root.pem, the vault and screens/*.png in `out`; says what it did.

    Raises Problem vault.read-only, work.cannot-save-there, and those of founding.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise Problem(vault_problems.READ_ONLY) from None
    folder = _free(out / "vault")
    argon = crypto.Argon2Params(crypto.FLOOR_KIB, 3, 4)
    demo = found_demo(folder, resources, randomness, argon, lambda line: echo(f"  {line}"), language=words.language)
    try:
        _leave(demo.vault, demo.root_certificate, out, echo, words)
    finally:
        demo.vault.lock()
    echo(words("The vault: {folder}", folder=str(folder)))
    echo(words("Its passphrase: {passphrase}", passphrase=demo.passphrase))
    if pictures is not None:
        try:
            made = pictures(folder, demo.passphrase, out / "screens", words.language)
        except OSError:
            raise Problem(problems.CANNOT_SAVE_THERE) from None
        echo(
            words.n(
                "{n} picture of a screen in {folder}",
                "{n} pictures of screens in {folder}",
                len(made),
                folder=str(out / "screens"),
            )
        )
    return 0


def _leave(vault: Vault, root: bytes, out: Path, echo: Callable[[str], object], words: Words) -> None:
    signed = [(version, row.visit) for row in visits(vault) for version in signed_versions(vault, row.visit.space)[:1]]
    whole = [one for one in signed if one[1].outcome is Outcome.CARRIED_OUT] or signed
    latest, _ = max(whole, key=lambda one: one[0].signed.at_ms)
    report, pem = out / "visit-report.pdf", out / "programme-root.pem"
    save_pdf(signed_pdf(vault, latest.signed), report)
    try:
        write_durably(pem, crypto.to_pem(root).encode("ascii"))
    except OSError:
        raise Problem(problems.CANNOT_SAVE_THERE) from None
    echo(words("The signed report: {file}", file=str(report)))
    echo(words("The programme's root certificate: {file}", file=str(pem)))


def _free(folder: Path) -> Path:
    """The folder, or the next free name beside it: an earlier demo is never overwritten."""
    candidate, n = folder, 1
    while candidate.exists():
        n += 1
        candidate = folder.with_name(f"{folder.name}-{n}")
    return candidate
