"""What is handed out, in its parts; `.ci/run` builds the folder itself and plays in it."""

import hashlib
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import folders
import pytest
from archives import pack_tar, pack_zip, write_checksums
from build import arguments
from carried_python import c_library, version_of_embeddable, wanted
from first_pages import STARTS, TOP, section, write_pages
from licences import gather, stated
from readme import for_an_index
from wheels import PYTHONS, SYSTEMS, NotBuilt, environment, lock_entries, needed, unpack

from codesign.store.places import Places

LOCK = (TOP / "requirements.lock").read_text("utf-8")
README = (TOP / "README.md").read_text("utf-8")


def wheel(folder: Path, name: str, *said: str, tags: str = "py3-none-any", files: dict[str, str] | None = None) -> Path:
    """A wheel that says these lines of itself."""
    path = folder / f"{name}-1.0-{tags}.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            f"{name}-1.0.dist-info/METADATA", "\n".join(("Metadata-Version: 2.4", f"Name: {name}", "Version: 1.0", *said))
        )
        for file, text in (files or {}).items():
            archive.writestr(file, text)
    return path


def test_what_is_packed_twice_is_the_same_and_may_still_be_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    for name in ("one", "two"):
        folder = tmp_path / name / "folder"
        (folder / "lib").mkdir(parents=True)
        for file in ("lib/b.py", "lib/a.py", "start")[:: 1 if name == "one" else -1]:
            (folder / file).write_text(file)
        (folder / "start").chmod(0o744)
        os.utime(folder / "start", (1, 1 if name == "one" else 2))
        pack_zip(folder, tmp_path / name / "it.zip")
        pack_tar(folder, tmp_path / name / "it.tar.gz")
    for kind in ("it.zip", "it.tar.gz"):
        assert (tmp_path / "one" / kind).read_bytes() == (tmp_path / "two" / kind).read_bytes()
    with zipfile.ZipFile(tmp_path / "one" / "it.zip") as archive:
        assert archive.namelist() == ["folder/lib/a.py", "folder/lib/b.py", "folder/start"]
        rights = [info.external_attr >> 16 & 0o777 for info in archive.infolist()]
    assert rights == [0o644, 0o644, 0o755]
    sums = write_checksums(tmp_path / "one").read_text()
    hashed = hashlib.sha256((tmp_path / "one" / "it.zip").read_bytes()).hexdigest()
    assert f"{hashed}  it.zip\n" in sums
    assert "SHA256SUMS" not in write_checksums(tmp_path / "one").read_text(), "it would never be right about itself"


def test_entries_of_the_lock_are_whole() -> None:
    entries = lock_entries(LOCK)
    assert "".join(entries.values()) == re.sub(r"^#.*\n", "", LOCK, flags=re.MULTILINE)
    assert all("--hash=sha256:" in entry for entry in entries.values())


def test_what_builds_the_program_is_not_handed_out(tmp_path: Path) -> None:
    program = wheel(tmp_path, "program", "Requires-Dist: screens[links]>=1", 'Requires-Dist: tests; extra == "dev"')
    wheel(tmp_path, "screens", 'Requires-Dist: links; extra == "links"', 'Requires-Dist: dos; sys_platform == "win32"')
    for name in ("links", "dos", "builder", "tests"):
        wheel(tmp_path, name)
    there = [path for path in tmp_path.glob("*.whl") if path != program]
    for system, more in (("linux-x64", []), ("windows-x64", ["dos"])):
        found = needed(there, program, environment(system, "3.13"))
        assert [path.name.split("-")[0] for path in found] == [*more, "links", "screens"]
    with pytest.raises(NotBuilt, match="screens"):
        needed([], program, environment("linux-x64", "3.13"))


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_system_answers_what_markers_ask(system: str) -> None:
    said = environment(system, "3.12")
    tag = SYSTEMS[system][0]
    assert said["platform_machine"].lower().removeprefix("amd").removeprefix("x86_")[-2:] == "64"
    assert ("arm" in tag or "aarch" in tag) == (said["platform_machine"].lower() in ("arm64", "aarch64"))
    assert {"win": "win32", "mac": "darwin", "man": "linux"}[tag[:3]] == said["sys_platform"]


def test_a_wheel_stays_in_its_folder_and_brings_no_scripts(tmp_path: Path) -> None:
    files = {"a/b.py": "", "x-1.0.data/purelib/c.py": "", "x-1.0.data/scripts/run": ""}
    unpack(wheel(tmp_path, "x", files=files), tmp_path / "lib")
    there = {path.relative_to(tmp_path / "lib").as_posix() for path in (tmp_path / "lib").rglob("*") if path.is_file()}
    assert there == {"a/b.py", "c.py", "x-1.0.dist-info/METADATA"}
    with pytest.raises(NotBuilt, match="outside"):
        unpack(wheel(tmp_path, "y", files={"../z.py": ""}), tmp_path / "lib")


def test_nothing_is_handed_out_without_a_licence(tmp_path: Path) -> None:
    mit, bsd = "License-Expression: MIT", "Classifier: License :: OSI Approved :: BSD License"
    one = wheel(tmp_path, "one", mit, files={"one-1.0.dist-info/licenses/LICENSE": "May be used."})
    two = wheel(tmp_path, "two", bsd)
    headers = {"lxml/xmlversion.h": '#define LIBXML_DOTTED_VERSION "2.14.6"', "lxml/zlib.h": '#define ZLIB_VERSION "1.3"'}
    xml = wheel(tmp_path, "lxml", mit, files={**headers, "lxml-1.0.dist-info/LICENSES.txt": "Holds iconv."})
    older = {"lxml/xmlversion.h": '#define LIBXML_DOTTED_VERSION "2.11.9"'}
    windows = wheel(tmp_path, "lxml", mit, tags="cp313-cp313-win_amd64", files=older)
    gather([two, one, windows, xml], tmp_path / "licences", ["Python 3.13.1: PSF"])
    rows = (tmp_path / "licences" / "LIST.txt").read_text().splitlines()[2:]
    no_text = " (its wheel holds no text)"
    built_in = ("libiconv, as lxml 1.0 brings it: LGPL-2.1", "libxml2 2.11.9: MIT", "libxml2 2.14.6: MIT", "zlib 1.3: Zlib")
    inside = ["lxml 1.0: MIT", *(f"  in it: {library}" for library in built_in)]
    assert rows == [*inside, "one 1.0: MIT", "two 1.0: BSD License" + no_text, "Python 3.13.1: PSF"]
    assert (tmp_path / "licences" / "requirements.lock").read_text("utf-8") == LOCK, "what has exact versions lies there too"
    assert (tmp_path / "licences" / "one" / "LICENSE").read_text() == "May be used."
    with pytest.raises(NotBuilt, match="names no licence"):
        stated(wheel(tmp_path, "three"))


def test_no_python_is_carried_that_was_not_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    archive = tmp_path / "python.zip"
    with zipfile.ZipFile(archive, "w") as opened:
        opened.writestr("python313._pth", "python313.zip\n.\n")
    hashed = hashlib.sha256(archive.read_bytes()).hexdigest()
    assert version_of_embeddable(archive, hashed.upper()) == "3.13"
    with pytest.raises(NotBuilt, match="not the file that was meant"):
        version_of_embeddable(archive, "0" * 64)
    with zipfile.ZipFile(archive, "w") as opened:
        opened.writestr("setup.exe", "")
    with pytest.raises(NotBuilt, match="no embeddable Python"):
        version_of_embeddable(archive, hashlib.sha256(archive.read_bytes()).hexdigest())
    with pytest.raises(SystemExit):
        arguments(["--embeddable", str(archive)])
    assert "go together" in capsys.readouterr().err


def test_the_carried_python_has_what_is_used_and_nothing_for_a_network() -> None:
    assert all(wanted(name) for name in ("asyncio", "encodings", "_ctypes.cpython-313-x86_64-linux-gnu.so", "_socket.so"))
    left_out = (
        "test",
        "site-packages",
        "config-3.13-x86_64-linux-gnu",
        "_ssl.cpython-313-x86_64-linux-gnu.so",
        "readline.x.so",
    )
    assert not any(wanted(name) for name in left_out)


def test_a_folder_did_not_say_on_which_linux_it_starts(tmp_path: Path) -> None:
    for name, said in (("python/bin/python3", b"\0GLIBC_2.34\0"), ("lib/x.abi3.so", b"\0GLIBC_2.2.5\0"), ("lib/y.so.1", b"")):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(said)
    assert c_library(tmp_path) == ["From the system it asks for the C library glibc, 2.34 or newer"]


def test_windows_was_given_a_python_that_nobody_mends(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a Python that is only kept safe python.org makes no files for Windows: the newest that compiles here is taken."""
    there = {"3.12", "3.13"}

    def only_these(version: str) -> str:
        if version not in there:
            raise NotBuilt(version)
        return f"python{version}"

    monkeypatch.setattr(folders, "interpreter", only_these)
    assert folders.newest() == "3.13"
    there.clear()
    with pytest.raises(NotBuilt, match="none of them"):
        folders.newest()


@pytest.mark.parametrize("start", sorted(path.name for path in STARTS.glob("*.md")))
def test_the_pages_beside_the_program_stand_alone(tmp_path: Path, start: str) -> None:
    write_pages(tmp_path, start)
    assert {path.name for path in tmp_path.iterdir()} == {"READ-ME-FIRST.html", "FOR-IT.html", "README.html"}
    for page in tmp_path.glob("*.html"):
        text = page.read_text("utf-8")
        assert all(place.startswith("data:image/svg+xml") for place in re.findall(r'(?:src|href)="([^"]+)"', text)), page.name
        assert not re.search(r"https?://|<p>[#*]|\]\(", text)
    first = (tmp_path / "READ-ME-FIRST.html").read_text("utf-8")
    assert first.count("<img") == section(README, "What it looks like").count("](tests/golden/pictures/") >= 7
    assert "pip install" not in first
    for_it = (tmp_path / "FOR-IT.html").read_text("utf-8")
    assert re.search(r"youth-codesign \d+\.\d+\.\d+, beta", for_it)
    other = {"carried-linux.md": "%LOCALAPPDATA%", "carried-windows.md": "~/.local", "stick.md": "Start.bat"}
    assert other[start] not in for_it, "it told of another folder"
    assert ("C:\\Program Files" in for_it) == (start == "carried-windows.md"), "the stick installs where AppLocker forbids it"
    assert "Whose turn is it?" in first
    assert all(f"<strong>{part}.</strong>" in first for part in ("Ten minutes before", "The hour", "After the hour"))


@pytest.mark.skipif(sys.platform != "linux", reason="names the folders of Linux")
def test_it_is_told_of_every_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    from play import PLACES

    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    usual = Places.usual()
    told = section(README, "For IT, on one page")
    assert {str(usual.data), str(usual.state.parent)} == {str(Path.home() / place) for place in PLACES}
    assert all(f"`~/{place}`" in told for place in PLACES)


def test_start_files_take_the_pythons_that_wheels_are_there_for() -> None:
    for name in ("stick.sh", "stick.bat"):
        text = (STARTS / name).read_text("ascii")
        assert set(re.findall(r"3\.\d\d", text)) == set(PYTHONS), name
        assert "@WHICH@" in text
        assert "--no-index" in text
        assert "--require-hashes" in text
    assert "3.11 to 3.14" in (STARTS / "stick.md").read_text("utf-8")
    (STARTS / "carried.bat").read_text("ascii")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a Unix shell")
def test_start_files_can_be_read_by_a_shell() -> None:
    for path in STARTS.glob("*.sh"):
        assert subprocess.run(["/bin/sh", "-n", path], capture_output=True, check=False).returncode == 0, path.name


def test_a_package_index_showed_no_picture() -> None:
    """It knows no path of ours: a picture is told by its words, and no link leads to a file."""
    told = for_an_index(README, TOP)
    assert not re.search(r"\]\([^)]+\)", told)
    assert "       ●  2   Could work if...      ■ b  If it is less strict\n" in told
