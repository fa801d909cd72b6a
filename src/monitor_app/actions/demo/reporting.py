"""Deeds of the demo around a report: its passages, the points before signing, signature, reopening."""

from __future__ import annotations

from monitor_app.actions.accept_check import accept_check
from monitor_app.actions.before_signing import before_signing
from monitor_app.actions.demo.stage import Scene
from monitor_app.actions.passage import Passage, write_passage
from monitor_app.actions.provisions import corrected
from monitor_app.actions.reopen_report import reopen_report
from monitor_app.actions.report_content import ReportWish, report_content
from monitor_app.actions.sign_report import sign_report
from monitor_app.base import Language, speak


def write_passages(scene: Scene) -> None:
    """Writes passages: name -> language -> text."""
    for name, texts in scene.told.items():
        for language, text in texts.items():
            write_passage(scene.vault, scene.on.space, Passage(name), language, text)


def accept(scene: Scene) -> None:
    """Accepts every open point of a kind (`code`) with one reason."""
    stage, vault = scene.stage, scene.vault
    wish = ReportWish(scene.on.space, _language(scene.on.language))
    words = speak(wish.language, stage.resources)
    library = corrected(vault, stage.library)
    content = report_content(vault, wish, library, words)
    reasons = {point["code"]: point["reason"] for point in scene.told["points"]}
    for check in before_signing(vault, wish.space, content, library, stage.resources, words):
        if check.open and check.code.value in reasons:
            accept_check(vault, wish.space, check, reasons[check.code.value])


def sign(scene: Scene) -> None:
    """Signs the confidential report in a language."""
    stage, vault = scene.stage, scene.vault
    wish = ReportWish(scene.on.space, _language(scene.told["language"]))
    words = speak(wish.language, stage.resources)
    library = corrected(vault, stage.library)
    sign_report(vault, wish, stage.passphrase, library, stage.resources, words, stage.randomness)


def reopen(scene: Scene) -> None:
    """Begins the next version."""
    reopen_report(scene.vault, scene.on.space, scene.told["reason"], scene.stage.randomness)


def _language(name: str) -> Language:
    return "fr" if name == "fr" else "en"
