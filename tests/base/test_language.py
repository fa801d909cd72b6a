"""Words: one catalogue, two languages, dates and numbers as people write them."""

from datetime import UTC, date, datetime

import pytest

from monitor_app.base import Problem, Resources, Words, installed_resources, speak, zone
from monitor_app.base.problems import vault as problems

EN, FR = (speak(language, installed_resources()) for language in ("en", "fr"))
AT = datetime(2026, 11, 18, 22, 32, 7, tzinfo=UTC)


def test_a_sentence_is_said_in_both_languages():
    assert EN("Met") == "Met"
    assert FR("Met") == "Conforme"


@pytest.mark.parametrize(("count", "said"), [(0, "0 changement"), (1, "1 changement"), (2, "2 changements")])
def test_french_counts_zero_and_one_as_singular(count, said):
    class French:
        def gettext(self, text):
            return text

        def ngettext(self, one, many, n):
            return one if n <= 1 else many

    words = Words("fr", French())
    assert words.n("{n} changement", "{n} changements", count) == said


def test_numbers_are_grouped_as_the_language_groups_them():
    assert EN.number(1234567) == "1,234,567"
    assert FR.number(1234567) == "1\u202f234\u202f567"
    assert FR.number(999) == "999"


def test_days_are_said_as_the_language_says_them():
    assert EN.day(date(2026, 11, 18)) == "18 Nov 2026"
    assert FR.day(date(2026, 11, 18)) == "18 nov. 2026"
    assert FR.day(date(2026, 12, 1)) == "1er déc. 2026"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 11, 18), date(2026, 11, 18), "18 Nov 2026"),
        (date(2026, 11, 18), date(2026, 11, 19), "18–19 Nov 2026"),
        (date(2026, 11, 30), date(2026, 12, 1), "30 Nov – 1 Dec 2026"),
        (date(2026, 12, 31), date(2027, 1, 2), "31 Dec 2026 – 2 Jan 2027"),
    ],
)
def test_a_span_of_days_is_short_and_never_ambiguous(first, last, said):
    assert EN.days(first, last) == said


def test_times_are_said_in_the_zone_of_the_place():
    vancouver = zone("America/Vancouver")
    assert EN.time(AT, vancouver, seconds=True) == "14:32:07"
    assert FR.time(AT, vancouver, seconds=True) == "14\u00a0h\u00a032\u00a0min\u00a007\u00a0s"
    assert FR.time(AT, vancouver) == "14\u00a0h\u00a032"
    assert EN.moment(AT, vancouver) == "18 Nov 2026, 14:32"


def test_a_zone_nobody_knows_reads_as_utc():
    assert zone("Mars/Olympus").key == "UTC"
    assert zone("../../etc/passwd").key == "UTC"


def test_a_missing_catalogue_speaks_english(tmp_path):
    assert speak("fr", Resources(tmp_path))("Met") == "Met"


def test_a_problem_says_what_happened_what_is_safe_and_what_next_and_logs_only_its_code():
    problem = Problem(problems.WRONG_PASSPHRASE, seconds=4)
    assert problem.say(EN).text() == "That passphrase does not open this profile. Nothing is deleted. Next try in 4 s."
    assert "4" in problem.say(FR).next
    assert str(problem) == "vault.wrong-passphrase"
