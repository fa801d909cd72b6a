"""Work on a checklist of a visit: everything its page opens with, and what it shows beside the questions."""

from __future__ import annotations

from dataclasses import dataclass

from monitor_app.actions.checklists import Checklist
from monitor_app.actions.comment import Comment, comments
from monitor_app.actions.facilities import facility
from monitor_app.actions.last_answers import LastAnswer, last_answers
from monitor_app.actions.last_place import last_place
from monitor_app.actions.open_response import OpenResponse, open_response, responses
from monitor_app.actions.people import Member, actor, members
from monitor_app.actions.quick_note import QuickNote, quick_notes
from monitor_app.actions.seen_guidance import seen_guidance
from monitor_app.actions.visits import visit_of
from monitor_app.base import EntityId, MemberId, Problem, SpaceId
from monitor_app.base.problems import work as problems
from monitor_app.monitoring import Actor, Visit
from monitor_app.vault import Vault


@dataclass(frozen=True, slots=True)
class AtWork:
    """A checklist as its page opens. `others` are all checklists of the visit, in their order; `own` is this person."""

    opened: OpenResponse
    others: tuple[tuple[EntityId, Checklist], ...]
    actor: Actor
    own: MemberId
    people: dict[MemberId, Member]
    time_zone: str
    seen_guidance: frozenset[str]
    last_path: str
    """The question this person last worked at, "" for none."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the questions: what the last visit answered, what the team said, notes that wait."""

    last: Visit | None
    last_answers: dict[str, LastAnswer]
    comments: tuple[Comment, ...]
    notes: tuple[QuickNote, ...]


def work_on_checklist(vault: Vault, space: SpaceId, response: EntityId | None = None) -> AtWork:
    """Opens a checklist of a visit; where none is named, the one last worked on, or the first. Raises Problem
    work.not-there."""
    others = responses(vault, space)
    last = last_place(vault, space)
    known = [ident for ident, _ in others]
    first = last.response if last is not None and last.response in known else next(iter(known), None)
    wanted = response if response is not None else first
    if wanted is None:
        raise Problem(problems.NOT_THERE)
    opened = open_response(vault, space, wanted)
    return AtWork(
        opened=opened,
        others=others,
        actor=actor(vault, space),
        own=vault.identity.member,
        people=members(vault),
        time_zone=facility(vault, visit_of(vault, space).facility).time_zone,
        seen_guidance=seen_guidance(vault, opened.checklist.form_id),
        last_path=last.path if last is not None and last.response == wanted else "",
    )


def beside(vault: Vault, space: SpaceId, form_id: str) -> Beside:
    """What stands beside the questions of a checklist."""
    last, answers = last_answers(vault, visit_of(vault, space), form_id)
    return Beside(last, answers, comments(vault, space), tuple(n for n in quick_notes(vault, space) if not n.path))
