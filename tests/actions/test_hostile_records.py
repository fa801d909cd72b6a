"""Records that a stranger app wrote: any field may hold anything. Every page opens all the same."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.actions.pair import WORDS, points
from tests.stories.given import RESOURCES, Laptop

from monitor_app.actions.checklists import checklists, latest_checklists
from monitor_app.actions.facility_register import facility_register
from monitor_app.actions.home import home
from monitor_app.actions.known_library import known_library
from monitor_app.actions.open_findings import answered_questions, open_findings
from monitor_app.actions.open_report import open_report
from monitor_app.actions.open_response import responses
from monitor_app.actions.overview import overview
from monitor_app.actions.people import team_entity
from monitor_app.actions.plan_choices import plan_choices
from monitor_app.actions.report_content import ReportWish
from monitor_app.actions.search import search
from monitor_app.actions.work_on_checklist import beside, work_on_checklist
from monitor_app.base import Canonical, EntityId, Problem, SpaceId
from monitor_app.monitoring import PROGRAMME_KINDS, Kind
from monitor_app.vault import Write

_texts = st.sampled_from(["", " ", "met", "0001-01-01", "9999-12-31", "..", "é", "en", "{x}", "#", "/data/x", "1" * 30])
_values: st.SearchStrategy[Canonical] = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.sampled_from([0, 1, -1, 2**62, 10**18]),
        _texts,
        st.sampled_from([b"", b"x" * 16, bytes(16), b"y" * 40]),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(_texts, inner, max_size=3)),
    max_leaves=4,
)
_fields = st.sampled_from(
    [
        *("number", "facility", "kind", "announced", "first_day", "last_day", "outcome", "language", "hours_on_site"),
        *("text", "text.en", "title.en", "name.en", "order", "finding", "theme", "extent", "extent_found", "extent_of"),
        *("provision:x", "source:staff", "relation", "due", "path", "key", "reason", "signed", "reopened", "deleted"),
        *("checklist", "form_id", "xform", "version", "time_zone", "closed", "role", "visit", "member", "left"),
        *("label", "languages", "initial", "ordinal", "kem_public", "small_group_below", "report_prefix", "source"),
        *("#value", "/data/snapshot/places#value", "/data/snapshot/held_total#value", "/data/x#row", "x]#row"),
        *("/data/areas/area[1]#row", "/data/areas/area[1]/area_kind#value", "/data/snapshot/places#source:staff"),
    ]
)
_kinds = st.sampled_from([*(kind.value for kind in Kind), "unknown", "interview"])
_written = st.lists(st.tuples(_kinds, _fields, _values, st.integers(0, 1)), min_size=1, max_size=12)


@given(_written)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_page_opens_whatever_was_written(laptop: Laptop, written: list[tuple[str, str, Canonical, int]]) -> None:
    space = laptop.plan()
    laptop.vault.append([_write(laptop, space, *one) for one in written])
    _open_everything(laptop, space)
    fresh = laptop.plan()
    _open_everything(laptop, fresh)


def _write(laptop: Laptop, space: SpaceId, kind: str, field: str, value: Canonical, own: int) -> Write:
    at = laptop.vault.identity.programme if kind in PROGRAMME_KINDS else space
    return Write(at, kind, _entity(laptop, space, kind) if own else EntityId(b"h" * 16), field, value)


def _entity(laptop: Laptop, space: SpaceId, kind: str) -> EntityId:
    """A record that stands already, where there is one. Those that this person's own rights come from are left alone:
    without them the laptop refuses to write, as it should."""
    own = {
        Kind.VISIT: space,
        Kind.ANSWER: next((response for response, _ in responses(laptop.vault, space)), b"a" * 16),
        Kind.TEAM: team_entity(space, laptop.vault.identity.member),
    }
    if kind in (Kind.MEMBER, Kind.DEVICE, Kind.TEAM, Kind.PROGRAMME, Kind.CHECKLIST, Kind.FACILITY):
        return EntityId(b"o" * 16)
    return EntityId(own.get(Kind(kind), b"o" * 16) if kind in set(Kind) else b"o" * 16)


def _open_everything(laptop: Laptop, space: SpaceId) -> None:
    vault = laptop.vault
    home(vault), facility_register(vault), plan_choices(vault), checklists(vault), latest_checklists(vault)
    known_library(vault, laptop.library), search(vault, "met")
    for open_one in (
        lambda: overview(vault, space, "en"),
        lambda: work_on_checklist(vault, space),
        lambda: beside(vault, space, "immigration_holding_centre"),
        lambda: open_findings(vault, space),
        lambda: answered_questions(vault, space, "fr"),
        lambda: points(laptop, space),
        lambda: open_report(vault, ReportWish(space, "en"), laptop.library, RESOURCES, WORDS, WORDS),
    ):
        try:
            open_one()
        except Problem as problem:
            assert problem.kind.code in ("work.not-there", "vault.blob-missing")
