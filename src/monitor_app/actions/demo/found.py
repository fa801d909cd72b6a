"""Found the demo programme: the script of `resources/demo`, played by the same verbs a team uses."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from monitor_app import crypto, standards
from monitor_app.actions.demo.laptops import describe_person, let_in
from monitor_app.actions.demo.play import play
from monitor_app.actions.demo.script import Script, read_script
from monitor_app.actions.demo.stage import OnStage, Stage
from monitor_app.actions.demo.telling import Say, Teller
from monitor_app.actions.facilities import add_facility, facility, known_facility_id
from monitor_app.actions.found_programme import Founding, found_programme
from monitor_app.actions.provisions import confirm_provision
from monitor_app.actions.world import World
from monitor_app.actions.write import put
from monitor_app.base import EntityId, FixedClock, Language, Randomness, Resources, SpaceId, speak, zone
from monitor_app.monitoring import Kind
from monitor_app.vault import Vault


@dataclass(frozen=True, slots=True)
class Demo:
    """The demo programme, open on Visitor A's laptop. `now` is the instant the script ends at, and where the vault's
    clock stands; `visits`: name of a visit's file -> its space."""

    vault: Vault = field(repr=False)
    passphrase: str = field(repr=False)
    recovery_groups: tuple[str, ...] = field(repr=False)
    sheets: tuple[str, str, str] = field(repr=False)
    root_certificate: bytes
    now: datetime
    visits: Mapping[str, SpaceId]


def found_demo(
    folder: Path,
    resources: Resources,
    randomness: Randomness,
    argon: crypto.Argon2Params,
    say: Say,
    *,
    language: Language = "en",
    floor_kib: int = crypto.FLOOR_KIB,
) -> Demo:
    """Founds it in `folder` with a passphrase of its own. Its words are always the same; keys, ids and nonces never.

    The other laptops lie beside `folder` meanwhile, encrypted, and are removed. `say` hears a line for each step.
    Raises the vault's Problems; nothing is left behind then.
    """
    script = read_script(resources)
    clock = FixedClock(script.began)
    world = World(clock, randomness, argon, floor_kib)
    passphrase = crypto.suggest_phrase(language, randomness)
    founder = script.people[0]
    founding = Founding(
        founder.label, script.organisation, script.programme, passphrase, script.language, script.report_prefix
    )
    founded = found_programme(folder, founding, resources, world)
    own, others = founded.vault, folder.with_name(f"{folder.name}-other-laptops")
    stage = Stage(
        resources,
        standards.load_library(resources),
        clock,
        randomness,
        passphrase,
        {founder.key: own},
        {founder.key: own.identity.member},
    )
    teller = Teller(stage, say, speak(language, resources))
    with ExitStack() as undo:
        undo.callback(shutil.rmtree, folder, ignore_errors=True)
        undo.callback(own.close)
        with ExitStack() as after:
            after.callback(shutil.rmtree, others, ignore_errors=True)
            after.callback(_close_others, stage, founder.key)
            teller.founded(script.organisation)
            places = _set_up(own, script, randomness)
            _gather(stage, script, others, world, teller)
            visits = {one.name: (one, _on_stage(own, places[one.place])) for one in script.visits}
            play(stage, visits, teller.acted)
            teller.parted(len(own.conflicts()))
        undo.pop_all()
    clock.at = script.now
    return Demo(
        own,
        passphrase,
        founded.recovery_groups,
        founded.sheets,
        founded.root_certificate,
        script.now,
        {name: on.space for name, (_, on) in visits.items()},
    )


def _set_up(own: Vault, script: Script, randomness: Randomness) -> Mapping[str, EntityId]:
    """The programme's notice, the founder's languages, the places; place of the script -> facility."""
    programme = own.identity.programme
    notice = {f"notice.{language}": text for language, text in script.notice.items()}
    put(own, programme, Kind.PROGRAMME, EntityId(programme), notice)
    describe_person(own, own.identity.member, script.people[0])
    added = {key: add_facility(own, place, randomness) for key, place in script.places.items()}
    return {one.place: added.get(one.place) or known_facility_id(one.place) for one in script.visits}


def _gather(stage: Stage, script: Script, others: Path, world: World, teller: Teller) -> None:
    """Lets the others in and has the coordinator confirm provisions, each at its hour."""
    own = stage.vaults[script.people[0].key]
    writers = {act.by for visit in script.visits for act in visit.acts}
    others.mkdir(parents=True, exist_ok=True)
    for person in script.people[1:]:
        stage.clock.at = person.joins or script.began
        passphrase = crypto.suggest_phrase(script.language, stage.randomness)
        new = let_in(own, person, others / person.key, passphrase, world, writes=person.key in writers)
        stage.members[person.key] = new.member
        if new.open_vault is not None:
            stage.vaults[person.key] = new.open_vault
        teller.joined(person.label)
    for confirmed in script.confirmed:
        stage.clock.at = confirmed.at
        confirm_provision(own, confirmed.key, confirmed.source, {}, confirmed_fr=False)


def _on_stage(own: Vault, place: EntityId) -> OnStage:
    return OnStage(place, zone(facility(own, place).time_zone), SpaceId(b""))


def _close_others(stage: Stage, founder: str) -> None:
    for key in stage.vaults.keys() - {founder}:
        stage.vaults[key].close()
