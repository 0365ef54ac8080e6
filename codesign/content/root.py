"""Where `sessions/` lies: beside the package in a checkout, inside it when installed."""

from pathlib import Path


def root() -> Path:
    package = Path(__file__).parent.parent
    inside = package / "sessions"
    return inside if inside.is_dir() else package.parent / "sessions"
