"""The small-group rule: no count of 1 to threshold-1 people is printed, and none can be worked back."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from monitor_app.monitoring import Total, shown, small
from monitor_app.monitoring.small_words import small_counts_in


def test_zero_and_the_threshold_itself_are_not_small():
    assert [small(count, 5) for count in (0, 1, 4, 5)] == [False, True, True, False]


def test_a_small_part_takes_a_second_part_with_it():
    found = shown({"all": 40, "men": 25, "women": 12, "children": 3}, [Total("all", ("men", "women", "children"))], 5)
    assert found == {"all": "40", "men": "25", "women": "–", "children": "< 5"}


def test_a_part_that_is_all_there_is_takes_the_total_with_it():
    found = shown({"all": 3, "men": 3, "women": 0}, [Total("all", ("men", "women"))], 5)
    assert found == {"all": "< 5", "men": "< 5", "women": "0"}


@given(st.lists(st.integers(0, 12), min_size=2, max_size=4), st.integers(2, 6))
def test_no_small_count_follows_from_what_is_printed(parts, threshold):
    counts = {f"p{n}": count for n, count in enumerate(parts)} | {"all": sum(parts)}
    names = tuple(name for name in counts if name != "all")
    found = shown(counts, [Total("all", names)], threshold)
    for name, text in found.items():
        if text.isdecimal():
            assert int(text) == counts[name]
            assert not small(counts[name], threshold)
    for name in names:
        if not small(counts[name], threshold):
            continue
        assert len(_possible(name, names, found, threshold)) > 1 or threshold == 2


def _possible(name, names, found, threshold):
    """Every value of `name` that fits what is printed, as a reader with the totals could work it out."""
    ranges = []
    for part in names:
        text = found[part]
        if text.isdecimal():
            ranges.append([int(text)])
        elif text.startswith("<"):
            ranges.append(list(range(1, threshold)))
        else:
            ranges.append(list(range(1, 41)))
    total = int(found["all"]) if found["all"].isdecimal() else None
    fits = (combo for combo in product(*ranges) if total is None or sum(combo) == total)
    return {combo[names.index(name)] for combo in fits}


def test_small_counts_of_people_are_found_in_words_of_both_languages():
    text = "Two Somali women and 3 men were kept. 12 people ate. 2 registers. Deux personnes détenues. Un seul homme."
    assert small_counts_in(text, 5) == ("Two Somali women", "3 men", "Deux personnes", "Un seul homme")


def test_counts_at_the_threshold_and_counts_of_things_are_left_alone():
    assert small_counts_in("Five people, two doors, 24 hours, 4 of 10 registers", 5) == ()
    assert small_counts_in("Five people", 6) == ("Five people",)
    assert small_counts_in("one person", 1) == ()
