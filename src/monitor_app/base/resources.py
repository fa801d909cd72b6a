"""Resources: the read-only files that come with the app (checklists, standards, words, fonts, icons)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Resources:
    """The folder of resources."""

    root: Path

    def path(self, *parts: str) -> Path:
        """Where a resource lies; it need not exist."""
        return self.root.joinpath(*parts)

    def bytes(self, *parts: str) -> bytes:
        """The bytes of a resource. Raises OSError where it is missing: a broken installation, not a user's problem."""
        return self.path(*parts).read_bytes()

    def text(self, *parts: str) -> str:
        """The UTF-8 text of a resource."""
        return self.bytes(*parts).decode("utf-8")


def installed_resources() -> Resources:
    """Beside the package when installed from a wheel, at the top of the checkout otherwise."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "resources"
    return Resources(inside if inside.is_dir() else package.parent.parent / "resources")
