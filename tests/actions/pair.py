"""Two laptops of one programme, and the short ways of saying what is done with them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.stories.given import PASSPHRASE, RESOURCES, Laptop

from monitor_app.actions.accept_check import accept_check
from monitor_app.actions.before_signing import before_signing
from monitor_app.actions.change_visit import place_in_team
from monitor_app.actions.enrol_device import accept_grant, grant, request_to_join
from monitor_app.actions.hand_over import parcel, take_parcel
from monitor_app.actions.plan_visit import TeamChoice
from monitor_app.actions.records import records
from monitor_app.actions.report_content import ReportWish, report_content
from monitor_app.actions.sign_report import sign_report
from monitor_app.base import SpaceId, speak, system_randomness
from monitor_app.monitoring import Check, Kind, ProgrammeRole, VisitRole
from monitor_app.reports import ReportContent
from monitor_app.vault import Admitted, Vault

B_PASSPHRASE = "six slow otters under fir"
WORDS = speak("en", RESOURCES)


@dataclass(frozen=True, slots=True)
class Pair:
    """A founded the programme; B joined it."""

    a: Laptop
    b: Laptop

    def visit(self, role: VisitRole = VisitRole.VISITOR) -> SpaceId:
        """A visit led by A, with B in the team; B has it."""
        space = self.a.plan()
        place_in_team(self.a.vault, space, TeamChoice(self.b.vault.identity.member, role))
        self.meet(space)
        return space

    def meet(self, *spaces: SpaceId) -> None:
        """Each hands the other what it wrote; nothing is set aside."""
        for giver, taker in ((self.a.vault, self.b.vault), (self.b.vault, self.a.vault)):
            for came in carry(giver, taker, *spaces):
                assert (came.waiting, came.aside) == (0, ())

    def lock(self) -> None:
        """Locks both."""
        self.a.vault.lock()
        self.b.vault.lock()


def joined(a: Laptop, folder: Path) -> Pair:
    """B joins the programme of A, by request and grant."""
    request = request_to_join("Visitor B", "en", a.world)
    granted = grant(a.vault, request.data, ProgrammeRole.VISITOR, a.world)
    b = accept_grant(folder, request, granted, B_PASSPHRASE, a.world).vault
    programme = a.vault.identity.programme
    blobs = tuple(a.vault.blob(r.text("xform")) for r in records(a.vault, programme, Kind.CHECKLIST))
    take_parcel(b, parcel(a.vault, programme, blobs=blobs))
    return Pair(a, Laptop(folder, a.world, a.founded, b, a.library))


def carry(giver: Vault, taker: Vault, *spaces: SpaceId) -> list[Admitted]:
    """Hands over the programme's words and those of the spaces that the giver can read."""
    held = {space.id for space in giver.spaces()}
    wanted = (giver.identity.programme, *(space for space in spaces if space in held))
    return [take_parcel(taker, parcel(giver, space, taker.frontier(space))) for space in wanted]


def content(laptop: Laptop, space: SpaceId, **wish: str) -> ReportContent:
    """The report as it stands, in English."""
    return report_content(laptop.vault, ReportWish(space, "en", **wish), laptop.library, WORDS)  # type: ignore[arg-type]


def points(laptop: Laptop, space: SpaceId) -> tuple[Check, ...]:
    """The points before signing."""
    return before_signing(laptop.vault, space, content(laptop, space), laptop.library, RESOURCES, WORDS)


def accept_all(laptop: Laptop, space: SpaceId, reason: str = "One day only.") -> None:
    """Accepts every open point that may be."""
    for point in points(laptop, space):
        if point.open and not point.stops:
            accept_check(laptop.vault, space, point, reason)


def sign(laptop: Laptop, space: SpaceId) -> None:
    """Signs the report in English, every point accepted."""
    accept_all(laptop, space)
    sign_report(laptop.vault, ReportWish(space, "en"), PASSPHRASE, laptop.library, RESOURCES, WORDS, system_randomness)
