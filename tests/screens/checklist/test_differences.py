"""Where two texts differ, and one text made of several."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from monitor_app.ui.checklist.differences import Piece, combined, marked


def test_only_the_words_that_differ_are_marked() -> None:
    pieces = marked("The nurse comes at 07:00 every day.", ("The nurse comes at 09:00 every day.",))
    assert [piece.text for piece in pieces if piece.differs] == ["07"]


def test_a_word_more_is_marked_where_it_stands() -> None:
    assert marked("A guard sits near the door.", ("A guard sits near door.",)) == (
        Piece("A guard sits near ", False),
        Piece("the", True),
        Piece(" door.", False),
    )


def test_texts_with_little_in_common_are_not_marked_at_all() -> None:
    pieces = marked("The phone was tried and answered.", ("Two people say nobody comes after 23:00.",))
    assert not any(piece.differs for piece in pieces)


def test_equal_texts_have_one_unmarked_piece() -> None:
    assert marked("Same words.", ("Same words.",)) == (Piece("Same words.", False),)


def test_a_very_long_text_is_not_compared_word_by_word() -> None:
    long = "word " * 5000
    assert marked(long, ("other",)) == (Piece(long, True),)


@given(st.text(max_size=200), st.lists(st.text(max_size=200), max_size=3))
def test_the_pieces_are_the_text(own: str, others: list[str]) -> None:
    assert "".join(piece.text for piece in marked(own, tuple(others))) == own


def test_combining_keeps_every_text_once() -> None:
    assert combined(("The door is open.", "The door is open. A guard sits there.", "", "Quiet.")) == (
        "The door is open. A guard sits there.\n\nQuiet."
    )


@given(st.lists(st.text(max_size=40), max_size=4))
def test_combining_loses_no_text(texts: list[str]) -> None:
    whole = combined(tuple(texts))
    assert all(text.strip() in whole for text in texts)
