"""The same files load in other XLSForm tools: pyxform converts them silently, our columns survive as attributes."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from pyxform.xls2xform import convert
from tests.checklists.sheets import FOLDER, read

XFORMS = "{http://www.w3.org/2002/xforms}"
OURS = "{urn:x-monitor:checklist:1}"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.md")), ids=lambda path: path.stem)
def test_a_checklist_converts_without_a_warning_and_keeps_what_we_added(path: Path) -> None:
    converted = convert(xlsform=str(path), file_type=".md", validate=False)
    assert converted.warnings == []
    root = ElementTree.fromstring(converted.xform)
    binds = {bind.get("nodeset", "").rsplit("/", 1)[-1]: bind for bind in root.iter(f"{XFORMS}bind")}
    for row in read(path.read_text(encoding="utf-8")).named():
        for column in ("role", "topic", "provisions", "key", "evidence", "theme", "field", "report"):
            if row.get(f"bind::monitor:{column}"):
                assert binds[row["name"]].get(f"{OURS}{column}") == row[f"bind::monitor:{column}"], row["name"]
