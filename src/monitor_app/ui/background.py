"""The one place where threads meet the window: the clerk keeps the vault and does verbs in order, the courier does long
work that needs no vault (a PDF, a passphrase). What they bring comes back on the GUI thread, if the asker still lives.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar, cast

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from monitor_app.base import Cancelled, Problem
from monitor_app.ui.crash import Crash, crash_of

V = TypeVar("V")
T = TypeVar("T")
P = TypeVar("P")
B = TypeVar("B")

OnProblem = Callable[[Problem], object]
OnCrash = Callable[[Crash], None]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the GUI thread keeps until an answer comes: nothing of it is ever let go on another thread."""

    asker: QObject | None
    work: Callable[[], object]
    then: Callable[[object], object]
    problem: OnProblem
    always: bool


class _Desk(QObject):
    """Lives on the GUI thread; answers arrive here."""

    arrived = Signal(int, object)

    def __init__(self, crashed: OnCrash) -> None:
        super().__init__()
        self._crashed = crashed
        self.asked: dict[int, _Asked] = {}
        self.arrived.connect(self.deliver, Qt.ConnectionType.QueuedConnection)

    @Slot(int, object)
    def deliver(self, number: int, outcome: object) -> None:
        asked = self.asked.pop(number, None)
        if asked is None or (asked.asker is not None and not isValid(asked.asker)):
            return
        if isinstance(outcome, Problem):
            asked.problem(outcome)
        elif isinstance(outcome, Crash):
            self._crashed(outcome)
        elif not isinstance(outcome, Cancelled):
            asked.then(outcome)


class _Thread:
    """One thread and its queue. `ask` from the GUI thread only."""

    def __init__(self, name: str, crashed: OnCrash) -> None:
        self._desk = _Desk(crashed)
        self._queue: queue.SimpleQueue[tuple[int, Callable[[], object], bool] | None] = queue.SimpleQueue()
        self._number = 0
        self._closed = False
        self._dropping = threading.Event()
        self._thread = threading.Thread(target=self._work, name=name)
        self._thread.start()

    def ask(self, asked: _Asked) -> None:
        if self._closed:
            return
        self._number += 1
        self._desk.asked[self._number] = asked
        self._queue.put((self._number, asked.work, asked.always))

    def busy(self) -> bool:
        """Something asked has not come back yet."""
        return bool(self._desk.asked)

    def close(self, *, drop: bool) -> None:
        """Ends the thread after what is running; `drop` leaves out what only waits. No answer arrives after this."""
        if self._closed:
            return
        self._closed = True
        if drop:
            self._dropping.set()
        self._queue.put(None)
        self._thread.join()
        self._desk.asked.clear()

    def _work(self) -> None:
        while (taken := self._queue.get()) is not None:
            number, work, always = taken
            outcome = _outcome(work) if always or not self._dropping.is_set() else Cancelled()
            # the GUI thread must be the last to hold what was asked: a widget may hang on it
            del work, taken
            self._desk.arrived.emit(number, outcome)


def _outcome(work: Callable[[], object]) -> object:
    try:
        return work()
    except (Problem, Cancelled) as foreseen:
        foreseen.__context__ = foreseen.__cause__ = None
        return foreseen.with_traceback(None)
    except Exception as error:
        return crash_of(error)


class Clerk(Generic[V]):
    """Keeps one V (the vault) on one thread. Verbs are done in the order they were asked, those before closing too.

    `problem` hears of problems whose asker named no ear of their own; `crashed` of everything unforeseen.
    """

    def __init__(self, crashed: OnCrash, problem: OnProblem) -> None:
        self._thread = _Thread("clerk", crashed)
        self._problem = problem
        self._kept: V | None = None

    def keep(
        self,
        asker: QObject | None,
        open_it: Callable[[], V],
        then: Callable[[V], object],
        problem: OnProblem | None = None,
    ) -> None:
        """Opens the vault on the clerk's thread and keeps it. `then` hears of it; it must not use the vault itself."""

        def work() -> object:
            self._kept = open_it()
            return self._kept

        self._ask(asker, work, cast(Callable[[object], object], then), problem)

    def ask(
        self,
        asker: QObject | None,
        verb: Callable[[V], T],
        then: Callable[[T], object] | None = None,
        problem: OnProblem | None = None,
    ) -> None:
        """Does `verb(vault)` on the clerk's thread, then `then(result)` here. Asked without a vault it is a bug."""

        def work() -> object:
            if self._kept is None:
                raise RuntimeError("the clerk keeps no vault")
            return verb(self._kept)

        self._ask(asker, work, cast(Callable[[object], object], then or _nothing), problem)

    def busy(self) -> bool:
        """A verb is being done or waits."""
        return self._thread.busy()

    def close(self, farewell: Callable[[V], object] | None = None) -> None:
        """Does everything asked so far, then `farewell(vault)`, then ends. Blocks until done; no callback after it."""

        def work() -> object:
            kept, self._kept = self._kept, None
            if kept is not None and farewell is not None:
                farewell(kept)
            return None

        self._ask(None, work, _nothing, None)
        self._thread.close(drop=False)

    def _ask(
        self,
        asker: QObject | None,
        work: Callable[[], object],
        then: Callable[[object], object],
        problem: OnProblem | None,
    ) -> None:
        self._thread.ask(_Asked(asker, work, then, problem or self._problem, always=True))


class Courier:
    """Does long work that never sees the vault: Argon2, rendering, signing, the network."""

    def __init__(self, crashed: OnCrash, problem: OnProblem) -> None:
        self._thread = _Thread("courier", crashed)
        self._problem = problem

    def send(
        self,
        asker: QObject | None,
        travel: Callable[[], T],
        then: Callable[[T], object] | None = None,
        problem: OnProblem | None = None,
    ) -> None:
        """Does `travel()` on the courier's thread, then `then(result)` here."""
        back = cast(Callable[[object], object], then or _nothing)
        self._thread.ask(_Asked(asker, travel, back, problem or self._problem, always=False))

    def busy(self) -> bool:
        """Work is under way or waits."""
        return self._thread.busy()

    def close(self) -> None:
        """Waits for what is under way, leaves out the rest, ends. No callback after it."""
        self._thread.close(drop=True)


def errand(
    clerk: Clerk[V],
    courier: Courier,
    asker: QObject | None,
    pack: Callable[[V], P],
    travel: Callable[[P], B],
    unpack: Callable[[V, B], T],
    then: Callable[[T], object] | None = None,
    problem: OnProblem | None = None,
) -> None:
    """pack with the vault, travel without it, unpack with it again. A problem on any leg ends the errand."""

    def travelled(brought: B) -> None:
        clerk.ask(asker, lambda vault: unpack(vault, brought), then, problem)

    def packed(parcel: P) -> None:
        courier.send(asker, lambda: travel(parcel), travelled, problem)

    clerk.ask(asker, pack, packed, problem)


def _nothing(_result: object) -> None:
    """For who asks and need not know."""
