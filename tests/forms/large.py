"""Forms far larger than any checklist, written here as XForms: many questions, long chains, wide fans, many rows."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from xml.sax.saxutils import escape, quoteattr

_QUESTIONS_OF_A_GROUP = 20


def chain(length: int) -> bytes:
    """A number `x0`, and `length` numbers that each add one to the one before."""
    names = [f"x{number}" for number in range(length + 1)]
    binds = [_bind("x0", type="int")]
    binds += [_bind(name, calculate=f"/data/{before} + 1") for before, name in pairwise(names)]
    return _form(_leaves(names), binds, [_input("x0")])


def fan(width: int) -> bytes:
    """A number `x0`; `width` numbers made of it, and `width` questions it shows or hides."""
    numbers, texts = ([f"{letter}{number}" for number in range(1, width + 1)] for letter in "xt")
    binds = [_bind("x0", type="int")]
    binds += [_bind(name, calculate=f"/data/x0 + {add}") for add, name in enumerate(numbers, 1)]
    binds += [_bind(name, relevant=f"/data/x0 > {least}") for least, name in enumerate(texts, 1)]
    return _form(_leaves(["x0", *numbers, *texts]), binds, [_input(name) for name in ("x0", *texts)])


def rows(count: int) -> bytes:
    """`count` rows of a bill, as many as `n` says: quantity, price, amount, tax, and totals over all of them."""
    of_a_row = ("item", "qty", "price", "amount", "tax", "ok", "why", "pos")
    row = _leaves(of_a_row)
    data = f'<n>{count}</n><rate>2</rate><row jr:template="">{row}</row><row>{row}</row>'
    binds = [
        _bind("n", type="int"),
        _bind("rate", type="decimal"),
        _bind("row/qty", type="int", constraint=". >= 0"),
        _bind("row/price", type="decimal"),
        _bind("row/amount", calculate="coalesce(../qty, 0) * coalesce(../price, 0)"),
        _bind("row/tax", calculate="../amount * /data/rate div 100"),
        _bind("row/why", relevant="../ok = 'no'"),
        _bind("row/pos", calculate="position(..)"),
        _bind("total", calculate="sum(/data/row/amount)"),
        _bind("taxes", calculate="sum(/data/row/tax)"),
        _bind("nrows", calculate="count(/data/row)"),
    ]
    asked = "".join(_input(f"row/{name}") for name in ("item", "qty", "price")) + _select("row/ok", "select1", "yn")
    repeat = f'<repeat nodeset="/data/row" jr:count="/data/n">{asked}{_input("row/why")}</repeat>'
    body = [_input("n"), _input("rate"), f'<group ref="/data/row"><label>Row</label>{repeat}</group>']
    return _form(data + _leaves(("total", "taxes", "nrows")), binds, body)


def mixed(questions: int) -> bytes:
    """`questions` of every kind in groups of twenty: limits, patterns, conditions, choices that depend, sums."""
    data, binds, body = [], [], []
    for start in range(1, questions + 1, _QUESTIONS_OF_A_GROUP):
        group = f"g{start // _QUESTIONS_OF_A_GROUP + 1}"
        numbers = range(start, min(start + _QUESTIONS_OF_A_GROUP, questions + 1))
        data.append(f"<{group}>{_leaves(f'q{number}' for number in numbers)}</{group}>")
        asked = []
        for number in numbers:
            bind, control = _one_of_ten(group, number)
            binds.append(bind)
            asked.append(control)
        body.append(f'<group ref="/data/{group}"><label>{group}</label>{"".join(asked)}</group>')
    return _form("".join(data), binds, body)


def _one_of_ten(group: str, number: int) -> tuple[str, str]:
    """The bind and the control of a question: ten kinds in turn, some leaning on the one before."""
    name = f"{group}/q{number}"
    first, before = (f"/data/{group}/q{other}" for other in (number - (number - 1) % 10, number - 1))
    match (number - 1) % 10:
        case 0:
            limits = ". >= 0 and . <= 120"
            return _bind(name, type="int", constraint=limits, required="true()"), _input(name)
        case 1:
            return _bind(name, relevant=f"{before} > 18"), _select(name, "select1", "yn")
        case 2:
            return _bind(name, relevant=f"{before} = 'yes'", constraint="regex(., '^[A-Za-z ]*$')"), _input(name)
        case 3:
            return _bind(name, type="decimal", constraint=". < 1000"), _input(name)
        case 4:
            return _bind(name, calculate=f"round({before} * 1.18, 2)"), ""
        case 5:
            return _bind(name), _select(name, "select", "colours")
        case 6:
            some = f"selected({before}, 'c3') and count-selected({before}) < 4"
            return _bind(name, type="int", relevant=some), _input(name)
        case 7:
            return _bind(name, type="date", constraint=". <= today()"), _input(name)
        case 8:
            depends = f"[kind = if(/data/{group}/q{number - 2} > 5, 'k1', 'k2')]"
            return _bind(name), _select(name, "select1", "things", depends)
        case _:
            return _bind(name, calculate=f"if({first} > 10, concat('adult ', {first}), 'child')"), ""


def _form(data: str, binds: Iterable[str], body: Iterable[str]) -> bytes:
    lists = _list("yn", ("yes", "no"), 1) + _list("colours", (f"c{n}" for n in range(20)), 5)
    lists += _list("things", (f"b{n}" for n in range(200)), 5)
    return (
        '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" '
        'xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>Large</h:title><model><instance>'
        f'<data id="large" version="1">{data}</data></instance>{lists}{"".join(binds)}</model></h:head>'
        f"<h:body>{''.join(body)}</h:body></h:html>"
    ).encode()


def _leaves(names: Iterable[str]) -> str:
    return "".join(f"<{name}/>" for name in names)


def _list(name: str, choices: Iterable[str], kinds: int) -> str:
    items = "".join(
        f"<item><name>{choice}</name><label>{choice}</label><kind>k{place % kinds}</kind></item>"
        for place, choice in enumerate(choices)
    )
    return f'<instance id="{name}"><root>{items}</root></instance>'


def _bind(name: str, type: str = "string", **logic: str) -> str:
    said = "".join(f" {key}={quoteattr(text)}" for key, text in logic.items())
    return f'<bind nodeset="/data/{name}" type="{type}"{said}/>'


def _input(name: str) -> str:
    return f'<input ref="/data/{name}"><label>{escape(name)}</label></input>'


def _select(name: str, control: str, choices: str, filtered: str = "") -> str:
    nodeset = quoteattr(f"instance('{choices}')/root/item{filtered}")
    itemset = f'<itemset nodeset={nodeset}><value ref="name"/><label ref="label"/></itemset>'
    return f'<{control} ref="/data/{name}"><label>{escape(name)}</label>{itemset}</{control}>'
