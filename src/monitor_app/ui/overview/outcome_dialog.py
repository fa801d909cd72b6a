"""What became of the visit: carried out, cut short, access refused, cancelled; with the reason and by whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from monitor_app.monitoring import Outcome, Visit, name_of
from monitor_app.ui.look import Look
from monitor_app.ui.parts import Choice, ChoiceView, Dialog, DialogView, Field, Line, NoteField, Option


@dataclass(frozen=True, slots=True)
class Became:
    """What a person says became of the visit."""

    outcome: Outcome
    reason: str
    by_whom: str

    @property
    def complete(self) -> bool:
        """Anything but carried out needs a reason."""
        return self.outcome is Outcome.CARRIED_OUT or bool(self.reason.strip())


def ask_outcome(look: Look, visit: Visit, over: QWidget, answered: Callable[[Became, Dialog], None]) -> Dialog:
    """Asks on a sheet. `answered` does the deed and closes the dialog, or says there what went wrong."""
    words = look.words
    dialog = Dialog(
        look,
        DialogView(
            words("What became of the visit?"),
            words("A visit that was refused or cancelled can be reported and signed too."),
            safe=words("Leave it as it is"),
            act=words("Record it"),
            width=640,
        ),
        over,
    )
    choice = Choice(look)
    options = tuple(Option(outcome.value, words(name_of(outcome))) for outcome in Outcome)
    choice.present(ChoiceView(words("Outcome"), options, visit.outcome.value))
    reason = NoteField(look, fewest=3)
    reason.present(visit.outcome_reason)
    by_whom = Line(look)
    by_whom.setText(visit.outcome_by)
    why = Field(look, words("Reason"), reason, words("In a few words. It stands in the report."))
    who = Field(look, words("By whom"), by_whom, words("An office or a function, no name."))

    def became() -> Became:
        return Became(Outcome(choice.chosen_key()), reason.toPlainText(), by_whom.text())

    def check() -> None:
        unusual = became().outcome is not Outcome.CARRIED_OUT
        why.setVisible(unusual)
        who.setVisible(unusual)
        dialog.allow(became().complete)

    for widget in (choice, why, who):
        dialog.extra.addWidget(widget)
    choice.chosen.connect(lambda _: check())
    reason.textChanged.connect(check)
    dialog.acted.connect(lambda _: answered(became(), dialog))
    check()
    choice.setFocus()
    return dialog
