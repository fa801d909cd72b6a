"""What the demo says while it is being made: one line for each step a person would tell of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from monitor_app.actions.demo.play import Cue
from monitor_app.actions.demo.stage import Stage
from monitor_app.actions.facilities import facility
from monitor_app.actions.visits import visit_of
from monitor_app.base import Words
from monitor_app.monitoring import Outcome, name_of

Say = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Teller:
    """Says it in one language, with the day at the place."""

    stage: Stage
    say: Say
    words: Words

    def founded(self, organisation: str) -> None:
        """The programme stands."""
        self.say(
            self.words("{day}: {organisation} founds the programme.", day=self._today(), organisation=organisation)
        )

    def joined(self, person: str) -> None:
        """Somebody was let in."""
        self.say(self.words("{day}: {person} joins.", day=self._today(), person=person))

    def acted(self, cue: Cue) -> None:
        """An act was played."""
        for word in cue.act.deeds:
            said = self._deed(cue, word)
            if said:
                place = facility(self.stage.vaults["A"], cue.on.place).name(self.words.language)
                day = self.words.day(cue.at.astimezone(cue.on.zone).date())
                self.say(f"{day}: {place}. {said}")

    def parted(self, conflicts: int) -> None:
        """The end: what the two laptops still have to settle."""
        self.say(
            self.words.n("{n} field was written twice and waits.", "{n} fields were written twice and wait.", conflicts)
        )

    def _deed(self, cue: Cue, word: str) -> str:
        words = self.words
        match word:
            case "plan":
                return words("Visit planned.")
            case "outcome":
                return f"{words(name_of(Outcome(cue.act.deeds[word]['outcome'])))}."
            case "sign":
                signed = visit_of(self.stage.vaults["A"], cue.on.space).version
                return words("Report signed, version {version}.", version=signed)
            case "reopen":
                return words("Report reopened.")
        return ""

    def _today(self) -> str:
        return self.words.day(self.stage.clock.now().date())
