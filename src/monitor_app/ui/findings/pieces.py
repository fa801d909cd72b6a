"""Pieces of evidence as the sheet shows them, and the answers a new one may come from. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from monitor_app.actions.filled_form import FilledQuestion
from monitor_app.base import Words
from monitor_app.monitoring import Evidence, Finding, Judgement, Relation, Source, name_of
from monitor_app.ui.look import Judged
from monitor_app.ui.parts.choice import Option
from monitor_app.ui.parts.pill import PillView, judgement_pill

SOURCE_ICONS: dict[Source, str] = {
    Source.DETAINED: "users",
    Source.STAFF: "identification-badge",
    Source.OBSERVATION: "eye",
    Source.DOCUMENTS: "files",
    Source.THIRD_PARTIES: "users-three",
}
_JUDGED: dict[Judgement, Judged] = {
    Judgement.MET: "met",
    Judgement.PARTLY: "partly",
    Judgement.NOT_MET: "not_met",
    Judgement.NA: "na",
    Judgement.NOT_ASSESSED: "not_assessed",
}


@dataclass(frozen=True, slots=True)
class PieceView:
    """A line of evidence. `title` may stay on the screen; `words` are written words, which Hide masks. `place` is
    (response in hex, path) of the answer it comes from, or None for a text of its own."""

    key: str
    icon: str
    title: str
    words: str
    supports: bool
    sources: frozenset[str]
    source_words: str
    place: tuple[str, str] | None
    writable: bool = True


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An answer that can become evidence. `key` is response in hex and path."""

    key: str
    ref: str
    label: str
    pill: PillView | None
    said: str
    note: str
    sources: frozenset[Source]
    linked: bool = False


def answer_key(response: bytes, path: str) -> str:
    """Names an answer of a visit."""
    return f"{response.hex()}{path}"


def piece_views(
    finding: Finding, answers: Mapping[str, FilledQuestion], words: Words, writable: bool
) -> tuple[PieceView, ...]:
    """The evidence of a finding, what supports it first."""
    ordered = sorted(finding.evidence, key=lambda piece: piece.relation is not Relation.SUPPORTS)
    return tuple(_piece(piece, answers, words, writable) for piece in ordered)


def evidence_summary(finding: Finding, words: Words) -> str:
    """How many kinds of source support it and how many contradict: counted, never scored."""
    said = []
    supports = len(finding.sources)
    against = len(_sources(finding, Relation.CONTRADICTS))
    if supports:
        said.append(words.n("{n} source supports", "{n} sources support", supports))
    if against:
        said.append(words.n("{n} contradicts", "{n} contradict", against))
    if not said and finding.evidence:
        return words("no source named yet")
    return ", ".join(said)


def answer_rows(answers: Sequence[FilledQuestion], finding: Finding, asked: str, words: Words) -> tuple[AnswerRow, ...]:
    """The answers whose number, question or note holds every word of `asked`; those of the finding's theme first."""
    linked = {answer_key(piece.response, piece.path) for piece in finding.evidence if piece.response}
    wanted = asked.casefold().split()
    rows = []
    for question in sorted(answers, key=lambda one: one.theme != finding.theme):
        note = _note(question)
        held = f"{question.ref} {question.label} {note}".casefold()
        if all(word in held for word in wanted):
            key = answer_key(question.response, question.path)
            rows.append(
                AnswerRow(
                    key,
                    question.ref,
                    question.label,
                    _judged(question, words),
                    question.said,
                    note,
                    question.sources,
                    key in linked,
                )
            )
    return tuple(rows)


def source_options(words: Words) -> tuple[Option, ...]:
    """The five kinds of source."""
    return tuple(Option(source.value, words(name_of(source))) for source in Source)


def _piece(piece: Evidence, answers: Mapping[str, FilledQuestion], words: Words, writable: bool) -> PieceView:
    sources = [source for source in Source if source in piece.sources]
    question = answers.get(answer_key(piece.response, piece.path)) if piece.response else None
    if question is not None:
        said = words("Question {ref}", ref=question.ref)
        answered = words(name_of(question.judgement)) if question.judgement else question.said
        title = f"{said} · {answered}" if answered else said
        written = piece.text or _note(question) or question.label
    elif piece.response:
        title, written = words("An answer that is no longer asked"), piece.text
    else:
        title, written = words("Written here"), piece.text
    return PieceView(
        key=piece.id.hex(),
        icon=SOURCE_ICONS[sources[0]] if sources else "note-pencil",
        title=title,
        words=written,
        supports=piece.relation is Relation.SUPPORTS,
        sources=frozenset(source.value for source in sources),
        source_words=", ".join(words(name_of(source)) for source in sources) or words("No source named"),
        place=(piece.response.hex(), piece.path) if piece.response else None,
        writable=writable,
    )


def _sources(finding: Finding, relation: Relation) -> frozenset[Source]:
    return frozenset().union(*(piece.sources for piece in finding.evidence if piece.relation is relation))


def _note(question: FilledQuestion) -> str:
    return " ".join(note.text for note in question.state.notes if note.text)


def _judged(question: FilledQuestion, words: Words) -> PillView | None:
    return judgement_pill(words, _JUDGED[question.judgement]) if question.judgement else None
