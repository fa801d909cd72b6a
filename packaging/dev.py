"""Everything a developer or a first user needs, on a fresh machine, with the standard library only.

    python3 packaging/dev.py run      set up and start the app (without a display: play the main job, say where it is)
    python3 packaging/dev.py test     set up and run every check: ruff, mypy, import contracts, words, pytest offscreen
    python3 packaging/dev.py bench    measure the figures and print them beside their goals
    python3 packaging/dev.py tour     make the README's pictures anew

The environment lies in .venv, from a list locked by hashes. On Debian the system libraries Qt needs are installed when
you are root; otherwise the exact line is printed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
LOCKS = {"run": ROOT / "packaging" / "requirements.txt", "test": ROOT / "packaging" / "requirements-dev.txt"}
QT_LIBRARIES = (
    "libegl1 libgl1 libdbus-1-3 libfontconfig1 libglib2.0-0 libxkbcommon0 libxkbcommon-x11-0 libx11-xcb1 "
    "libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 "
    "libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 libwayland-client0 libwayland-cursor0"
).split()
TEST_TOOLS = ["poppler-utils", "strace"]


def main(arguments: list[str]) -> int:
    """Runs one command; returns its exit code."""
    if sys.version_info < (3, 11):
        print("Monitor needs Python 3.11 or newer. Nothing was changed. Install it, then start again with that python.")
        return 2
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    commands = {"run": run, "test": test, "bench": bench, "tour": tour}
    if command not in commands:
        print(__doc__)
        return 0 if command in ("", "help", "--help", "-h") else 2
    return commands[command](rest)


def run(rest: list[str]) -> int:
    set_up("run", QT_LIBRARIES)
    if rest or has_display():
        return call(str(tool("monitor-app")), *rest)
    out = ROOT / "out" / "demo"
    print(f"There is no display here, so the main job is played without a window. The result goes to {out}", flush=True)
    return call(str(tool("monitor-app")), "demo", "--out", str(out), environment=offscreen())


def test(rest: list[str]) -> int:
    set_up("test", [*QT_LIBRARIES, *TEST_TOOLS])
    python = str(tool("python"))
    checks: list[list[str]] = [
        [str(tool("ruff")), "format", "--check", "src", "tests", "packaging"],
        [str(tool("ruff")), "check", "src", "tests", "packaging"],
        [str(tool("mypy"))],
        [str(tool("lint-imports"))],
        [python, "packaging/words.py", "--check"],
        [python, "-m", "pytest", "-n", "auto", "--dist", "worksteal", *rest],
    ]
    if rest:
        checks = checks[-1:]
    failed = []
    for check in checks:
        name = " ".join(Path(part).name if os.sep in part else part for part in check[:3])
        print(f"\n== {name}", flush=True)
        if call(*check, environment=offscreen() | {"TZ": "Pacific/Chatham"}):
            failed.append(name)
    print("\nAll checks passed." if not failed else f"\nNot passed: {', '.join(failed)}")
    return 1 if failed else 0


def bench(rest: list[str]) -> int:
    set_up("test", [*QT_LIBRARIES, "xvfb"])
    return call(str(tool("python")), "-m", "tests.benchmarks", *rest, environment=offscreen())


def tour(rest: list[str]) -> int:
    set_up("test", QT_LIBRARIES)
    return call(str(tool("python")), "-m", "tests.screens.tour", *rest, environment=offscreen())


def offscreen() -> dict[str, str]:
    return {"QT_QPA_PLATFORM": "offscreen", "PYTHONHASHSEED": "random"}


def has_display() -> bool:
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def tool(name: str) -> Path:
    """A program of the environment."""
    folder = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
    return folder / (f"{name}.exe" if os.name == "nt" else name)


def call(*command: str, environment: dict[str, str] | None = None) -> int:
    return subprocess.run(command, cwd=ROOT, env=os.environ | (environment or {}), check=False).returncode


def set_up(purpose: str, packages: list[str]) -> None:
    """Makes .venv from the lock of this purpose and installs the checkout into it; quick when nothing changed."""
    system_packages(packages)
    lock = LOCKS[purpose]
    key = hashlib.sha256(lock.read_bytes() + (ROOT / "pyproject.toml").read_bytes() + sys.version.encode()).hexdigest()
    stamp = ENVIRONMENT / f"ready-{purpose}"
    if stamp.exists() and stamp.read_text() == key:
        return
    if not tool("python").exists():
        make_environment()
    print("Setting up: this takes a minute the first time.", flush=True)
    pip = [str(tool("python")), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    for step in (["--require-hashes", "-r", str(lock)], ["--no-deps", "--no-build-isolation", "-e", str(ROOT)]):
        if call(*pip, *step):
            sys.exit(
                "The set-up did not finish. Nothing of yours was changed. Look at the lines above, then run it again."
            )
    stamp.write_text(key)


def make_environment() -> None:
    try:
        venv.create(ENVIRONMENT, with_pip=True, clear=True)
    except (subprocess.CalledProcessError, OSError):
        system_packages(["python3-venv"])
        venv.create(ENVIRONMENT, with_pip=True, clear=True)


def system_packages(names: list[str]) -> None:
    """Installs what Debian lacks, or prints the line that would."""
    if not shutil.which("dpkg-query"):
        return
    missing = [name for name in names if not installed(name)]
    if not missing:
        return
    line = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    if os.geteuid() != 0:
        print(f"These system libraries are missing. Install them with:\n  sudo {' '.join(line)}")
        return
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    output = subprocess.DEVNULL
    subprocess.run(["apt-get", "update", "-q"], env=os.environ | quiet, stdout=output, check=False)
    if subprocess.run(line, env=os.environ | quiet, stdout=output, check=False).returncode:
        print(f"Some system libraries could not be installed: {' '.join(missing)}")


def installed(name: str) -> bool:
    """Whether Debian has the package, also under the name it carries since the 64-bit time change (libglib2.0-0t64)."""
    for candidate in (name, f"{name}t64"):
        answer = subprocess.run(
            ["dpkg-query", "-W", "-f=${Status}", candidate], capture_output=True, text=True, check=False
        )
        if answer.returncode == 0 and "install ok installed" in answer.stdout:
            return True
    return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
