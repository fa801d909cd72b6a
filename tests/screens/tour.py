"""`dev.py tour`: the README's pictures made anew, small, out of a fresh demo programme.

The pictures lie in packaging/tour: 960 px wide, 256 colours.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
TOUR = ROOT / "packaging" / "tour"
WIDTH = 960


def small(picture: Path, target: Path) -> None:
    """One picture, small enough for a repository."""
    with Image.open(picture) as image:
        height = round(image.height * WIDTH / image.width)
        shrunk = image.convert("RGB").resize((WIDTH, height), Image.Resampling.LANCZOS)
        shrunk.quantize(256, dither=Image.Dither.NONE).save(target, optimize=True)


def main() -> int:
    """Plays the demo and keeps its pictures and the first pages of its report."""
    with tempfile.TemporaryDirectory() as place:
        out = Path(place) / "demo"
        done = subprocess.run([sys.executable, "-m", "monitor_app", "demo", "--out", str(out)], check=False)
        if done.returncode:
            return done.returncode
        shutil.rmtree(TOUR, ignore_errors=True)
        TOUR.mkdir(parents=True)
        for picture in sorted((out / "screens").glob("*.png")):
            small(picture, TOUR / picture.name)
    print(f"{len(list(TOUR.iterdir()))} pictures in {TOUR.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
