"""Expressions: syntax, meaning, limits. Expected values are worked out from XPath 1.0 and the ODK XForms
specification.
"""

from __future__ import annotations

import math
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.forms.given import VANCOUVER, value

from monitor_app.forms.xpath import FUNCTIONS, Compiler, ExpressionFault, Reason, as_string, parse
from monitor_app.forms.xpath.dates import Zones
from monitor_app.forms.xpath.syntax import Chain, NumberLiteral, Path
from monitor_app.forms.xpath.tokens import MAX_LENGTH

FIELDS = {"a": "3", "b": "yes", "n": "1", "n#2": "2", "n#3": "4", "d": "2026-11-18", "m": "met partly", "e": ""}


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("1 + 2 * 3", 7.0),
        ("(1 + 2) * 3", 9.0),
        ("7 mod 3", 1.0),
        ("-7 mod 3", -1.0),
        ("1 div 4", 0.25),
        ("--2", 2.0),
        ("1 div1", 1.0),
        ("a > 2 and b = 'yes'", True),
        ("a > 3 or b != 'yes'", False),
        ("count(n)", 3.0),
        ("sum(n)", 7.0),
        ("n[2]", "2"),
        ("n[last()]", "4"),
        ("n[. > 1][1]", "2"),
        ("/data/n[position() = 3]", "4"),
        ("//n[3]", "4"),
        ("count(*)", 8.0),
        ("count(a | b | a)", 2.0),
        ("count(a/following-sibling::n)", 3.0),
        ("name(n[1]/preceding-sibling::*[1])", "b"),
        ("count(descendant-or-self::node())", 16.0),
        ("string(/data/e)", ""),
        ("e = ''", True),
        ("n = 4", True),
        ("n != 4", True),
        ("not(n = 5)", True),
        ("concat('a', n)", "a124"),
        ("if(a = 3, 'three', 1 div 0)", "three"),
        ("coalesce(e, b)", "yes"),
        ("coalesce(e, 0)", 0.0),
        ("once('x')", "3yes124" + "2026-11-18met partly"),
        ("selected(m, 'partly')", True),
        ("selected(m, 'part')", False),
        ("count-selected(m)", 2.0),
        ("selected-at(m, 1)", "partly"),
        ("selected-at(m, 2)", ""),
        ("count-selected(e)", 0.0),
        ("join(', ', n, 'z')", "1, 2, 4, z"),
        ("count-non-empty(*)", 7.0),
        ("min(n)", 1.0),
        ("max(n, 9)", 9.0),
        ("round(2.5)", 3.0),
        ("round(-2.5)", -3.0),
        ("round(1.005, 2)", 1.01),
        ("round(1234, -2)", 1200.0),
        ("int(-1.9)", -1.0),
        ("floor(-1.1)", -2.0),
        ("ceiling(-1.9)", -1.0),
        ("abs(-3)", 3.0),
        ("pow(2, 10)", 1024.0),
        ("sqrt(16)", 4.0),
        ("substr('hello', 1, 3)", "el"),
        ("substr('hello', -3)", "llo"),
        ("substring('12345', 1.5, 2.6)", "234"),
        ("substring-before('a-b', '-')", "a"),
        ("substring-after('a-b', '-')", "b"),
        ("translate('bar', 'abc', 'AB')", "BAr"),
        ("normalize-space('  a   b ')", "a b"),
        ("string-length('é1')", 2.0),
        ("starts-with(b, 'y')", True),
        ("ends-with(b, 's')", True),
        ("contains(b, 'e')", True),
        ("boolean-from-string('1')", True),
        ("boolean('false')", True),
        ("string(1 div 3)", "0.3333333333333333"),
        ("string(0.0000001)", "0.0000001"),
        ("string(123456789012345678)", "123456789012345680"),
        ("string(-0)", "0"),
        ("checklist(1, 2, true(), b = 'yes', false())", True),
        ("weighted-checklist(5, 10, true(), 4, true(), 3, false(), 9)", True),
        ("position(n[2])", 2.0),
        ("jr:choice-name(b, '/data/b')", "/data/b=yes"),
        ("area('0 0;0 1;1 1;1 0;0 0') > 12000000000", True),
        ("digest('abc', 'SHA-256', 'hex')", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ("base64-decode('SGVsbG8=')", "Hello"),
        ("geofence('0.5 0.5', '0 0;0 1;1 1;1 0;0 0')", True),
        ("intersects('0 0;1 1;0 1;1 0')", True),
        ("intersects('0 0;0 1;1 1;0 0')", False),
    ],
)
def test_an_expression_means_what_the_specifications_say(expression: str, expected: object) -> None:
    found = value(expression, FIELDS)
    if isinstance(found, list):
        found = found[0].string()
    assert found == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("today()", "2026-11-21"),
        ("string(now())", "2026-11-21T12:30:00.000-08:00"),
        ("number(d)", 20775.0),
        ("number(date('2026-11-18'))", 20775.0),
        ("date(20775)", "2026-11-18"),
        ("date(d) + 7", 20782.0),
        ("date(number(d) + 7)", "2026-11-25"),
        ("today() - d", 3.0),
        ("d < today()", True),
        ("d <= '2026-11-18'", True),
        ("'2026-11-22' > now()", True),
        ("'2026-11-21' < now()", True),
        ("date('2026-02-30')", ""),
        ("number('2026-13-01')", "nan"),
        ("date('nonsense') = ''", True),
        ("format-date(d, '%d/%m/%Y')", "18/11/2026"),
        ("format-date(d, '%e %b %y %a %n %%')", "18 Nov 26 Wed 11 %"),
        ("format-date-time('2026-11-18T14:05:06.700-08:00', '%H:%M:%S.%3 %h')", "14:05:06.700 14"),
        ("format-date('never', '%Y')", ""),
        ("decimal-date-time('1970-01-02T00:00:00Z')", 1.0),
        ("decimal-time('06:00:00.000-08:00')", 0.25),
        ("decimal-time('25:00')", "nan"),
    ],
)
def test_dates_are_days_and_a_bad_one_is_nothing(expression: str, expected: object) -> None:
    found = value(expression, FIELDS)
    if expected == "nan":
        assert isinstance(found, float)
        assert math.isnan(found)
    elif isinstance(found, date):
        assert as_string(found, Zones(VANCOUVER)) == expected
    else:
        assert found == expected


def test_a_day_keeps_its_length_when_clocks_change() -> None:
    fields = {"from": "2026-03-07", "to": "2026-03-09"}
    assert value("to - from", fields) == 2.0
    assert value("int(date(to) - date(from))", fields) == 2.0
    before = datetime(2026, 3, 8, 9, 59, tzinfo=UTC)
    after = datetime(2026, 3, 8, 10, 1, tzinfo=UTC)
    assert value("format-date(now(), '%H:%M')", now=before) == "01:59"
    assert value("format-date(now(), '%H:%M')", now=after) == "03:01"


@pytest.mark.parametrize(
    ("expression", "reason"),
    [
        ("1 +", Reason.SYNTAX),
        ("a ==", Reason.SYNTAX),
        ("a b", Reason.SYNTAX),
        ("(1", Reason.SYNTAX),
        ("'open", Reason.SYNTAX),
        ("$x", Reason.VARIABLE),
        ("sideways::a", Reason.SYNTAX),
        ("1 OR 1", Reason.SYNTAX),
        ("(" * 101 + "1" + ")" * 101, Reason.TOO_DEEP),
        ("1" + " + 1" * MAX_LENGTH, Reason.TOO_LONG),
    ],
)
def test_what_cannot_be_read_is_refused(expression: str, reason: Reason) -> None:
    with pytest.raises(ExpressionFault) as refused:
        parse(expression)
    assert refused.value.reason is reason


@pytest.mark.parametrize(
    ("expression", "reason"),
    [
        ("nonsense()", Reason.UNKNOWN_FUNCTION),
        ("not()", Reason.ARGUMENTS),
        ("if(1, 2)", Reason.ARGUMENTS),
        ("count('a')", Reason.NOT_A_NODESET),
        ("regex(., '(a')", Reason.PATTERN),
        ("other:a", Reason.PREFIX),
        ("1 + (2 + concat(nonsense()))", Reason.UNKNOWN_FUNCTION),
    ],
)
def test_what_cannot_work_is_found_without_running_it(expression: str, reason: Reason) -> None:
    faults = Compiler(FUNCTIONS, {"": ""}).compile(parse(expression)).faults
    assert [fault.reason for fault in faults] == [reason]


def test_long_chains_need_no_deep_recursion() -> None:
    many = 3_000
    assert value(" and ".join(["1"] * many)) is True
    assert value(" + ".join(["1"] * many)) == float(many)
    assert value(f"concat({', '.join(['1'] * many)})") == "1" * many
    tree = parse(" or ".join(["a"] * many))
    assert isinstance(tree, Chain)
    assert len(tree.operands) == many


def test_a_name_may_look_like_an_operator() -> None:
    fields = {"and": "1", "div": "2", "mod": "3"}
    assert value("and + div * mod", fields) == 7.0
    assert isinstance(parse("div"), Path)
    assert parse("2") == NumberLiteral(2.0)


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e20, max_value=1e20))
def test_a_number_survives_being_written_and_read(number: float) -> None:
    text = value(f"string({number:.20f})" if number >= 0 else f"string(-{-number:.20f})")
    assert isinstance(text, str)
    assert "e" not in text
    assert float(text) == pytest.approx(number, abs=1e-19)


@given(st.text(alphabet="ab/*[]()@.,'\"-+=<>|$: 12andorivm", max_size=40))
@settings(max_examples=300)
def test_any_text_is_either_read_or_refused(text: str) -> None:
    try:
        compiled = Compiler(FUNCTIONS, {"": ""}).compile(parse(text))
    except ExpressionFault:
        return
    assert compiled.operand is not None
