"""The house keeps its own rules: sizes, rooms, words, and what must not stand in a public repository."""

import ast
import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "monitor_app"
MODULES = sorted(SOURCE.rglob("*.py"))
TOP = {"src", "resources", "tests", "packaging", "pyproject.toml", "README.md", "LICENSE"}


def tracked():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout
    return [ROOT / line for line in listed.splitlines() if (ROOT / line).is_file()]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_module_is_longer_than_400_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


def test_the_root_of_the_package_holds_nothing_but_main():
    assert {path.name for path in SOURCE.glob("*.py")} == {"__init__.py", "__main__.py"}


def test_the_top_level_is_what_was_agreed():
    found = {path.relative_to(ROOT).parts[0] for path in tracked()}
    assert {name for name in found if not name.startswith(".")} <= TOP


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_every_module_and_public_name_says_what_it_is_for(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if not tree.body:
        return
    assert ast.get_docstring(tree), "the module says nothing"
    for node in tree.body:
        if isinstance(node, (ast.ClassDef, ast.FunctionDef)) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{node.name} says nothing"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_data_is_checked_with_raise_and_no_name_hides_what_it_is(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not [node.lineno for node in ast.walk(tree) if isinstance(node, ast.Assert)]
    classes = [node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    assert not [name for name in classes if re.search(r"(Manager|Handler|Helper|Util|Impl|Processor|Base)$", name)]
    assert path.stem not in {"utils", "helpers", "common", "core", "misc", "manager"}


def test_broad_excepts_stand_only_where_threads_meet_the_window():
    for path in MODULES:
        if path.name in ("background.py", "__main__.py"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ExceptHandler):
                assert node.type is not None, f"{path}:{node.lineno}"
                names = {getattr(part, "id", "") for part in ast.walk(node.type)}
                undoes_and_raises_again = isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None
                broad = names & {"Exception", "BaseException"}
                assert not broad or undoes_and_raises_again, f"{path}:{node.lineno}"


def test_every_sentence_is_translated_and_used():
    spec = importlib.util.spec_from_file_location("words_tool", ROOT / "packaging" / "words.py")
    tool = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = tool
    spec.loader.exec_module(tool)
    assert tool.faults() == []


def test_nothing_tracked_names_a_machine_or_a_package_registry():
    hosts = "|".join(
        ("pypi" + r"\.org", "python" + r"hosted\.org", "npm" + r"js\.(?:org|com)", "deb" + r"\.debian\.org")
    )
    places = "|".join((r"(?<![\w)])/" + "work/", r"(?<![\w)])/" + "root/", "/" + "home/[a-z]"))
    pattern = re.compile(f"{hosts}|{places}")
    text = {".py", ".md", ".toml", ".txt", ".json", ".po", ".yml", ".in", ".sh", ".qss", ".svg", ""}
    for path in tracked():
        if path.suffix in text and path.name != "LICENSE":
            found = pattern.search(path.read_text(encoding="utf-8", errors="replace"))
            assert not found, f"{path.relative_to(ROOT)}: {found and found[0]}"


def test_the_licence_of_every_dependency_is_compatible():
    from importlib import metadata

    lock = (ROOT / "packaging" / "requirements.txt").read_text(encoding="utf-8")
    names = re.findall(r"^([A-Za-z0-9_.-]+)==", lock, re.MULTILINE)
    free = re.compile(
        r"MIT|BSD|Apache|LGPL|GPL|MPL|PSF|Python Software|zlib|ISC|OFL|HPND|Public Domain|Unlicense|0BSD|CC0|ZPL", re.I
    )
    read_in_their_licence_files = {"pyxform": "BSD-2-Clause", "sqlcipher3": "zlib"}
    unknown = []
    for name in names:
        try:
            about = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue  # for another system only
        said = read_in_their_licence_files.get(name, "") + " ".join(
            [about.get("License-Expression") or "", (about.get("License") or "")[:300]]
            + [line for line in about.get_all("Classifier") or [] if line.startswith("License")]
        )
        if not free.search(said):
            unknown.append(f"{name}: {said!r}")
    assert not unknown
