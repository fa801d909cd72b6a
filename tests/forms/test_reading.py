"""Reading forms: what a sheet says reaches the definition; what is wrong is named with sheet, row and column."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

import openpyxl
import pytest
from tests.forms.given import CONTEXT, definition, form, live, table

from monitor_app.base import Problem, installed_resources, sha256, speak
from monitor_app.forms import Group, LiveResponse, Repeat, check, convert, definition_from_xform, read
from monitor_app.forms.reading import workbook

CHECKLIST = (
    table(
        "survey",
        "type;name;label::English (en);label::Français (fr);guidance_hint::English (en);guidance_hint::Français (fr)"
        ";relevant;constraint;constraint_message::English (en);constraint_message::Français (fr)"
        ";bind::monitor:role;bind::monitor:topic;bind::monitor:provisions;bind::monitor:key;bind::monitor:evidence"
        ";bind::monitor:theme;bind::monitor:field",
        "begin_group;health;Health care;Soins de santé;;;;;;;;;;;;health;conditions",
        "select_one judgement;seen_24h;Everyone is seen within 24 hours.;Toute personne est vue.;Registers · talks"
        ";Registres · entretiens;;;;;judgement;health_care;mandela:30 nids:4.2;yes"
        ";note_if:not_met,partly source_if:not_met",
        "integer;nurses;Nurses on duty;Infirmières de service;;;;. >= 0;Zero or more.;Zéro ou plus.;fact",
        "text;why;Why none?;Pourquoi aucune ?;;;${nurses} = 0;;;;note",
        "end_group;health",
        "begin_repeat;areas;Areas;Lieux;;;;;;;;;;;;conditions;conditions",
        "text;kind;Kind of area;Sorte de lieu;;;;;;;fact",
        "end_repeat;areas",
    )
    + table(
        "choices",
        "list_name;name;label::English (en);label::Français (fr)",
        "judgement;met;Met;Conforme",
        "judgement;not_met;Not met;Non conforme",
    )
    + table(
        "settings",
        "form_title;form_id;version;default_language;namespaces;monitor_title_fr",
        'Holding centre;holding;3;English (en);monitor="urn:x-monitor:checklist:1";Centre',
    )
).encode()


def test_a_sheet_becomes_a_definition_with_our_columns() -> None:
    found = definition(CHECKLIST, "checklist.md")
    assert (found.form_id, found.version) == ("holding", "3")
    assert found.languages == ("English (en)", "Français (fr)")
    assert found.language("fr") == "Français (fr)"
    assert found.title.text("English (en)") == "Holding centre"
    assert found.title.text("Français (fr)") == "Centre"
    assert found.source_hash == sha256(CHECKLIST)
    first, second = found.sections
    assert (first.number, first.theme, first.field) == (1, "health", "conditions")
    assert (second.path, second.theme) == ("/data/areas", "conditions")
    assert isinstance(found.items["/data/health"], Group)
    assert isinstance(found.items["/data/areas"], Repeat)
    asked = found.question("/data/health/seen_24h")
    assert (asked.type, asked.role, asked.topic, asked.key) == ("select_one", "judgement", "health_care", True)
    assert asked.provisions == ("mandela:30", "nids:4.2")
    assert [(rule.kind, rule.answers) for rule in asked.evidence] == [
        ("note_if", ("not_met", "partly")),
        ("source_if", ("not_met",)),
    ]
    assert asked.guidance.text("Français (fr)") == "Registres · entretiens"
    assert [choice.label.text("Français (fr)") for choice in asked.choices] == ["Conforme", "Non conforme"]
    assert found.question("/data/health/nurses").type == "integer"


def test_a_converted_form_is_read_again_without_its_sheet() -> None:
    xform = convert(CHECKLIST, "checklist.md")
    again, first = definition_from_xform(xform, sha256(CHECKLIST)), definition(CHECKLIST)
    assert again.title == first.title
    assert again.source_hash == first.source_hash
    assert [question.extra for question in again.questions()] == [question.extra for question in first.questions()]
    assert [question.label for question in again.questions()] == [question.label for question in first.questions()]


def test_an_untranslated_text_falls_back_to_the_language_of_the_form() -> None:
    data = CHECKLIST.replace(b"Pourquoi aucune ?", b"")
    response = live(data)
    assert response.label("/data/health/why", "fr") == "Why none?"
    assert response.label("/data/health/nurses", "fr") == "Infirmières de service"
    assert response.label("/data/health/nurses", "de") == "Nurses on duty"


def test_a_workbook_reads_like_the_same_form_in_markdown() -> None:
    book = xlsx(
        survey=[
            ["type", "name", "label", "constraint"],
            ["integer", "beds", "Beds\u00a0: how many?", ". >= 0"],
            [None, None, None, None],
            ["date", "day", "Day", ". <= today()"],
        ],
        settings=[["form_id", "version"], ["test", 2.0]],
    )
    found = definition(book, "form.xlsx")
    assert (found.form_id, found.version) == ("test", "2")
    assert found.question("/data/beds").label.text("") == "Beds\u00a0: how many?"
    assert found.question("/data/day").type == "date"
    assert found.sections[0].path == "/data"


def test_a_fault_in_a_workbook_counts_blank_rows_as_the_sheet_does() -> None:
    rows = [["type", "name", "label"], ["text", "a", "A"], [None, None, None], ["text", "b", "B"], ["txet", "c", "C"]]
    (fault,) = check(xlsx(survey=rows), "form.xlsx").faults
    assert (fault.sheet, fault.row, fault.column, fault.kind) == ("survey", 5, "type", "forms.unknown-type")


def test_what_the_converter_refuses_in_a_workbook_counts_blank_rows_too() -> None:
    rows = [["type", "name", "label", "parameters"], [None] * 4, ["range", "a", "A", "start=x"]]
    (fault,) = check(xlsx(survey=rows), "form.xlsx").faults
    assert (fault.row, fault.kind) == (3, "forms.refused")


def xlsx(**sheets: list[list[Any]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


SHEET = "type;name;label;relevant;constraint;calculation;choice_filter;required"
FAULTS = [
    (form(SHEET, "intger;a;A"), ("survey", 2, "type", "forms.unknown-type")),
    (form(SHEET, "select_one;a;A"), ("survey", 2, "type", "forms.no-list-named")),
    (form(SHEET, "text;b;B", "select_one colours;a;A"), ("survey", 3, "type", "forms.no-such-list")),
    (form(SHEET, "text;a;A", "text;a;Again"), ("survey", 3, "name", "forms.name-twice")),
    (form(SHEET, "text;;A"), ("survey", 2, "name", "forms.no-name")),
    (form(SHEET, "text;1a;A"), ("survey", 2, "name", "forms.bad-name")),
    (form(SHEET, ";a;A"), ("survey", 2, "type", "forms.no-type")),
    (form(SHEET, "begin_group;g;G", "text;a;A"), ("survey", 2, "type", "forms.begin-without-end")),
    (form(SHEET, "text;a;A", "end_repeat;;"), ("survey", 3, "type", "forms.end-without-begin")),
    (form(SHEET, "text;a;A;${b} = 1"), ("survey", 2, "relevant", "forms.no-such-name")),
    (form(SHEET, "text;a;A;1 = = 2"), ("survey", 2, "relevant", "forms.bad-formula")),
    (form(SHEET, "text;a;A;;sideways(.) = 1"), ("survey", 2, "constraint", "forms.unknown-function")),
    (form(SHEET, "text;a;A;;count-selected() = 1"), ("survey", 2, "constraint", "forms.wrong-arguments")),
    (form(SHEET, "text;a;A;;regex(., '(x')"), ("survey", 2, "constraint", "forms.bad-pattern")),
    (form(SHEET, "text;a;A", choices=("yn;yes;Again",)), ("choices", 4, "name", "forms.choice-twice")),
    (form(SHEET, "text;a;A", choices=(";x;X",)), ("choices", 4, "list_name", "forms.choice-without-list")),
    (form(SHEET, "text;a;A", choices=("l;;X",)), ("choices", 4, "name", "forms.choice-without-name")),
    (table("notes", "a;b", "c;d").encode(), ("survey", 0, "", "forms.no-survey")),
    (table("survey", "kind;name", "text;a").encode(), ("survey", 1, "type", "forms.no-type-column")),
    (table("survey", "type;type;name", "text;text;a").encode(), ("", 0, "", "forms.column-twice")),
]


@pytest.mark.parametrize(("data", "expected"), FAULTS, ids=[fault[-1] for _, fault in FAULTS])
def test_a_fault_is_named_with_its_place(data: bytes, expected: tuple[str, int, str, str]) -> None:
    result = check(data, "form.md")
    assert result.definition is None
    assert [(fault.sheet, fault.row, fault.column, fault.kind) for fault in result.faults] == [expected]
    with pytest.raises(Problem) as refused:
        read(data, "form.md")
    assert refused.value.kind.code == expected[-1]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_fault_can_be_said_in_both_languages(language: str) -> None:
    words = speak("fr" if language == "fr" else "en", installed_resources())
    for data, _ in FAULTS:
        for fault in check(data, "form.md").faults:
            said = fault.problem.say(words)
            assert said.happened
            assert said.safe
            assert said.next
            assert "{" not in said.text()


def test_all_faults_of_a_form_are_listed_together() -> None:
    data = form(SHEET, "intger;a;A", "select_one nowhere;b;B", "text;b;B", "text;c;C;${x} > 1", choices=("yn;no;N",))
    found = [(fault.sheet, fault.row, fault.kind.partition(".")[2]) for fault in check(data, "form.md").faults]
    assert found == [
        ("survey", 2, "unknown-type"),
        ("survey", 3, "no-such-list"),
        ("survey", 4, "name-twice"),
        ("survey", 5, "no-such-name"),
        ("choices", 4, "choice-twice"),
    ]


def test_what_the_converter_refuses_carries_its_row() -> None:
    data = form("type;name;label;parameters", "range;a;A;start=x end=3 step=1")
    (fault,) = check(data, "form.md").faults
    assert fault.kind == "forms.refused"
    assert "{" not in fault.problem.say(speak("en", installed_resources())).text()


def test_questions_computed_from_each_other_are_both_named() -> None:
    data = form(
        "type;name;label;calculation",
        "integer;beds;Beds;",
        "calculate;first;;${second} + 1",
        "calculate;second;;${first} + ${beds}",
    )
    (fault,) = check(data, "form.md").faults
    assert (fault.sheet, fault.row, fault.kind) == ("survey", 3, "forms.cycle")
    assert fault.problem.details["names"] == "first, second"


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("calculate;a;;;${a} + 1", "forms.cycle-of-one"),
        ("text;a;A;${a} = 1;", "forms.cycle-of-one"),
    ],
)
def test_a_question_computed_from_itself_is_named(row: str, kind: str) -> None:
    (fault,) = check(form("type;name;label;relevant;calculation", row), "form.md").faults
    assert (fault.row, fault.kind) == (2, kind)


def test_a_group_that_hides_itself_by_its_own_question_is_named() -> None:
    data = form("type;name;label;relevant", "begin_group;g;G;${a} = 1", "integer;a;A", "end_group;g")
    (fault,) = check(data, "form.md").faults
    assert fault.kind == "forms.cycle"


def kinds(data: bytes, filename: str) -> list[str]:
    result = check(data, filename)
    assert result.definition is None
    return [fault.kind for fault in result.faults]


def test_a_zip_bomb_posing_as_a_workbook_is_not_opened() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for number in range(3):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", b"0" * (40 * 1024 * 1024))
    data = stream.getvalue()
    assert len(data) < 1024 * 1024
    assert kinds(data, "form.xlsx") == ["forms.zip-bomb"]


def test_one_part_that_unpacks_far_too_well_is_not_opened() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("xl/workbook.xml", b" " * (20 * 1024 * 1024))
    assert kinds(stream.getvalue(), "form.xlsx") == ["forms.zip-bomb"]


def test_a_workbook_of_thousands_of_parts_is_not_opened() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number in range(workbook.MAX_PARTS + 1):
            archive.writestr(f"{number}", b"")
    assert kinds(stream.getvalue(), "form.xlsx") == ["forms.zip-bomb"]


def test_a_sheet_of_more_than_50_mb_is_not_opened() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", bytes(range(256)) * (210 * 1024))
    assert kinds(stream.getvalue(), "form.xlsx") == ["forms.sheet-too-big"]


def test_a_file_of_more_than_20_mb_is_not_opened() -> None:
    assert kinds(b"PK\x03\x04" + bytes(21 * 1024 * 1024), "form.xlsx") == ["forms.file-too-big"]


def test_a_markdown_file_of_more_than_50_mb_is_not_read() -> None:
    assert kinds(b"| survey |\n" + b"x" * (51 * 1024 * 1024), "form.md") == ["forms.file-too-big"]


def test_too_many_rows_are_refused_with_their_sheet() -> None:
    data = form("type;name;label", *(f"text;q{number};Q" for number in range(10_001)))
    result = check(data, "form.md")
    assert result.faults[0].kind == "forms.too-many-rows"
    assert result.faults[0].problem.details["sheet"] == "survey"


def test_an_endless_cell_is_refused_with_its_place() -> None:
    data = form("type;name;label", "text;a;" + "x" * 40_000)
    assert check(data, "form.md").faults[0].problem.details == {"sheet": "survey", "row": 2, "column": "label"}


ENTITIES = b"""<?xml version="1.0"?><!DOCTYPE h [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>&b;</h:title></h:head></h:html>"""
OUTSIDE = b"""<?xml version="1.0"?><!DOCTYPE h [<!ENTITY a SYSTEM "file:///etc/hostname">]>
<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>&a;</h:title></h:head></h:html>"""
DEEP = b"<a>" * 5_000 + b"</a>" * 5_000


@pytest.mark.parametrize(
    ("data", "filename", "kind"),
    [
        (b"", "form.md", "forms.not-a-form"),
        (b"only words", "form.md", "forms.not-a-form"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "form.md", "forms.not-a-form"),
        (b"not a zip", "form.xlsx", "forms.not-a-workbook"),
        (b"PK\x03\x04 torn", "form.xlsx", "forms.not-a-workbook"),
        (b"<html>", "form.xml", "forms.not-xml"),
        (b"<html/>", "form.xml", "forms.not-a-form"),
        (ENTITIES, "form.xml", "forms.not-xml"),
        (OUTSIDE, "form.xml", "forms.not-xml"),
        (DEEP, "form.xml", "forms.not-xml"),
    ],
)
def test_a_file_that_is_no_form_is_said_to_be_none(data: bytes, filename: str, kind: str) -> None:
    assert kinds(data, filename) == [kind]


def test_a_zip_that_is_no_workbook_is_said_to_be_none() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("letter.txt", "hello")
    assert kinds(stream.getvalue(), "form.xlsx") == ["forms.not-a-workbook"]


def test_a_workbook_with_entities_in_a_sheet_is_not_expanded() -> None:
    book = xlsx(survey=[["type", "name", "label"], ["text", "a", "A"]])
    torn = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as source, zipfile.ZipFile(torn, "w") as target:
        for part in source.infolist():
            text = source.read(part)
            if part.filename.endswith("sheet1.xml"):
                bomb = b"<!DOCTYPE w [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>"
                text = bomb + text.partition(b"?>")[2] if b"?>" in text[:100] else bomb + text
            target.writestr(part.filename, text)
    assert kinds(torn.getvalue(), "form.xlsx") == ["forms.not-a-workbook"]


def test_a_torn_workbook_is_said_to_be_damaged() -> None:
    book = bytearray(xlsx(survey=[["type", "name", "label"], ["text", "a", "A"]]))
    book[200:260] = bytes(60)
    assert kinds(bytes(book), "form.xlsx") == ["forms.not-a-workbook"]


def test_any_single_wrong_byte_in_a_workbook_is_refused_or_read() -> None:
    book = xlsx(survey=[["type", "name", "label"], ["text", "a", "A"]])
    for place in range(0, len(book), 97):
        wrong = bytearray(book)
        wrong[place] ^= 0xFF
        result = check(bytes(wrong), "form.xlsx")
        assert (result.definition is None) == bool(result.faults)


def test_a_stored_xform_that_was_damaged_says_so() -> None:
    xform = convert(CHECKLIST, "checklist.md")
    with pytest.raises(Problem):
        definition_from_xform(xform[: len(xform) // 2])
    with pytest.raises(Problem):
        definition_from_xform(zlib.compress(xform))


def test_an_xform_written_by_hand_is_read() -> None:
    xform = b"""<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
    <h:head><h:title>By hand</h:title><model><instance><data id="hand"><a>4</a><b/></data></instance>
    <bind nodeset="/data/a" type="int" required="true()"/><bind nodeset="/data/b" calculate="/data/a * 2"/>
    </model></h:head>
    <h:body><input ref="/data/a"><label>How many <output value="/data/b"/>?</label></input></h:body></h:html>"""
    found = definition(xform, "form.xml")
    response = LiveResponse(found, {}, CONTEXT)
    assert response.value("/data/b") == "8"
    assert response.label("/data/a") == "How many 8?"
    assert response.required("/data/a")


def test_unknown_columns_and_sheets_do_no_harm() -> None:
    data = form("type;name;label;colour of the row", "text;a;A;green") + table("history", "who;when", "A;now").encode()
    assert definition(data).question("/data/a").label.text("") == "A"
