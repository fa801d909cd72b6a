"""Parts: the widgets every page is made of. Each is made with the `Look` first, takes one `present(view)`, tells by few
signals; views are frozen dataclasses beside the widget. Nothing here knows a vault, a form or a verb.

Answering: `Judgement` (judged, entered), `Choice` (chosen), `Chip` (toggled, removed), `AnswerField` (answered: facts
as XForms writes them), `NoteField` (typed = keep a draft, left = make an entry; `flush()` on lock), `QuestionCard`
(answered, noted, sourced, opened, acted).
Typing: `Field` (label, control, help, `say_wrong`) around `Line`, `Combo`, `DateField`, `NoteField`; `Switch`.
Acting: `Button` (rank primary, secondary, quiet; 48, 44, 40, 36 high), `HideButton`, `Dialog` (acted, left; a sheet in
the window), `LetterKeys` (single letters outside text fields).
Telling: `Label`, `ElidedLabel`, `VeiledLabel`, `IconLabel`, `Pill`, `Avatar`, `ProgressBar`, `SaveState`,
`ShareState`, `Message` (`message_of(problem, words)`), `EmptyState`. Use `appear(widget, shown)` instead of
`setVisible` on a part that has no parent yet: otherwise it flashes as a window.
Lists: `section_list`, or `RowsModel` + `RowsView` with a delegate of your own; `Tabs`.
Layout: `row`, `column`, `line`, `Flow`, `Card` (`card.inside`), `Scroll` (`scroll.inside`).

The door opens lazily: a part's module is imported when the part is first asked for, so that the start stays quick.
"""

from typing import TYPE_CHECKING

# modules named like what they hold: bound here, or the module would hide the function
from monitor_app.base.lazy_door import lazy_door
from monitor_app.ui.parts.appear import appear
from monitor_app.ui.parts.row import Scroll, column, line, row

if TYPE_CHECKING:
    from monitor_app.ui.parts.answer_field import AnswerField, AnswerView, FactKind
    from monitor_app.ui.parts.avatar import Avatar, Member, paint_avatar
    from monitor_app.ui.parts.button import Button
    from monitor_app.ui.parts.card import Card
    from monitor_app.ui.parts.chip import Chip, ChipView
    from monitor_app.ui.parts.choice import Choice, ChoiceView, Option
    from monitor_app.ui.parts.date_field import DateField, read_date
    from monitor_app.ui.parts.dialog import Dialog, DialogView
    from monitor_app.ui.parts.empty import EmptyState, EmptyView
    from monitor_app.ui.parts.field import Combo, Field, Line
    from monitor_app.ui.parts.flow import Flow
    from monitor_app.ui.parts.hide_button import HideButton
    from monitor_app.ui.parts.judgement import Judgement, JudgementView, judged_word
    from monitor_app.ui.parts.label import ElidedLabel, IconLabel, Ink, Label, VeiledLabel
    from monitor_app.ui.parts.letter_keys import LetterKeys
    from monitor_app.ui.parts.message import Message, MessageView, message_of
    from monitor_app.ui.parts.note_field import NoteField
    from monitor_app.ui.parts.pill import Pill, PillView, judgement_pill, paint_pill
    from monitor_app.ui.parts.progress import ProgressBar, paint_progress
    from monitor_app.ui.parts.question_card import CardAction, QuestionCard, QuestionView
    from monitor_app.ui.parts.rows import Index, RowsModel, RowsView
    from monitor_app.ui.parts.section_rows import SectionRow, section_list
    from monitor_app.ui.parts.states import NOTHING_SAVED, SaveState, SaveView, ShareState, ShareView, saved_words
    from monitor_app.ui.parts.switch import Switch
    from monitor_app.ui.parts.tabs import Tab, Tabs
    from monitor_app.ui.parts.visit_rows import VisitRow

_PARTS = {
    "answer_field": (
        "AnswerField",
        "AnswerView",
        "FactKind",
    ),
    "avatar": (
        "Avatar",
        "Member",
        "paint_avatar",
    ),
    "button": ("Button",),
    "card": ("Card",),
    "chip": (
        "Chip",
        "ChipView",
    ),
    "choice": (
        "Choice",
        "ChoiceView",
        "Option",
    ),
    "date_field": (
        "DateField",
        "read_date",
    ),
    "dialog": (
        "Dialog",
        "DialogView",
    ),
    "empty": (
        "EmptyState",
        "EmptyView",
    ),
    "field": (
        "Combo",
        "Field",
        "Line",
    ),
    "flow": ("Flow",),
    "hide_button": ("HideButton",),
    "judgement": (
        "Judgement",
        "JudgementView",
        "judged_word",
    ),
    "label": (
        "ElidedLabel",
        "IconLabel",
        "Ink",
        "Label",
        "VeiledLabel",
    ),
    "letter_keys": ("LetterKeys",),
    "message": (
        "Message",
        "MessageView",
        "message_of",
    ),
    "note_field": ("NoteField",),
    "pill": (
        "Pill",
        "PillView",
        "judgement_pill",
        "paint_pill",
    ),
    "progress": (
        "ProgressBar",
        "paint_progress",
    ),
    "question_card": (
        "CardAction",
        "QuestionCard",
        "QuestionView",
    ),
    "rows": (
        "Index",
        "RowsModel",
        "RowsView",
    ),
    "section_rows": (
        "SectionRow",
        "section_list",
    ),
    "states": (
        "NOTHING_SAVED",
        "SaveState",
        "SaveView",
        "ShareState",
        "ShareView",
        "saved_words",
    ),
    "switch": ("Switch",),
    "tabs": (
        "Tab",
        "Tabs",
    ),
    "visit_rows": ("VisitRow",),
}

__all__ = [
    "NOTHING_SAVED",
    "AnswerField",
    "AnswerView",
    "Avatar",
    "Button",
    "Card",
    "CardAction",
    "Chip",
    "ChipView",
    "Choice",
    "ChoiceView",
    "Combo",
    "DateField",
    "Dialog",
    "DialogView",
    "ElidedLabel",
    "EmptyState",
    "EmptyView",
    "FactKind",
    "Field",
    "Flow",
    "HideButton",
    "IconLabel",
    "Index",
    "Ink",
    "Judgement",
    "JudgementView",
    "Label",
    "LetterKeys",
    "Line",
    "Member",
    "Message",
    "MessageView",
    "NoteField",
    "Option",
    "Pill",
    "PillView",
    "ProgressBar",
    "QuestionCard",
    "QuestionView",
    "RowsModel",
    "RowsView",
    "SaveState",
    "SaveView",
    "Scroll",
    "SectionRow",
    "ShareState",
    "ShareView",
    "Switch",
    "Tab",
    "Tabs",
    "VeiledLabel",
    "VisitRow",
    "appear",
    "column",
    "judged_word",
    "judgement_pill",
    "line",
    "message_of",
    "paint_avatar",
    "paint_pill",
    "paint_progress",
    "read_date",
    "row",
    "saved_words",
    "section_list",
]

__getattr__ = lazy_door(__name__, _PARTS)
