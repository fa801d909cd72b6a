"""Clerk and courier: in order, back on the GUI thread, only while the asker lives, and no thread left behind."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from monitor_app.base import Cancelled, Problem
from monitor_app.base.problems import vault as problems
from monitor_app.ui.background import Clerk, Courier, errand
from monitor_app.ui.crash import Crash, crash_of


@dataclass
class Book:
    """Stands for the vault: remembers what was written and on which thread."""

    written: list[str] = field(default_factory=list)
    threads: set[str] = field(default_factory=set)
    closed: bool = False

    def write(self, word: str) -> int:
        self.threads.add(threading.current_thread().name)
        self.written.append(word)
        return len(self.written)


@dataclass
class Heard:
    crashes: list[Crash] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def book() -> Book:
    return Book()


@pytest.fixture
def clerk(qapp: QApplication, heard: Heard, book: Book) -> Iterator[Clerk[Book]]:
    made: Clerk[Book] = Clerk(heard.crashes.append, heard.problems.append)
    made.keep(None, lambda: book, lambda _book: None)
    yield made
    made.close()


@pytest.fixture
def courier(qapp: QApplication, heard: Heard) -> Iterator[Courier]:
    made = Courier(heard.crashes.append, heard.problems.append)
    yield made
    made.close()


def test_verbs_are_done_in_the_order_they_were_asked(qtbot: QtBot, clerk: Clerk[Book], book: Book) -> None:
    got: list[int] = []
    for word in ("one", "two", "three"):
        clerk.ask(None, lambda vault, word=word: vault.write(word), got.append)
    qtbot.waitUntil(lambda: got == [1, 2, 3])
    assert book.written == ["one", "two", "three"]
    assert book.threads == {"clerk"}


def test_the_answer_comes_on_the_gui_thread(qtbot: QtBot, clerk: Clerk[Book]) -> None:
    where: list[threading.Thread] = []
    clerk.ask(None, lambda vault: vault.write("a"), lambda _n: where.append(threading.current_thread()))
    qtbot.waitUntil(lambda: bool(where))
    assert where == [threading.main_thread()]


def test_an_answer_for_a_widget_that_is_gone_is_dropped(qtbot: QtBot, clerk: Clerk[Book], book: Book) -> None:
    asker = QObject()
    told: list[int] = []
    go_on = threading.Event()
    clerk.ask(asker, lambda vault: (go_on.wait(5), vault.write("kept"))[1], told.append)
    import shiboken6

    shiboken6.delete(asker)
    go_on.set()
    qtbot.waitUntil(lambda: not clerk.busy())
    assert book.written == ["kept"]
    assert told == []


def test_a_problem_reaches_who_asked(qtbot: QtBot, clerk: Clerk[Book], heard: Heard) -> None:
    def verb(_vault: Book) -> None:
        raise Problem(problems.DISK_FULL)

    own: list[Problem] = []
    clerk.ask(None, verb, None, own.append)
    clerk.ask(None, verb)
    qtbot.waitUntil(lambda: bool(own) and bool(heard.problems))
    assert own[0].kind is problems.DISK_FULL
    assert heard.crashes == []


def test_what_is_cancelled_is_quiet(qtbot: QtBot, courier: Courier, heard: Heard) -> None:
    def travel() -> None:
        raise Cancelled

    told: list[object] = []
    courier.send(None, travel, told.append)
    qtbot.waitUntil(lambda: not courier.busy())
    assert (told, heard.crashes, heard.problems) == ([], [], [])


def test_anything_else_is_a_bug_told_without_its_words(qtbot: QtBot, clerk: Clerk[Book], heard: Heard) -> None:
    def verb(_vault: Book) -> None:
        raise ValueError("the answer of INT-07")

    clerk.ask(None, verb)
    qtbot.waitUntil(lambda: bool(heard.crashes))
    crash = heard.crashes[0]
    assert crash.fault == "ValueError"
    assert "INT-07" not in crash.text()
    assert crash.places[-1].startswith("test_background.py:")


def test_closing_does_what_was_asked_then_says_farewell(qapp: QApplication, heard: Heard, book: Book) -> None:
    clerk: Clerk[Book] = Clerk(heard.crashes.append, heard.problems.append)
    clerk.keep(None, lambda: book, lambda _book: None)
    told: list[int] = []
    for word in ("a", "b"):
        clerk.ask(None, lambda vault, word=word: vault.write(word), told.append)
    clerk.close(lambda vault: setattr(vault, "closed", True))
    assert book.written == ["a", "b"]
    assert book.closed
    qapp.processEvents()
    assert told == []
    clerk.ask(None, lambda vault: vault.write("late"))
    clerk.close()
    assert book.written == ["a", "b"]


def test_a_courier_closed_mid_errand_finishes_it_and_leaves_out_the_rest(qapp: QApplication, heard: Heard) -> None:
    courier = Courier(heard.crashes.append, heard.problems.append)
    done: list[str] = []
    under_way = threading.Event()

    def first() -> None:
        under_way.set()
        time.sleep(0.05)
        done.append("first")

    courier.send(None, first)
    courier.send(None, lambda: done.append("second"))
    assert under_way.wait(5)
    courier.close()
    assert done == ["first"]
    assert not [thread for thread in threading.enumerate() if thread.name == "courier"]


def test_an_errand_packs_travels_and_unpacks(
    qtbot: QtBot, clerk: Clerk[Book], courier: Courier, book: Book, heard: Heard
) -> None:
    threads: list[str] = []

    def travel(parcel: int) -> str:
        threads.append(threading.current_thread().name)
        return f"parcel {parcel}"

    got: list[int] = []
    errand(
        clerk,
        courier,
        None,
        pack=lambda vault: vault.write("packed"),
        travel=travel,
        unpack=lambda vault, brought: vault.write(brought),
        then=got.append,
    )
    qtbot.waitUntil(lambda: got == [2])
    assert book.written == ["packed", "parcel 1"]
    assert threads == ["courier"]


def test_a_problem_on_the_way_ends_the_errand(qtbot: QtBot, clerk: Clerk[Book], courier: Courier, book: Book) -> None:
    def travel(_parcel: int) -> str:
        raise Problem(problems.DISK_FULL)

    told: list[Problem] = []
    errand(clerk, courier, None, lambda v: v.write("packed"), travel, lambda v, b: v.write(b), None, told.append)
    qtbot.waitUntil(lambda: len(told) == 1)
    assert book.written == ["packed"]


def test_a_verb_without_a_vault_is_a_bug(qtbot: QtBot, qapp: QApplication, heard: Heard) -> None:
    clerk: Clerk[Book] = Clerk(heard.crashes.append, heard.problems.append)
    clerk.ask(None, lambda vault: vault.write("a"))
    qtbot.waitUntil(lambda: bool(heard.crashes))
    clerk.close()
    assert heard.crashes[0].fault == "RuntimeError"


def test_a_problem_brings_no_frames_and_so_no_words_along(qtbot: QtBot, clerk: Clerk[Book]) -> None:
    def verb(_vault: Book) -> None:
        try:
            raise ValueError("a name")
        except ValueError as error:
            raise Problem(problems.DISK_FULL) from error

    told: list[Problem] = []
    clerk.ask(None, verb, None, told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].__traceback__ is None
    assert told[0].__cause__ is None


def test_a_crash_names_lines_of_the_program_only() -> None:
    try:
        speak_of_it("an answer")
    except KeyError as error:
        crash = crash_of(error)
    assert crash.fault == "KeyError"
    assert "an answer" not in crash.text()
    assert [place.split(" in ")[1] for place in crash.places] == [
        "test_a_crash_names_lines_of_the_program_only",
        "speak_of_it",
    ]


def speak_of_it(word: str) -> None:
    raise KeyError(word)
