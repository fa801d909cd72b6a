"""The small-group rule: no count of 1 to threshold-1 people is printed, and none can be worked back."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from monitor_app.monitoring import Total, shown, small
from monitor_app.monitoring.small_words import counts_people, small_counts_in

NEAR = 5
"""How far from the truth the reader looks: what is possible there is possible."""


def test_zero_and_the_threshold_itself_are_not_small() -> None:
    assert [small(count, 5) for count in (0, 1, 4, 5)] == [False, True, True, False]


def test_a_small_part_takes_a_second_part_with_it() -> None:
    found = shown({"all": 40, "men": 25, "women": 12, "children": 3}, [Total("all", ("men", "women", "children"))], 5)
    assert found == {"all": "40", "men": "25", "women": "–", "children": "< 5"}


def test_a_part_that_is_all_there_is_takes_the_total_with_it() -> None:
    found = shown({"all": 3, "men": 3, "women": 0}, [Total("all", ("men", "women"))], 5)
    assert found == {"all": "< 5", "men": "< 5", "women": "0"}


def test_a_withheld_count_is_known_to_be_no_small_one_and_gives_nothing_away_by_that() -> None:
    found = shown({"all": 6, "men": 5, "women": 1}, [Total("all", ("men", "women"))], 5)
    assert found == {"all": "–", "men": "–", "women": "< 5"}


def test_what_is_left_of_a_whole_may_be_a_small_group_too() -> None:
    found = shown({"month": 20, "quarter": 18}, [Total("month", ("quarter",))], 5)
    assert found == {"month": "20", "quarter": "–"}


def test_parts_that_overlap_do_not_stand_in_for_one_another() -> None:
    """Parents are women or men as well: withholding them protects no woman."""
    counts = {"all": 40, "women": 3, "men": 37, "diverse": 0, "parents": 8}
    found = shown(counts, [Total("all", ("women", "men", "diverse", "parents"))], 5)
    assert (found["women"], found["diverse"]) == ("< 5", "0")
    assert "–" in (found["all"], found["men"])


def test_parts_of_parts_are_among_the_people_of_the_whole() -> None:
    counts = {"all": 40, "month": 39, "quarter": 38}
    found = shown(counts, [Total("all", ("month",)), Total("month", ("quarter",))], 5)
    assert found["all"] == "–" or found["quarter"] == "–"


_numbers = st.integers(0, 11)


@given(st.lists(_numbers, min_size=1, max_size=4), st.integers(0, 3), st.integers(3, 6))
@settings(max_examples=200, deadline=None)
def test_no_small_count_follows_from_a_total(parts: list[int], rest: int, threshold: int) -> None:
    counts = {f"p{n}": count for n, count in enumerate(parts)} | {"all": sum(parts) + rest}
    _nothing_follows(counts, [Total("all", tuple(name for name in counts if name != "all"))], threshold)


@given(st.lists(_numbers, min_size=1, max_size=2), st.lists(_numbers, min_size=1, max_size=3), st.integers(0, 2))
@settings(max_examples=200, deadline=None)
def test_no_small_count_follows_from_a_chain_of_totals(beside: list[int], below: list[int], rest: int) -> None:
    counts = {f"b{n}": count for n, count in enumerate(below)}
    inner = Total("inner", tuple(counts))
    counts["inner"] = sum(below) + rest
    outer = {f"p{n}": count for n, count in enumerate(beside)}
    counts |= outer
    counts["all"] = counts["inner"] + sum(beside)
    _nothing_follows(counts, [Total("all", ("inner", *outer)), inner], 5)


def _nothing_follows(counts: Mapping[str, int], totals: Sequence[Total], threshold: int) -> None:
    found = shown(counts, totals, threshold)
    for name, text in found.items():
        if small(counts[name], threshold):
            assert text in (f"< {threshold}", "–")
        elif counts[name] == 0:
            assert text == "0"
        else:
            assert text in (str(counts[name]), "–")
    tables = list(_tables(counts, totals, found, threshold))
    for name, count in counts.items():
        if small(count, threshold):
            assert len({table[name] for table in tables}) > 1, (found, name)
    for total in totals:
        for parts in _choices(total.parts):
            if small(counts[total.whole] - sum(counts[part] for part in parts), threshold):
                rests = {table[total.whole] - sum(table[part] for part in parts) for table in tables}
                assert len(rests) > 1, (found, total.whole, parts)


def _choices(parts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for chosen in product((False, True), repeat=len(parts)):
        if any(chosen):
            yield tuple(part for part, on in zip(parts, chosen, strict=True) if on)


def _tables(
    counts: Mapping[str, int], totals: Sequence[Total], found: Mapping[str, str], threshold: int
) -> Iterator[dict[str, int]]:
    """Every table that prints alike, as a reader who knows the rule and what adds up to what could write it down."""
    names = list(counts)
    for values in product(*(_range(found[name], counts[name], threshold) for name in names)):
        table = dict(zip(names, values, strict=True))
        if all(_adds_up(total, table, counts) for total in totals):
            yield table


def _adds_up(total: Total, table: Mapping[str, int], counts: Mapping[str, int]) -> bool:
    left = table[total.whole] - sum(table[part] for part in total.parts)
    even = counts[total.whole] == sum(counts[part] for part in total.parts)
    return left == 0 if even else left >= 0


def _range(text: str, count: int, threshold: int) -> Sequence[int]:
    """What a cell may be. A reader takes a withheld count for no small one, which it is but for a few."""
    if text.isdecimal():
        return (int(text),)
    most = threshold - 1 if text.startswith("<") else count + NEAR
    least = 1 if small(count, threshold) else max(threshold, count - NEAR)
    return range(least, most + 1)


def test_groups_that_are_all_small_say_no_more_than_that() -> None:
    counts = {"all": 4, "a": 1, "b": 1, "c": 1, "d": 1}
    assert shown(counts, [Total("all", ("a", "b", "c", "d"))], 5)["all"] == "–"


def test_small_counts_of_people_are_found_in_words_of_both_languages() -> None:
    text = "Two Somali women and 3 men were kept. 12 people ate. 2 registers. Deux personnes détenues. Un seul homme."
    assert small_counts_in(text, 5) == ("Two Somali women", "3 men", "Deux personnes", "Un seul homme")


def test_a_count_out_of_a_count_is_found_too() -> None:
    assert small_counts_in("2 of the 14 women and trois des douze hommes", 5) == (
        "2 of the 14 women",
        "trois des douze hommes",
    )


def test_counts_at_the_threshold_and_counts_of_things_are_left_alone() -> None:
    assert small_counts_in("Five people, two doors, 24 hours, 4 of 10 registers", 5) == ()
    assert small_counts_in("Five people", 6) == ("Five people",)
    assert small_counts_in("one person", 1) == ()


def test_what_was_counted_reads_as_people_or_as_things() -> None:
    for people in ("weekend arrivals sampled", "personnes qui refusaient les repas", "women", "", "Claimants asked"):
        assert counts_people(people), people
    for things in ("placements apart", "feuilles d’escorte lues", "dossiers lus", "escort sheets sampled", "registers"):
        assert not counts_people(things), things
