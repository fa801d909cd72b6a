"""Two answers to one question, gathered by who gave them, the differences marked. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from monitor_app.actions.open_response import AnswerState, Given
from monitor_app.base import MemberId, Words
from monitor_app.monitoring import VisitRole
from monitor_app.ui.checklist.beside_view import pill_of
from monitor_app.ui.checklist.card_view import is_judgement, said
from monitor_app.ui.checklist.conflict_card import SideView, TwoAnswersView
from monitor_app.ui.checklist.differences import Piece, combined, marked
from monitor_app.ui.checklist.filling import Filling
from monitor_app.ui.parts.avatar import Member


@dataclass(frozen=True, slots=True)
class Side:
    """What one person wrote: an answer, a note, or both."""

    author: MemberId
    value: Given | None
    note: Given | None


@dataclass(frozen=True, slots=True)
class Settling:
    """What to write so that one thing stands: field part ("value", "note") -> text."""

    texts: Mapping[str, str]


def sides(state: AnswerState) -> tuple[Side, ...]:
    """The answers by author, in the order they stand; an author with two answers (two laptops) has two sides.

    The order is the same for everybody; a side's place in it is its key.
    """
    found: list[Side] = [
        Side(given.author, given, None) for given in state.values if given.text or len(state.values) > 1
    ]
    for note in state.notes:
        place = next((i for i, s in enumerate(found) if s.author == note.author and s.note is None), None)
        if place is None:
            found.append(Side(note.author, None, note))
        else:
            found[place] = Side(found[place].author, found[place].value, note)
    return tuple(found)


def chosen(state: AnswerState, key: str) -> Settling:
    """One side counts: its answer where answers differ, its note where notes do."""
    every = sides(state)
    side = every[int(key)]
    texts = {}
    if len(state.values) > 1 and side.value is not None:
        texts["value"] = side.value.text
    if len(state.notes) > 1 and side.note is not None:
        texts["note"] = side.note.text
    return Settling(texts)


def texts_to_join(filling: Filling, path: str) -> tuple[str, tuple[str, ...]]:
    """The part whose texts can be joined and those texts; ("", ()) where only a judgement or a choice is at stake."""
    state = filling.state(path)
    if len(state.notes) > 1:
        return "note", tuple(note.text for note in state.notes)
    if len(state.values) > 1 and filling.question(path).type in ("text", "string"):
        return "value", tuple(value.text for value in state.values)
    return "", ()


def two_answers_view(filling: Filling, path: str, words: Words) -> TwoAnswersView:
    """The view of a question with two answers."""
    state = filling.state(path)
    number = filling.number(path)
    text = filling.live.label(path, filling.language)
    every = sides(state)
    settles = filling.may_settle(state)
    part, joined = texts_to_join(filling, path)
    own_first = sorted(enumerate(every), key=lambda numbered: numbered[1].author != filling.work.own)
    shown = tuple(_side(filling, path, place, side, every, words) for place, side in own_first)
    spoken = words("Question {number}, two answers. {said}", number=number, said=". ".join(s.said() for s in shown))
    return TwoAnswersView(
        path=path,
        number=number,
        text=text,
        badge=_badge(filling, state, words),
        line=_line(filling, settles, words),
        sides=shown,
        may_settle=settles,
        keep="" if not part else words("Keep both notes") if part == "note" else words("Keep both texts"),
        combine="" if not part else words("Combine"),
        draft=combined(joined),
        spoken=spoken,
    )


def _side(filling: Filling, path: str, place: int, side: Side, every: tuple[Side, ...], words: Words) -> SideView:
    question = filling.question(path)
    others = tuple(other for other in every if other is not side)
    value = side.value.text if side.value else ""
    pill = pill_of(value, words) if is_judgement(question) else None
    fact: tuple[Piece, ...] = ()
    if value and pill is None:
        fact = marked(
            said(filling, question, value, words),
            tuple(said(filling, question, other.value.text, words) for other in others if other.value),
        )
    note: tuple[Piece, ...] = ()
    if side.note is not None:
        note = marked(side.note.text, tuple(other.note.text for other in others if other.note))
    own = side.author == filling.work.own
    given = side.value or side.note
    label = given.label if given else ""
    at = max((one.at for one in (side.value, side.note) if one), default=None)
    who = _member(filling, side.author, words("You") if own else label)
    use = words("Use mine") if own else words("Use {name}’s", name=label)
    cleared = words("Answer cleared") if side.value is not None and not value and side.note is None else ""
    return SideView(
        key=str(place),
        who=who,
        when=words.time(at, filling.zone) if at else "",
        answer=pill,
        fact=fact or (marked(cleared, (cleared,)) if cleared else ()),
        note=note,
        use=use,
    )


def _member(filling: Filling, author: MemberId, name: str) -> Member:
    known = filling.work.people.get(author)
    return Member(known.order, known.initial, name) if known else Member(0, "?", name)


def _badge(filling: Filling, state: AnswerState, words: Words) -> str:
    given = state.values if len(state.values) > 1 else state.notes
    others = [one.label for one in given if one.author != filling.work.own]
    if len(given) == 2 and len(others) == 1:
        if len(state.values) > 1:
            return words("{name} answered differently", name=others[0])
        return words("{name} noted it differently", name=others[0])
    if len(state.values) > 1:
        return words.n("{n} answer", "{n} answers", len(given))
    return words.n("{n} note", "{n} notes", len(given))


def _line(filling: Filling, settles: bool, words: Words) -> str:
    if not settles:
        return words("Both answers are kept. The lead or one of the authors chooses which one counts.")
    if filling.work.actor.visit is VisitRole.LEAD:
        return words("Both answers are kept. As team lead you choose which one counts; the other stays in the history.")
    return words("Both answers are kept. You choose which one counts; the other stays in the history.")
