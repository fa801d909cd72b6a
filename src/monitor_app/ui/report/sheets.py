"""The sheets this page lays over the window: to sign, to reopen, to take a copy out. Each names what will happen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from monitor_app.actions.open_report import OpenReport
from monitor_app.base import Words
from monitor_app.ui.look import Look
from monitor_app.ui.parts import Dialog, DialogView, Field, NoteField
from monitor_app.ui.report.points import PointsView
from monitor_app.ui.report.signed import language_name, variant_name

Sign = Callable[[str, str], None]
"""Called with the passphrase and the reason for what is left to look at ("" where nothing is)."""


def sign_sheet(
    look: Look, over: QWidget, report: OpenReport, points: PointsView, pages: int, checked: str, then: Sign
) -> Dialog:
    """Asks the passphrase again, names version, language and pages; where points are left, why they stay."""
    words = look.words
    left = points.count("look")
    body = words(
        "After signing, nobody can change this version, also not you. Reopening makes version {next} and asks for a "
        "reason.",
        next=report.content.version + 1,
    )
    view = DialogView(
        words("Sign and seal this report?"),
        body,
        facts=_facts(report, points, pages, checked, words),
        asks="passphrase",
        safe=words("Not yet"),
        act=words("Sign and seal"),
        act_icon="pen-nib",
    )
    dialog = Dialog(look, view, over)
    reason = NoteField(look)
    said = words.n(
        "{n} point is left to look at. Why does it stay?", "{n} points are left to look at. Why do they stay?", left
    )
    field = Field(look, said, reason, words("The reason prints in the report."))
    dialog.extra.addWidget(field)
    field.setHidden(not left)
    reason.textChanged.connect(lambda: field.say_wrong(""))

    def act(passphrase: str) -> None:
        text = reason.toPlainText().strip()
        if left and not text:
            field.say_wrong(words("Write the reason in a few words."))
            dialog.set_busy(False)
            reason.setFocus()
            return
        then(passphrase, text)

    dialog.acted.connect(act)
    return dialog


def reopen_sheet(look: Look, over: QWidget, version: int, then: Callable[[str], None]) -> Dialog:
    """Asks the reason for a new version."""
    words = look.words
    view = DialogView(
        words("Reopen this report?"),
        words(
            "Version {version} stays as it was signed, and can still be read. The reason prints in version {next}.",
            version=version,
            next=version + 1,
        ),
        asks="note",
        asks_label=words("Reason"),
        safe=words("Not now"),
        act=words("Reopen"),
        act_icon="lock-simple-open",
    )
    dialog = Dialog(look, view, over)
    dialog.acted.connect(then)
    return dialog


def copy_sheet(look: Look, over: QWidget, title: str, then: Callable[[str], None]) -> Dialog:
    """Asks the passphrase before a copy leaves the vault, and says what that means."""
    words = look.words
    view = DialogView(
        words("Save a copy outside the vault?"),
        words("The copy is not encrypted. Whoever has the file can read it, and it stays where you put it."),
        facts=((words("Copy of"), title),),
        asks="passphrase",
        safe=words("Not now"),
        act=words("Choose where"),
        act_icon="download-simple",
    )
    dialog = Dialog(look, view, over)
    dialog.acted.connect(then)
    return dialog


def _facts(
    report: OpenReport, points: PointsView, pages: int, checked: str, words: Words
) -> tuple[tuple[str, str], ...]:
    content = report.content
    language = language_name(content.language)
    if content.other_summary is not None:
        language = words(
            "{language}, with a summary in the other language ({other})",
            language=language,
            other=language_name(content.other_summary.language),
        )
    accepted, left = points.count("accepted"), points.count("look")
    if left:
        said = words.n("{n} point left to look at", "{n} points left to look at", left)
    elif accepted:
        said = words.n("{n} point accepted with a reason", "{n} points accepted with a reason", accepted)
    else:
        said = words("all checks passed")
    return (
        (words("Version"), f"{content.version}, {variant_name(content.variant, words).lower()}"),
        (words("Language"), language),
        (words("Pages"), f"{words('{n} in the draft', n=words.number(pages))}, {said} ({checked})"),
    )
