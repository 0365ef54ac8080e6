"""The wheel carries the plans: installed anywhere, they are there."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent


@pytest.mark.slow
def test_the_built_wheel_lists_its_plans(tmp_path: Path) -> None:
    pip = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", str(tmp_path), str(TOP)]
    built = subprocess.run(pip, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    wheel = next(tmp_path.glob("*.whl"))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    env = {**os.environ, "PYTHONPATH": str(tmp_path / "site"), "CODESIGN_DATA": str(tmp_path / "data")}
    code = "import codesign, codesign.cli; print(codesign.__file__); codesign.cli.main(['plans'])"
    listed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, cwd=tmp_path)
    assert str(tmp_path / "site") in listed.stdout
    assert "starter\t10 cards" in listed.stdout
    there, here = ({path.relative_to(top).as_posix() for path in data_of(top)} for top in (tmp_path / "site", TOP))
    assert {path for path in there if not path.startswith("codesign/sessions/")} == here
    assert {"codesign/sessions/rules.toml", "codesign/sessions/helplines.toml"} <= there
    assert len(here) >= 10
    (said,) = (tmp_path / "site").glob("*.dist-info/METADATA")
    assert "](tests/" not in said.read_text("utf-8"), "pictures that lie nowhere for whoever reads it"
    assert "codesign/py.typed" in there


def data_of(top: Path) -> list[Path]:
    """Every file of the package that is no code: templates, styles, the catalogue."""
    return [path for path in (top / "codesign").rglob("*") if path.is_file() and path.suffix not in (".py", ".pyc")]
