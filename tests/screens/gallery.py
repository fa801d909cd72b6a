"""The parts side by side, like the design's pictures 14 and 15: `python tests/screens/gallery.py OUT` writes PNGs."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from monitor_app.base import LANGUAGES, Language, installed_resources, speak
from monitor_app.ui.look import JUDGED, Look
from monitor_app.ui.look.ring import Ring
from monitor_app.ui.look.tokens import Theme
from monitor_app.ui.parts import (
    Avatar,
    Button,
    Card,
    CardAction,
    Chip,
    ChipView,
    Choice,
    ChoiceView,
    Combo,
    DateField,
    EmptyState,
    EmptyView,
    Field,
    Flow,
    Judgement,
    JudgementView,
    Label,
    Line,
    Member,
    Message,
    MessageView,
    NoteField,
    Option,
    Pill,
    PillView,
    ProgressBar,
    QuestionCard,
    QuestionView,
    SaveState,
    SaveView,
    Scroll,
    SectionRow,
    ShareState,
    ShareView,
    Switch,
    Tab,
    Tabs,
    VisitRow,
    column,
    judgement_pill,
    row,
    section_list,
)
from monitor_app.ui.visits.visit_list import visit_list

AT = datetime(2026, 11, 18, 14, 32, 7, tzinfo=UTC)
A, B, C = Member(0, "A", "Visitor A"), Member(1, "B", "Visitor B"), Member(2, "C", "Visitor C")


def controls(look: Look) -> QWidget:
    """Picture 14: judgement, buttons, chips, pills, consent, states."""
    words = look.words
    page = _page()
    left = QVBoxLayout()
    for key in ("", *JUDGED):
        left.addWidget(Label(key or "nothing chosen", "caption", "text2"))
        judgement = Judgement(look)
        judgement.present(JudgementView("3.4", key))
        left.addWidget(judgement)
    left.addWidget(Label("narrow", "caption", "text2"))
    for width in (430, 340):
        narrow = Judgement(look)
        narrow.present(JudgementView("3.4", "partly"))
        narrow.setFixedWidth(look.px(width))
        left.addLayout(row(look, narrow, None))
    left.addStretch(1)
    right = QVBoxLayout()
    right.addLayout(
        row(
            look,
            Button(look, "Continue", "arrow-right", rank="primary", height=48),
            Button(look, "Verify now", "eye", height=44),
            Button(look, "Attach", "chat-text", rank="quiet"),
            _off(Button(look, "Sign and seal", "pen-nib", rank="primary", height=44)),
            Button(look, "Lock", "lock-simple", height=36, icon_only=True),
            None,
        )
    )
    chips = Flow(look)
    for view in (
        ChipView("all", "All 21", on=True),
        ChipView("planned", "Planned 1"),
        ChipView("night", "Night", icon="flag", removable=True),
        ChipView("mandela", "Mandela Rules, 31", icon="globe-simple", removable=True, tone="indigo"),
    ):
        chips.add(Chip(look, view, height=36))
    right.addWidget(chips)
    pills = Flow(look, line_gap=8)
    for pill in (
        PillView("Planned", "indigo", "calendar-blank"),
        PillView("In progress", "primary", "pencil-simple-line"),
        PillView("In review", "partly", "chats"),
        PillView("Signed", "met", "shield-check"),
        *(judgement_pill(words, key) for key in JUDGED),
        PillView("Visitor B answered differently", "plum", "git-pull-request"),
        PillView("1 urgent matter", "notmet", "warning"),
        PillView("3×", "partly"),
    ):
        pills.add(Pill(look, pill))
    right.addWidget(pills)
    consent = Choice(look)
    options = (
        Option("yes", words("Yes"), "met"),
        Option("no", words("No"), "notmet"),
        Option("not_asked", "Not asked", "na"),
    )
    consent.present(ChoiceView("Contact my family", options, "yes"))
    right.addLayout(row(look, consent, None))
    for save in (SaveView("writing"), SaveView("saved", AT), SaveView("failed", AT)):
        state = SaveState(look)
        state.present(save)
        right.addWidget(state)
    for share in (ShareView(17), ShareView(0, 2)):
        shared = ShareState(look)
        shared.present(share)
        right.addWidget(shared)
    right.addWidget(Switch(look, "Unanswered only (8)", on=True))
    right.addWidget(Switch(look, "Unanswered only (8)"))
    bar = ProgressBar(look)
    bar.present(86, 142)
    right.addWidget(bar)
    right.addLayout(row(look, Avatar(look, A, 32), Avatar(look, B, 32), Avatar(look, C, 32), None))
    line = Line(look, "Find a visit", height=36)
    line.setAccessibleName("Find a visit")
    combo = Combo(look)
    combo.present((Option("a", "Facility operator"), Option("b", "CBSA")), "a")
    day = DateField(look)
    day.present(AT.date())
    wrong = Field(look, "Passphrase", Line(look, height=48), "Wrong tries only slow the next one down.")
    wrong.say_wrong("That passphrase does not open this profile. Next try in 4 s.")
    right.addWidget(line)
    right.addLayout(row(look, Field(look, "To", combo), Field(look, "By when", day)))
    right.addWidget(wrong)
    right.addStretch(1)
    both = row(look, gap=24)
    both.addLayout(left, 5)
    both.addLayout(right, 6)
    page.layout().addLayout(both)  # type: ignore[union-attr]
    return page


def cards(look: Look) -> QWidget:
    """Picture 3: tabs, outline, an open question, a closed one."""
    page = _page(margin=0)
    outer = page.layout()
    assert isinstance(outer, QVBoxLayout)
    tabs = Tabs(look)
    tabs.present(
        (
            Tab("overview", "Overview"),
            Tab("checklist", "Checklist", "86/142"),
            Tab("findings", "Findings", "6"),
            Tab("report", "Report", "draft"),
        ),
        "checklist",
    )
    outer.addWidget(tabs)
    outline, model = section_list(look)
    model.present(
        (
            SectionRow("1", "1", "Treatment", 18, 24, A),
            SectionRow("2", "2", "Conditions of detention", 26, 31, B),
            SectionRow("3", "3", "Health care", 12, 20, A, 1),
            SectionRow("8", "8", "Staff and management", 0, 6, A),
        )
    )
    outline.choose("3")
    outline.setFixedWidth(look.px(232))
    sources = tuple(
        ChipView(key, text, on=on)
        for key, text, on in (
            ("detained", "Detained people", True),
            ("staff", "Staff", False),
            ("own", "Observation", False),
            ("documents", "Documents", True),
            ("third", "Third parties", False),
        )
    )
    opened = QuestionCard(
        look,
        QuestionView(
            "/q34",
            "3.4",
            "Every person is seen by a health professional within 24 hours of arrival, out of hearing of guards.",
            JudgementView("3.4", "partly"),
            guidance=(
                "Arrival times against first entries in the health register (sample of 10)",
                "where the talk takes place",
            ),
            guidance_open=True,
            note="Weekday arrivals are seen the same day. Register: 3 of 10 weekend arrivals waited until Monday.",
            sources=sources,
            pills=(PillView("Key question"),),
            actions=(CardAction("comment", "Comment", "chat-text"), CardAction("finding", "Make finding", "flag")),
            saved=SaveView("saved", AT),
            open=True,
        ),
    )
    closed = QuestionCard(
        look,
        QuestionView("/q36", "3.6", "Medication that a person brings is checked and continued.", JudgementView("3.6")),
    )
    middle = column(look, opened, closed, None, gap=12)
    middle.setContentsMargins(20, 16, 20, 16)
    side = Card(look)
    side.inside.addWidget(Label("Linked provisions", "panel"))
    side.inside.addStretch(1)
    side.setFixedWidth(look.px(240))
    across = row(look, outline, gap=0)
    across.addLayout(middle, 1)
    across.addWidget(side)
    outer.addLayout(across, 1)
    opened.focus_answer()
    return page


def messages(look: Look) -> QWidget:
    """Picture 15 and 2: messages, empty state, hidden words, the list of visits."""
    page = _page()
    outer = page.layout()
    assert isinstance(outer, QVBoxLayout)
    top = row(look, gap=14, top=True)
    for view in (
        MessageView(
            "This laptop cannot save any more",
            "The disk is full. Everything up to 14:32:07 is saved. Free some space, then go on.",
            "stop",
            (("large", "Show what is large"),),
        ),
        MessageView(
            "The stick was pulled out", "41 of 64 changes are on it.", "look", (("on", "Go on"),), closable=True
        ),
        MessageView(
            "Two answers to question 3.5", "Both are kept. The lead decides.", "conflict", (("both", "Show both"),)
        ),
    ):
        top.addWidget(Message(look, view))
    outer.addLayout(top)
    empty = EmptyState(
        look,
        EmptyView(
            "No visit yet",
            "Plan the first one, or receive the programme from a stick.",
            "clipboard-text",
            (("new", "New visit", "plus"), ("in", "Receive", "")),
        ),
    )
    hidden = NoteField(look, "Note")
    hidden.present("Weekday arrivals are seen the same day. Three of ten waited until Monday.")
    outer.addLayout(row(look, empty, hidden))
    visits, model = visit_list(look)
    model.present(
        (
            VisitRow(
                "1",
                PillView("Planned", "indigo", "calendar-blank"),
                "Laval Immigration Holding Centre",
                "Follow-up · 1 Dec 2026 · announced",
                (A, C),
                (0, 142),
                "Not begun",
                note="Shared",
                note_icon="check",
                note_tone="met",
            ),
            VisitRow(
                "2",
                PillView("In review", "partly", "chats"),
                "Toronto Immigration Holding Centre",
                "Planned · 7–8 Oct 2026 · unannounced",
                (A, B, C),
                (142, 142),
                "142 of 142",
                note="3 comments to read",
                note_icon="chat-text",
                note_tone="indigo",
            ),
            VisitRow(
                "3",
                PillView("Signed", "met", "shield-check"),
                "Surrey Immigration Holding Centre",
                "Planned · 16–17 Aug 2026 · unannounced",
                (A, B),
                report=("Report v1", "28 Aug 2026"),
            ),
        )
    )
    visits.choose("2")
    box = Card(look, margin=1)
    box.inside.addWidget(visits)
    outer.addWidget(box, 1)
    return page


def _page(margin: int = 28) -> QWidget:
    page = QWidget()
    page.setObjectName("page")
    layout = QVBoxLayout(page)
    layout.setContentsMargins(margin, margin, margin, margin)
    return page


def _off(button: Button) -> Button:
    button.setEnabled(False)
    return button


def main(out: Path) -> None:
    """Writes every page of the gallery in every dress."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    resources = installed_resources()
    look = Look(app, resources, speak("en", resources))
    Ring(app, look)
    out.mkdir(parents=True, exist_ok=True)
    dresses: tuple[tuple[str, Theme, int, Language], ...] = (
        ("light", "light", 100, "en"),
        ("dark", "dark", 100, "en"),
        ("contrast", "contrast", 100, "en"),
        ("large", "light", 150, "en"),
        ("french", "light", 100, LANGUAGES[1]),
    )
    for name, theme, percent, language in dresses:
        look.speak(speak(language, resources))
        look.wear(theme, percent)
        for make in (controls, cards, messages):
            look.veil.set_down(make is messages)
            page = Scroll(look, margin=0)
            page.inside.addWidget(make(look))
            page.resize(1366, 768)
            page.show()
            page.activateWindow()
            app.processEvents()
            if make is cards:
                page.findChildren(Judgement)[0].setFocus()
            app.processEvents()
            page.resize(1366, max(768, page.content.height()))
            app.processEvents()
            page.grab().save(str(out / f"{make.__name__}-{name}.png"))
            page.close()
            page.deleteLater()
            app.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
