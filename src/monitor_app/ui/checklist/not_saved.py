"""What is said when something cannot be saved: what happened, what is safe, the ways out. Pure."""

from __future__ import annotations

from datetime import datetime

from monitor_app.base import Problem, Words
from monitor_app.ui.parts.message import MessageView


def not_saved(problem: Problem, saved_at: datetime | None, words: Words) -> MessageView:
    """The message in red. Its actions: "again" and "give_up". `saved_at`: when something was last durable."""
    said = problem.say(words)
    lines = [words("What you wrote last is on the screen only.")]
    if saved_at is not None:
        lines.append(words("Everything up to {time} is saved.", time=words.time(saved_at, seconds=True)))
    actions = (("again", words("Save again")), ("give_up", words("Take it back")))
    return MessageView(said.happened, " ".join([*lines, said.next]), "stop", actions)
