"""Canonical bytes: one encoding per value, and nothing else is read."""

import json

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor_app.base import NotCanonical, cbor_bytes, cbor_value, json_bytes, sha256

values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.text() | st.binary(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(values)
def test_what_goes_in_comes_out(value):
    assert cbor_value(cbor_bytes(value)) == value


@given(values)
def test_equal_values_have_equal_bytes_whatever_the_order_of_their_keys(value):
    if isinstance(value, dict):
        assert cbor_bytes(dict(reversed(value.items()))) == cbor_bytes(value)
    assert cbor_bytes(value) == cbor_bytes(value)


@given(st.binary(max_size=64))
def test_bytes_that_are_read_are_the_one_encoding_of_their_value(data):
    try:
        value = cbor_value(data)
    except NotCanonical:
        return
    assert cbor_bytes(value) == data


@pytest.mark.parametrize("foreign", [1.5, {1: 2}, object(), {"a": 2.0}, [float("nan")]])
def test_floats_and_foreign_types_have_no_canonical_form(foreign):
    with pytest.raises(TypeError):
        cbor_bytes(foreign)


def test_a_value_nested_too_deeply_is_refused_not_followed():
    deep = []
    for _ in range(100):
        deep = [deep]
    with pytest.raises(ValueError, match="deep"):
        cbor_bytes(deep)
    with pytest.raises(NotCanonical):
        cbor_value(b"\x81" * 5000 + b"\x00")


def test_trailing_bytes_and_longer_forms_are_refused():
    for data in (cbor_bytes(1) + b"\x00", b"\x18\x01", cbor2.dumps(1.5), cbor2.dumps({"b": 1, "a": 2}), b""):
        with pytest.raises(NotCanonical):
            cbor_value(data)


def test_json_is_sorted_tight_and_utf8():
    assert json_bytes({"b": "é", "a": [1, None, True]}) == '{"a":[1,null,true],"b":"é"}'.encode()
    assert json.loads(json_bytes({"x": "\u2028"})) == {"x": "\u2028"}
    with pytest.raises(TypeError):
        json_bytes({"x": b"bytes"})


def test_sha256_of_parts_is_sha256_of_the_whole():
    assert sha256(b"ab", b"c") == sha256(b"abc")
    assert sha256(b"abc").hex().startswith("ba7816bf")
