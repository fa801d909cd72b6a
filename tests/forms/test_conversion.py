"""The step from sheets to an XForm: as pyxform does it, but without its temporary file."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyxform.xls2xform import convert as pyxform_convert

from monitor_app.base import installed_resources
from monitor_app.forms.reading import conversion
from monitor_app.forms.reading.markdown import read_markdown

FORMS = sorted(installed_resources().path("checklists").glob("*.md"))


@pytest.mark.parametrize("file", FORMS, ids=lambda file: file.stem)
def test_a_form_is_converted_as_pyxform_converts_it(file: Path) -> None:
    book = read_markdown(file.read_bytes())
    theirs = pyxform_convert(book.for_pyxform(), validate=False, pretty_print=False).xform
    assert conversion._converted(book) == theirs


def test_a_form_is_converted_without_a_file_on_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/there/is/no/such/folder")
    for file in FORMS:
        assert conversion.xform_of(read_markdown(file.read_bytes())).startswith(b"<?xml")
