"""A whole working life on one laptop, every field filled with a word that must not be found outside the vault.

    python -m tests.canary.flow SEED ROOM TELL

Works below the folder ROOM, as a person with this HOME would, and writes to the open file TELL (a number), as JSON,
what was made by the program itself and must be found nowhere either.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from tests.canary.window import use_the_window
from tests.canary.words import canaries

from monitor_app import crypto, reports
from monitor_app.actions.accept_check import accept_check, withdraw_acceptance
from monitor_app.actions.answer import add_row, answer, answer_too, draft, note_field, settle, tick_source, write_note
from monitor_app.actions.answer_many import Answered, answer_many
from monitor_app.actions.before_signing import before_signing
from monitor_app.actions.change_visit import add_objective, change_visit, place_in_team, set_outcome
from monitor_app.actions.checklists import latest_checklists
from monitor_app.actions.comment import add_comment, resolve_comment
from monitor_app.actions.enrol_device import accept_grant, grant, request_to_join
from monitor_app.actions.facilities import NewFacility, add_facility
from monitor_app.actions.facility_register import change_facility
from monitor_app.actions.finding import add_evidence, change_evidence, change_finding, new_finding
from monitor_app.actions.found_programme import Founding, found_programme
from monitor_app.actions.hand_over import parcel, take_parcel
from monitor_app.actions.keep_safe import back_up, change_passphrase, confirm_recovery_sheet, restore
from monitor_app.actions.open_programme import open_programme, recover_with_sheet
from monitor_app.actions.open_response import open_response, responses
from monitor_app.actions.passage import Passage, write_passage
from monitor_app.actions.plan_visit import TeamChoice, VisitPlan, plan_visit
from monitor_app.actions.provisions import confirm_provision, corrected
from monitor_app.actions.quick_note import add_quick_note, change_quick_note, file_quick_note, remove_quick_note
from monitor_app.actions.recommendation import add_recommendation
from monitor_app.actions.records import records
from monitor_app.actions.reopen_report import reopen_report
from monitor_app.actions.report_content import ReportWish, report_content
from monitor_app.actions.search import search
from monitor_app.actions.sign_report import sign_report
from monitor_app.actions.signed_reports import save_pdf, signed_pdf, signed_versions
from monitor_app.actions.world import World
from monitor_app.actions.written_twice import written_twice
from monitor_app.base import EntityId, Problem, SpaceId, SystemClock, installed_resources, speak, system_randomness
from monitor_app.cli import Surroundings, run
from monitor_app.monitoring import Check, Kind, Outcome, ProgrammeRole, Source, VisitKind
from monitor_app.standards import load_library
from monitor_app.vault import Vault

CHANCE = system_randomness
RESOURCES = installed_resources()
EN = speak("en", RESOURCES)


@dataclass(slots=True)
class Life:
    """One person's laptop: the words to type, the folders, the vault that is open now."""

    word: Mapping[str, str]
    room: Path
    world: World
    vault: Vault
    space: SpaceId
    response: EntityId
    passphrase: str

    @property
    def folder(self) -> Path:
        return self.room / "data" / "profile"

    def path(self, name: str) -> str:
        """The path of a question of the visit's checklist."""
        items = open_response(self.vault, self.space, self.response).definition.items
        return next(path for path, item in items.items() if item.name == name)


def begin(word: Mapping[str, str], room: Path) -> tuple[Life, list[str]]:
    """Founds the programme; the second value are the secrets that were made."""
    world = World(SystemClock(), CHANCE, crypto.Argon2Params(crypto.FLOOR_KIB, 1, 1))
    founding = Founding(word["person"], word["organisation"], word["programme"], word["passphrase"], "en", "MT")
    folder = room / "data" / "profile"
    founded = found_programme(folder, founding, RESOURCES, world)
    groups = founded.recovery_groups
    confirm_recovery_sheet(founded.vault, groups, {2: groups[1], 5: groups[4]})
    code = "".join(groups)
    shares = [share.split() for share in founded.sheets]
    secrets = [code, " ".join(groups), "-".join(groups), *(" ".join(share[4:9]) for share in shares)]
    (room / "outside" / "root.pem").write_text(crypto.to_pem(founded.root_certificate), encoding="ascii")
    return Life(word, room, world, founded.vault, SpaceId(b""), EntityId(b""), word["passphrase"]), secrets


def plan(life: Life) -> None:
    """A place of one's own and a visit there."""
    word, vault = life.word, life.vault
    place = add_facility(
        vault,
        NewFacility(word["place"], "holding_centre", word["city"], "BC", "America/Vancouver", word["place_fr"]),
        CHANCE,
    )
    change_facility(vault, place, {"note": word["place_note"]})
    confirm_provision(
        vault, "mandela:30", word["provision_source"], {"paraphrase.en": word["paraphrase"]}, confirmed_fr=False
    )
    today = life.world.clock.now().date()
    form = next(one.id for one in latest_checklists(vault) if one.form_id == "immigration_holding_centre")
    life.space = plan_visit(
        vault,
        VisitPlan(
            facility=place,
            kind=VisitKind.PLANNED,
            announced=False,
            first_day=today - timedelta(days=1),
            last_day=today,
            checklists=(form,),
            objectives=(word["objective"],),
            carried_in=word["carried_in"],
            addressees=word["addressees"],
        ),
        CHANCE,
    )
    add_objective(vault, life.space, word["added_objective"], CHANCE)
    change_visit(vault, life.space, {"hours_on_site": word["hours"]})
    set_outcome(vault, life.space, Outcome.CUT_SHORT, word["outcome_reason"], word["outcome_by"])
    ((life.response, _),) = responses(vault, life.space)


def fill_in(life: Life) -> None:
    """Answers, notes, drafts, rows, quick notes, comments."""
    word, vault, space, response = life.word, life.vault, life.space, life.response
    answer(vault, space, response, life.path("snapshot_other"), word["fact"])
    answer(vault, space, response, life.path("treatment_other"), f"{word['long_fact']} " * 900)
    answer(vault, space, response, life.path("health_other"), word["cleared"])
    answer(vault, space, response, life.path("health_other"), "")
    for name, judged, note in (("space_capacity", "not_met", "note"), ("cleaning", "partly", "edited_note")):
        answer(vault, space, response, life.path(name), judged)
        write_note(vault, space, response, life.path(name), f"first {word[note]}")
        write_note(vault, space, response, life.path(name), word[note])
        tick_source(vault, space, response, life.path(name), Source.OBSERVATION, on=True)
    for length in range(3, len(word["drafted_note"]) + 1, 4):
        field = note_field(life.path("wash_privacy"))
        draft(vault, space, Kind.ANSWER, response, field, word["drafted_note"][:length])
    draft(vault, space, Kind.ANSWER, response, note_field(life.path("wash_privacy")), word["drafted_note"])
    vault.flush_drafts()
    row = f"{life.path('area')}[0a1b2c3d]"
    add_row(vault, space, response, row)
    answer(vault, space, response, f"{row}/area_name", word["row"])
    write_note(vault, space, response, f"{row}/area_note", word["row_note"])
    many = {life.path("family_other"): Answered(word["register_note"], word["many_note"])}
    answer_many(vault, space, response, many)
    waiting = add_quick_note(vault, space, word["quick_note"], CHANCE)
    change_quick_note(vault, space, waiting, word["changed_quick_note"])
    filed = add_quick_note(vault, space, word["filed_quick_note"], CHANCE)
    file_quick_note(vault, space, filed, response, life.path("cleaning"))
    remove_quick_note(vault, space, add_quick_note(vault, space, word["removed_quick_note"], CHANCE))
    add_comment(vault, space, word["comment"], CHANCE, path=life.path("cleaning"))
    resolve_comment(
        vault, space, add_comment(vault, space, word["resolved_comment"], CHANCE, path=life.path("cleaning"))
    )


def find_out(life: Life) -> None:
    """A finding with evidence and advice, and the passages of the report."""
    word, vault, space = life.word, life.vault, life.space
    finding = new_finding(vault, space, CHANCE)
    values = {
        "title.en": word["title"],
        "title.fr": word["title_fr"],
        "text.en": word["text"],
        "text.fr": word["text_fr"],
    }
    change_finding(vault, space, finding, {**values, "extent_counted": word["counted"], "provision:mandela:30": True})
    piece = add_evidence(vault, space, finding, CHANCE, text=word["evidence"], sources=frozenset({Source.STAFF}))
    change_evidence(vault, space, piece, {"text": word["changed_evidence"]})
    advice = {"text.en": word["advice"], "text.fr": word["advice_fr"]}
    add_recommendation(
        vault,
        space,
        finding,
        CHANCE,
        {**advice, "addressee": word["addressee"], "due": "2027-03-31", "group": word["group"]},
    )
    add_comment(vault, space, word["finding_comment"], CHANCE, finding=finding)
    write_passage(vault, space, Passage.SUMMARY, "en", word["summary"])
    write_passage(vault, space, Passage.SUMMARY, "fr", word["summary_fr"])
    write_passage(vault, space, Passage.METHOD, "en", word["method"])
    write_passage(vault, space, Passage.LIMITS, "en", word["limits"])


def work_together(life: Life) -> None:
    """A colleague joins, writes beside, and it is settled."""
    word, vault, space = life.word, life.vault, life.space
    request = request_to_join(word["other_person"], "fr", life.world)
    granted = grant(vault, request.data, ProgrammeRole.VISITOR, life.world)
    joined = accept_grant(life.room / "data" / "other", request, granted, word["other_passphrase"], life.world)
    other, programme = joined.vault, vault.identity.programme
    try:
        forms = tuple(vault.blob(r.text("xform")) for r in records(vault, programme, Kind.CHECKLIST))
        take_parcel(other, parcel(vault, programme, blobs=forms))
        place_in_team(vault, space, TeamChoice(other.identity.member))
        for one in (programme, space):
            take_parcel(other, parcel(vault, one, other.frontier(one)))
        path = life.path("staff_other")
        answer(vault, space, life.response, path, word["beside_note"])
        answer_too(other, space, life.response, path, word["other_note"])
        for one in (programme, space):
            take_parcel(vault, parcel(other, one, vault.frontier(one)))
    finally:
        other.lock()
    for twice in written_twice(vault, space, [Kind.ANSWER]):
        settle(vault, space, Kind.ANSWER, twice.entity, twice.field, word["settled_note"], twice.saw)


def report(life: Life) -> None:
    """Previews, accepts, signs, saves outside by an explicit act, reopens."""
    word, vault, space = life.word, life.vault, life.space
    wish, library = ReportWish(space, "en"), load_library(RESOURCES)
    known = corrected(vault, library)

    def points() -> list[Check]:
        content = report_content(vault, wish, known, EN)
        found = before_signing(vault, space, content, known, RESOURCES, EN)
        return [check for check in found if check.open and not check.stops]

    preview = reports.render(report_content(vault, wish, known, EN), EN, RESOURCES, check_phrase="")
    assert reports.render_pages(preview)
    first = points()[0]
    accept_check(vault, space, first, word["withdrawn"])
    withdraw_acceptance(vault, space, first)
    for check in points():
        accept_check(vault, space, check, word["acceptance"])
    with suppress(Problem):
        sign_report(vault, wish, word["wrong_passphrase"], library, RESOURCES, EN, CHANCE)
    sign_report(vault, wish, life.passphrase, library, RESOURCES, EN, CHANCE)
    signed = signed_versions(vault, space)[0].signed
    save_pdf(signed_pdf(vault, signed), life.room / "outside" / "report.pdf")
    reopen_report(vault, space, word["reopening"], CHANCE)


def keep(life: Life, secrets: list[str]) -> None:
    """Backs up, changes the passphrase, locks, fails to open, opens, recovers, restores, searches."""
    word, room = life.word, life.room
    kept = back_up(life.vault, room / "stick")
    change_passphrase(life.vault, life.passphrase, word["new_passphrase"], life.world)
    draft(
        life.vault, life.space, Kind.ANSWER, life.response, note_field(life.path("cleaning")), word["unfinished_note"]
    )
    life.vault.lock()
    with suppress(Problem):
        open_programme(life.folder, word["wrong_passphrase"], life.world)
    with suppress(Problem):
        recover_with_sheet(life.folder, word["wrong_sheet"], "never used", life.world)
    life.vault = open_programme(life.folder, word["new_passphrase"], life.world)
    assert search(life.vault, word["unfinished_note"])
    assert not search(life.vault, word["search"])
    life.vault.lock()
    life.vault = recover_with_sheet(life.folder, secrets[1].lower(), word["last_passphrase"], life.world)
    assert search(life.vault, word["fact"])
    life.vault.verify_all()
    life.vault.lock()
    copy = restore(kept.folder, room / "data" / "restored", life.passphrase, life.world)
    assert search(copy, word["note"])
    copy.lock()


def verify(life: Life) -> None:
    """Verifies the saved report without a window."""

    def never() -> int:
        raise AssertionError("no window is asked for")

    around = Surroundings(RESOURCES, SystemClock(), CHANCE, "en", None, never)
    outside = life.room / "outside"
    # what the command says names the signer: it goes to the person who asked, not to a log
    report, root = str(outside / "report.pdf"), str(outside / "root.pem")
    said = outside / "said.txt"
    kept = os.dup(1)
    with said.open("w", encoding="utf-8") as target:
        sys.stdout.flush()
        os.dup2(target.fileno(), 1)
        try:
            code = run(["verify", report, "--root", root], around)
        finally:
            sys.stdout.flush()
            os.dup2(kept, 1)
            os.close(kept)
    assert code == 0
    assert run(["verify", str(outside / "missing.pdf")], around) == 2
    assert run(["checklist", "check", str(RESOURCES.path("checklists", "short-term-holding-cells.md"))], around) == 0


def held(life: Life) -> set[str]:
    """The fields whose words the vaults hold: the flow really wrote them."""
    passphrases = {"profile": life.word["last_passphrase"], "restored": life.passphrase, "other": ""}
    found: set[str] = set()
    for name, passphrase in passphrases.items():
        if not passphrase:
            continue
        vault = open_programme(life.room / "data" / name, passphrase, life.world)
        for space in vault.spaces():
            told = repr([one.value for one in vault.entries_since(space.id, ())])
            found |= {field for field, word in life.word.items() if word in told}
        vault.lock()
    return found


def main() -> None:
    seed, room, tell = int(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    word = canaries(seed)
    for name in ("data", "stick", "outside"):
        (room / name).mkdir(parents=True)
    life, secrets = begin(word, room)
    plan(life)
    fill_in(life)
    work_together(life)
    find_out(life)
    report(life)
    keep(life, secrets)
    verify(life)
    use_the_window(life.folder, life.space, word, room / "outside" / "screens")
    told = {"secrets": secrets, "written": sorted(held(life))}
    os.write(tell, json.dumps(told).encode())


if __name__ == "__main__":
    main()
