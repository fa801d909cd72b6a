"""The script of the demo: every word of it is a deed, every person and place in it is known."""

from __future__ import annotations

from datetime import UTC

from monitor_app.actions.demo.play import deeds
from monitor_app.actions.demo.script import read_script
from monitor_app.actions.demo.stage import answered
from monitor_app.base import installed_resources
from monitor_app.monitoring import Source
from monitor_app.standards import load_facilities


def test_every_word_of_an_act_is_a_deed() -> None:
    script = read_script(installed_resources())
    said = {word for visit in script.visits for act in visit.acts for word in act.deeds}
    assert said == deeds().keys()


def test_people_and_places_of_the_acts_are_known() -> None:
    resources = installed_resources()
    script = read_script(resources)
    people = {person.key for person in script.people}
    assert {act.by for visit in script.visits for act in visit.acts} <= people
    assert {visit.place for visit in script.visits} <= load_facilities(
        resources
    ).facilities.keys() | script.places.keys()


def test_the_acts_of_a_visit_come_in_the_order_of_time_and_before_the_end() -> None:
    script = read_script(installed_resources())
    for visit in script.visits:
        times = [act.at for act in visit.acts]
        assert times == sorted(times)
    assert script.began.tzinfo is not None
    assert script.now.astimezone(UTC) > script.began


def test_an_answer_is_a_value_or_a_value_with_sources_and_note() -> None:
    assert answered(24.5).value == "24.5"
    told = answered(["partly", "staff documents", "The door stays open."])
    assert (told.value, told.note) == ("partly", "The door stays open.")
    assert told.sources == {Source.STAFF, Source.DOCUMENTS}
