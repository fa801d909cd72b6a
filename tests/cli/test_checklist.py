"""`monitor-app checklist check`: exit 0 no fault, 1 faults with sheet and row, 2 not readable; never a traceback."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from tests.cli.given import RESOURCES, Said, asked, called

from monitor_app.base import Language

LANGUAGES: tuple[Language, ...] = ("en", "fr")
SHIPPED = sorted(RESOURCES.path("checklists").glob("*.md"))
MB = 1024 * 1024
Rows = list[list[str]]
HEAD = ["type", "name", "label", "calculation"]


def _checked(file: Path, language: Language = "en") -> Said:
    said = asked("checklist", "check", file, "--language", language)
    assert said.text.strip()
    assert "Traceback" not in said.text
    assert "Error" not in said.text
    return said


def _markdown(survey: Rows, choices: Rows) -> bytes:
    lines = ["| survey |"]
    lines += [f"| | {' | '.join(row)} |" for row in survey]
    if choices:
        lines += ["| choices |", *(f"| | {' | '.join(row)} |" for row in choices)]
    return "\n".join(lines).encode()


def _workbook(survey: Rows, choices: Rows) -> bytes:
    book = openpyxl.Workbook()
    for name, rows in (("survey", survey), ("choices", choices)):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.remove(book.worksheets[0])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


WRITERS: dict[str, Callable[[Rows, Rows], bytes]] = {"md": _markdown, "xlsx": _workbook}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_a_shipped_checklist_is_sound(file: Path, language: Language) -> None:
    said = _checked(file, language)
    assert said.code == 0
    assert len(SHIPPED) == 3
    assert ("no fault" if language == "en" else "aucune erreur") in said.text


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_small_sound_form_is_sound(tmp_path: Path, ending: str, language: Language) -> None:
    file = tmp_path / f"form.{ending}"
    survey = [HEAD, ["text", "one", "One", ""], ["select_one yn", "two", "Two", ""]]
    file.write_bytes(WRITERS[ending](survey, [["list_name", "name", "label"], ["yn", "y", "Yes"], ["yn", "n", "No"]]))
    assert _checked(file, language).code == 0


CHOICES = [["list_name", "name", "label"], ["yn", "y", "Yes"]]
FAULTS: dict[str, tuple[Rows, Rows, int, str, tuple[str, ...]]] = {
    "unknown type": ([HEAD, ["text", "a", "A", ""], ["textt", "b", "B", ""]], CHOICES, 3, "survey", ("textt",)),
    "cycle": (
        [HEAD, ["text", "z", "Z", ""], ["calculate", "a", "", "${b} + 1"], ["calculate", "b", "", "${a} + 1"]],
        CHOICES,
        3,
        "survey",
        ("a", "b"),
    ),
    "cycle of one": ([HEAD, ["calculate", "a", "", "${a} + 1"], ["text", "b", "B", ""]], CHOICES, 2, "survey", ("a",)),
    "missing list": (
        [HEAD, ["text", "a", "A", ""], ["select_one gone", "b", "B", ""]],
        CHOICES,
        3,
        "survey",
        ("gone",),
    ),
    "duplicate name": (
        [HEAD, ["text", "twice", "A", ""], ["text", "b", "B", ""], ["text", "twice", "C", ""]],
        CHOICES,
        4,
        "survey",
        ("twice", "2"),
    ),
    "duplicate choice": (
        [HEAD, ["select_one yn", "a", "A", ""]],
        [*CHOICES, ["yn", "n", "No"], ["yn", "y", "Again"]],
        4,
        "choices",
        ("yn", "y", "2"),
    ),
    "no such name": (
        [HEAD, ["text", "a", "A", ""], ["calculate", "b", "", "${lost} + 1"]],
        CHOICES,
        3,
        "survey",
        ("lost",),
    ),
    "bad formula": ([HEAD, ["text", "a", "A", ""], ["calculate", "b", "", "1 + ("]], CHOICES, 3, "survey", ()),
    "begin without end": (
        [HEAD, ["begin_group", "g", "G", ""], ["text", "a", "A", ""]],
        CHOICES,
        2,
        "survey",
        ("group",),
    ),
}


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named_with_its_sheet_and_row(tmp_path: Path, fault: str, language: Language, ending: str) -> None:
    survey, choices, row, sheet, named = FAULTS[fault]
    file = tmp_path / f"form.{ending}"
    file.write_bytes(WRITERS[ending](survey, choices))
    said = _checked(file, language)
    assert said.code == 1
    assert {"en": f"Sheet {sheet}, row {row}", "fr": f"Feuille {sheet}, ligne {row}"}[language] in said.text, said.text
    assert all(word in said.text for word in named)


def test_all_faults_are_named_at_once(tmp_path: Path) -> None:
    rows = [
        HEAD,
        ["textt", "a", "A", ""],
        ["text", "a", "B", ""],
        ["text", "a", "C", ""],
        ["select_one no", "d", "D", ""],
    ]
    (tmp_path / "form.md").write_bytes(_markdown(rows, []))
    said = _checked(tmp_path / "form.md")
    assert said.code == 1
    assert [number for number in (2, 4, 5) if f"row {number}" in said.text] == [2, 4, 5]
    assert said.text.splitlines()[-1].endswith("faults.")


def _huge_sheet() -> bytes:
    """A workbook whose survey unpacks to more than 50 MB, of words no packer makes much smaller than a real sheet's."""
    whole = _workbook([HEAD, ["text", "a", "A", ""]], CHOICES)
    cells = "".join(f'<c t="inlineStr"><is><t>{n * 7919 % 1000003} words {n}</t></is></c>' for n in range(40_000))
    part = f"<row>{cells}</row>".encode() * 33
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(whole)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        for name in old.namelist():
            sheet = b"<worksheet><sheetData>" + part + b"</sheetData></worksheet>"
            new.writestr(name, sheet if name == "xl/worksheets/sheet1.xml" else old.read(name))
    return made.getvalue()


def _bomb() -> bytes:
    """42 kB that unpack to 40 MB of nothing."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        new.writestr("[Content_Types].xml", "<Types/>")
        new.writestr("xl/worksheets/sheet1.xml", bytes(40 * MB))
    return made.getvalue()


def _many_parts() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as new:
        for number in range(2_500):
            new.writestr(f"xl/{number}.xml", b"<x/>")
    return made.getvalue()


def _lying_bomb() -> bytes:
    """A bomb whose directory says it is small."""
    made = bytearray(_bomb())
    size = (40 * MB).to_bytes(4, "little")
    while size in made:
        place = made.index(size)
        made[place : place + 4] = (4000).to_bytes(4, "little")
    return bytes(made)


def _entities() -> bytes:
    """A workbook whose sheet is a hundred million laughs."""
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
    sheet = f'<!DOCTYPE x [<!ENTITY l0 "ha">{lines}]><worksheet><sheetData>&l8;</sheetData></worksheet>'.encode()
    whole, made = _workbook([HEAD, ["text", "a", "A", ""]], CHOICES), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, sheet if name == "xl/worksheets/sheet1.xml" else old.read(name))
    return made.getvalue()


HOSTILE: dict[str, Callable[[], bytes]] = {
    "a 50 MB sheet.xlsx": _huge_sheet,
    "a 51 MB file.md": lambda: b"| survey |\n" + b"| | text | a | A |\n" * (51 * MB // 19),
    "a 21 MB file.xlsx": lambda: b"PK\x03\x04" + bytes(21 * MB),
    "a bomb.xlsx": _bomb,
    "a bomb that lies.xlsx": _lying_bomb,
    "many parts.xlsx": _many_parts,
    "laughs.xlsx": _entities,
    "not a zip.xlsx": lambda: b"this is no workbook at all",
    "half a zip.xlsx": lambda: _workbook([HEAD, ["text", "a", "A", ""]], CHOICES)[:3000],
    "a zip of nothing.xlsx": lambda: b"PK\x05\x06" + bytes(18),
    "a zip.md": lambda: b"PK\x03\x04 and then something",
    "empty.xlsx": lambda: b"",
    "empty.md": lambda: b"",
    "blank.md": lambda: b" \n \n",
    "binary.md": lambda: bytes(range(256)) * 9,
    "latin.md": lambda: "| survey |\n| | type | name | label |\n| | text | a | Été |".encode("latin-1"),
    "prose.md": lambda: b"# Dear reader\n\nThis is a letter.\n",
    "an xform.xml": lambda: b"<?xml version='1.0'?><h:html xmlns:h='http://www.w3.org/1999/xhtml'/>",
    "laughs.xml": lambda: b'<!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>',
    "a file of hosts.xml": lambda: b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_or_foreign_file_has_its_sentences(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    data = HOSTILE[name]()
    file.write_bytes(data)
    for language in LANGUAGES:
        said = _checked(file, language)
        assert said.code == 1, said.text
        line = said.text.splitlines()[0]
        assert line.count(".") >= 3, line
        assert len(said.text) < 2_000
    assert file.read_bytes() == data


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_be_read_is_2(tmp_path: Path, language: Language) -> None:
    for file in (tmp_path / "missing.xlsx", tmp_path):
        assert _checked(file, language).code == 2


def test_the_codes_are_those_of_the_process_and_it_stays_small(tmp_path: Path) -> None:
    (tmp_path / "bomb.xlsx").write_bytes(_bomb())
    said = called("checklist", "check", tmp_path / "bomb.xlsx", home=tmp_path)
    assert said.code == 1
    assert "Traceback" not in said.text
    assert called("checklist", "check", SHIPPED[0], home=tmp_path).code == 0
    assert called("checklist", "check", tmp_path / "none.md", home=tmp_path).code == 2
