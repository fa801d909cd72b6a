"""Two answers to one question: both kept, both shown, until a person decides."""

from __future__ import annotations

from tests.vault.given import PROGRAMME, RESPONSE, Team

from monitor_app.vault import Touched

PLACE = Touched(PROGRAMME, "answer", RESPONSE, "q1#value")


def test_writing_without_having_seen_each_other_keeps_both(team: Team) -> None:
    ada, ben = team.laptops
    ada.answer("met")
    ben.answer("not_met")
    team.exchange()
    assert sorted(map(str, ada.values())) == sorted(map(str, ben.values())) == ["met", "not_met"]
    assert ada.vault.conflicts() == ben.vault.conflicts(PROGRAMME) == [PLACE]
    (field,) = ada.vault.registers(field="q1#value")
    assert field.conflict
    assert [value.dot for value in field.values] == sorted(value.dot for value in field.values)


def test_who_saw_the_one_value_replaces_it_whoever_wrote_it(team: Team) -> None:
    ada, ben = team.laptops
    ada.answer("met")
    team.exchange()
    ben.answer("not_met")
    team.exchange()
    assert ada.values() == ben.values() == ["not_met"]
    assert ada.vault.conflicts() == []
    assert len(ada.vault.history(PROGRAMME, "answer", RESPONSE, "q1#value")) == 2


def test_what_the_screen_showed_decides_and_not_what_came_meanwhile(team: Team) -> None:
    ada, ben = team.laptops
    ada.answer("met")
    team.exchange()
    shown = ada.dots()
    ben.answer("not_met")
    team.exchange()
    ada.answer("partly_met", saw=shown)
    assert sorted(map(str, ada.values())) == ["not_met", "partly_met"]


def test_who_saw_nothing_writes_a_sibling(team: Team) -> None:
    ada, ben = team.laptops
    ben.answer("not_met")
    team.exchange()
    ada.answer("met", saw=())
    assert len(ada.values()) == 2


def test_ones_own_later_words_replace_ones_own_earlier_ones_however_old_the_screen(team: Team) -> None:
    ada, _ = team.laptops
    ada.answer("met", saw=())
    ada.answer("not_met", saw=())
    assert ada.values() == ["not_met"]


def test_among_siblings_an_ordinary_write_replaces_ones_own_only(team: Team) -> None:
    ada, ben = team.laptops
    ada.answer("met")
    ben.answer("not_met")
    team.exchange()
    ada.answer("partly_met")
    team.exchange()
    assert sorted(map(str, ben.values())) == ["not_met", "partly_met"]
    assert ada.answer("partly_met").entries == 0


def test_answering_too_stands_beside_on_purpose(team: Team) -> None:
    ada, ben = team.laptops
    ada.answer("met")
    team.exchange()
    ben.answer("not_met", mode="beside")
    ben.answer("partly_met", mode="beside")
    team.exchange()
    assert sorted(map(str, ada.values())) == ["met", "partly_met"]
    assert ada.vault.conflicts() == [PLACE]


def test_settling_replaces_all_that_was_seen_and_names_who_settled(team: Team) -> None:
    ada, ben = team.laptops
    ada.answer("met")
    ben.answer("not_met")
    team.exchange()
    assert ada.answer("not_met", mode="settle").entries == 1
    team.exchange()
    (settled,) = ben.vault.current(field="q1#value")
    assert (settled.value, settled.settled, settled.author) == ("not_met", True, ada.vault.identity.member)
    assert ben.vault.conflicts() == ada.vault.conflicts() == []


def test_settling_does_not_swallow_what_nobody_had_seen(team: Team) -> None:
    ada, ben = team.laptops
    ada.answer("met")
    ben.answer("not_met")
    team.exchange()
    ben.answer("partly_met")
    ada.answer("met", mode="settle")
    team.exchange()
    assert sorted(map(str, ada.values())) == sorted(map(str, ben.values())) == ["met", "partly_met"]


def test_the_same_answer_twice_is_no_conflict(team: Team) -> None:
    ada, ben = team.laptops
    ada.answer("met")
    ben.answer("met")
    team.exchange()
    assert ada.values() == ["met", "met"]
    assert ada.vault.conflicts() == []
    (field,) = ada.vault.registers(field="q1#value")
    assert not field.conflict


def test_dots_that_were_seen_may_be_long_overwritten(team: Team) -> None:
    ada, ben = team.laptops
    ada.answer("met")
    team.exchange()
    old = ben.dots()
    ada.answer("not_met")
    ada.answer("partly_met")
    team.exchange()
    ben.answer("not_applicable", saw=old)
    assert sorted(map(str, ben.values())) == ["not_applicable", "partly_met"]


def test_a_dot_nobody_holds_is_seen_as_nothing(team: Team) -> None:
    from monitor_app.vault import Dot

    ada, ben = team.laptops
    unknown = Dot(PROGRAMME, ben.vault.identity.device, ben.vault.identity.incarnation, 99)
    ada.answer("met", saw=(unknown,))
    assert ada.values() == ["met"]
