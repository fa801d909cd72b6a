"""The commands and their options."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from monitor_app.base import Clock, Language, Problem, Randomness, Resources, Words, speak
from monitor_app.cli.check_checklist import check_checklist
from monitor_app.cli.demo import Pictures, play_demo
from monitor_app.cli.verify import verify_file

UNREADABLE = 2


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the roof gives: resources, time, chance, the language of this computer, how pictures of the screens are
    made (None where no window system can be had), and how the window is opened."""

    resources: Resources
    clock: Clock
    randomness: Randomness
    language: Language
    pictures: Pictures | None
    open_window: Callable[[], int]


def run(arguments: Sequence[str], around: Surroundings) -> int:
    """Plays a command; returns its exit code. Problems are said in a plain sentence on the error stream."""
    try:
        code = _monitor.main(list(arguments), "monitor-app", standalone_mode=False, obj=around)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.exceptions.Abort:
        return 130
    except Problem as problem:
        click.echo(problem.say(_words(around, None)).text(), err=True)
        return UNREADABLE
    return code if isinstance(code, int) else 0


def _plainly(words: Words, work: Callable[[], int]) -> int:
    """The work's exit code; a problem is said in the language asked for."""
    try:
        return work()
    except Problem as problem:
        click.echo(problem.say(words).text(), err=True)
        return UNREADABLE


def _words(around: Surroundings, language: str | None) -> Words:
    return speak("fr" if (language or around.language) == "fr" else "en", around.resources)


_language = click.option(
    "--language", type=click.Choice(["en", "fr"]), default=None, help="Language of what is said: en or fr."
)


@click.group(invoke_without_command=True)
@click.pass_context
def _monitor(context: click.Context) -> int | None:
    """Monitor: for people who visit places of detention. Without a command, the window opens."""
    if context.invoked_subcommand is None:
        around: Surroundings = context.obj
        return around.open_window()
    return None


@_monitor.command("demo")
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="Folder for the results; made when missing."
)
@click.option("--no-screens", is_flag=True, help="Leave out the pictures of the screens.")
@_language
@click.pass_obj
def _demo(around: Surroundings, out: Path, no_screens: bool, language: str | None) -> int:
    """Found the demo programme, carry a visit through to a signed report, and leave everything in a folder."""
    pictures, words = None if no_screens else around.pictures, _words(around, language)
    return _plainly(words, lambda: play_demo(out, around.resources, around.randomness, words, pictures, click.echo))


@_monitor.command("verify")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--root", type=click.Path(path_type=Path), default=None, help="The programme's root certificate (PEM or DER)."
)
@_language
@click.pass_obj
def _verify(around: Surroundings, file: Path, root: Path | None, language: str | None) -> int:
    """Say who signed a report and whether anything changed since.

    Exit code: 0 unchanged and signed under the given root, 1 not, 2 not readable, 3 unchanged but no root given.
    """
    return verify_file(file, root, around.clock.now(), _words(around, language), click.echo)


@_monitor.group("checklist")
def _checklist() -> None:
    """Checklists authored as XLSForm."""


@_checklist.command("check")
@click.argument("file", type=click.Path(path_type=Path))
@_language
@click.pass_obj
def _check(around: Surroundings, file: Path, language: str | None) -> int:
    """Check an XLSForm (.xlsx or Markdown): every fault with its sheet and row. Exit code 0 when there is none."""
    return check_checklist(file, _words(around, language), click.echo)
