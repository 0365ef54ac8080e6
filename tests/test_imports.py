"""The walls: imports point one way, and what is heavy is loaded only by those who need it."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import codesign
from codesign.core.plan import Plan
from codesign.core.session import Setup
from codesign.core.thresholds import Thresholds
from codesign.engine import Engine

PACKAGE = Path(codesign.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
PARTS = ("core", "store", "content", "intake", "course", "documents", "tui", "cli", "plain")
LEAVES = (
    "phrases",
    "words",
    "washed",
    "engine",
    "demo",
    "crash",
    "terminal",
)


def module_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_of(path): path for path in FILES}


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports(path: Path, *, typing_too: bool = True) -> tuple[str, ...]:
    """Full names of the modules a file imports, in functions too; from `from codesign.x import y`, a module codesign.x.y."""

    def walk(node: ast.AST) -> Iterator[str]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test):
                if typing_too:
                    yield from walk(child)
                else:
                    for other in child.orelse:
                        yield from walk(other)
            elif isinstance(child, ast.Import):
                yield from (alias.name for alias in child.names)
            elif isinstance(child, ast.ImportFrom):
                assert child.level == 0, f"{path}: name the whole module"
                assert child.module
                named = [f"{child.module}.{alias.name}" for alias in child.names]
                yield from dict.fromkeys(n if n in MODULES else child.module for n in named)
            else:
                yield from walk(child)

    return tuple(walk(tree_of(path)))


def within(name: str, *packages: str) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def offenders(allowed_in: tuple[str, ...], *names: str) -> list[str]:
    """Modules outside `allowed_in` that import one of `names`."""
    return [
        f"{module} imports {name}"
        for module, path in MODULES.items()
        if not within(module, *allowed_in)
        for name in imports(path)
        if within(name, *names)
    ]


@pytest.mark.parametrize(
    ("names", "allowed_in"),
    [
        (("textual", "rich"), ("codesign.tui",)),
        (("tinydb", "nacl", "filelock"), ("codesign.store",)),
        (("docx", "jinja2", "markupsafe"), ("codesign.documents",)),
        (("platformdirs",), ("codesign.store.places",)),
        (("click",), ("codesign.cli",)),
        (("tomllib",), ("codesign.content",)),
        (("pickle", "shelve", "socket", "urllib", "http", "requests", "httpx", "logging"), ()),
        (("random",), ("codesign.demo",)),  # made-up votes only
    ],
    ids=lambda names: "+".join(n.removeprefix("codesign.") for n in names) or "nowhere",
)
def test_a_library_stays_inside_its_wall(names: tuple[str, ...], allowed_in: tuple[str, ...]) -> None:
    assert offenders(allowed_in, *names) == []


MAY_IMPORT = {
    "codesign.core": ("codesign.core", "msgspec"),
    "codesign.store": (
        *("codesign.store", "codesign.core", "codesign.intake.files"),
        *("msgspec", "tinydb", "nacl", "filelock", "platformdirs"),
    ),
    "codesign.content": ("codesign.content", "codesign.core", "codesign.intake.files", "msgspec"),
    "codesign.documents": (
        *("codesign.documents", "codesign.core", "codesign.phrases", "codesign.words", "codesign.content"),
        *("codesign.intake.files", "codesign.intake.sheet"),  # to read a filled-in summary back
        *("msgspec", "docx", "jinja2", "markupsafe"),
    ),
    "codesign.documents.charts": ("codesign.core", "codesign.phrases", "codesign.words", "msgspec"),
    "codesign.words": (),
    "codesign.washed": (),
    "codesign.intake": ("codesign.intake", "codesign.core", "codesign.words", "msgspec"),
    "codesign.phrases": ("codesign.phrases", "codesign.core", "codesign.words", "msgspec"),
    "codesign.course": (
        *("codesign.course", "codesign.core", "codesign.content", "codesign.intake.files", "codesign.phrases"),
        *("codesign.words", "codesign.engine", "msgspec"),
    ),
}


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_a_package_imports_only_what_it_may(package: str) -> None:
    found = [
        f"{module} imports {name}"
        for module, path in MODULES.items()
        if within(module, package)
        for name in imports(path)
        if name.split(".")[0] not in sys.stdlib_module_names and not within(name, *MAY_IMPORT[package])
    ]
    assert found == []


IMPURE = (
    "os",
    "io",
    "time",
    "pathlib",
    "secrets",
    "random",
    "datetime",
    "tempfile",
    "shutil",
    "sys",
    "json",
    "uuid",
    "subprocess",
)


def test_the_core_knows_no_file_no_clock_and_no_randomness() -> None:
    assert [(m, n) for m, p in MODULES.items() if within(m, "codesign.core") for n in imports(p) if within(n, *IMPURE)] == []
    calls = {"open", "print", "input", "exec", "eval", "compile", "__import__"}
    for module, path in MODULES.items():
        if within(module, "codesign.core"):
            tree = tree_of(path)
            names = {n.func.id for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}
            assert not names & calls, module


@pytest.mark.parametrize("package", ["codesign.course", "codesign.tui", "codesign.plain"])
def test_a_front_end_never_reaches_store_or_documents(package: str) -> None:
    """But for what may be drawn, as values, which the room sees as the documents do."""
    inside = {m: p for m, p in MODULES.items() if within(m, package)}
    reached = [(m, n) for m, p in inside.items() for n in imports(p) if within(n, "codesign.store", "codesign.documents")]
    assert [(m, n) for m, n in reached if n != "codesign.documents.charts"] == []
    at_run_time = [
        (m, n)
        for m, p in inside.items()
        for n in imports(p, typing_too=False)
        if n in ("codesign.engine", "codesign.engine.open_session")
    ]
    assert at_run_time == []


def test_only_the_command_line_imports_the_screens() -> None:
    assert offenders(("codesign.tui", "codesign.cli"), "codesign.tui") == []


@pytest.mark.parametrize("name", ["Any"])
def test_the_core_has_no_loose_types(name: str) -> None:
    for module, path in MODULES.items():
        if within(module, "codesign.core"):
            assert name not in {n.id for n in ast.walk(tree_of(path)) if isinstance(n, ast.Name)}


def test_a_module_says_what_it_is_for() -> None:
    assert [module for module, path in MODULES.items() if not ast.get_docstring(tree_of(path))] == []


def test_nothing_prints_but_the_command_line() -> None:
    for module, path in MODULES.items():
        calls = {n.func.id for n in ast.walk(tree_of(path)) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}
        assert not calls & {"print", "breakpoint"} or within(module, "codesign.cli", "codesign.plain"), module


def loaded_by(statement: str) -> set[str]:
    """Modules that are loaded once a statement has run in a fresh interpreter."""
    script = f"import sys; sys.path.insert(0, {str(PACKAGE.parent)!r}); {statement}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-B", "-I", "-c", script], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


HEAVY = {"textual", "rich", "docx", "jinja2", "lxml"}
RECORD = {"tinydb", "nacl", "filelock"}


def test_the_core_loads_nothing_but_msgspec() -> None:
    loaded = loaded_by("import codesign.core.session, codesign.core.turn, codesign.phrases, codesign.content")
    assert not loaded & (HEAVY | RECORD | {"click", "platformdirs"})


def test_the_engine_loads_no_screen_and_no_document() -> None:
    assert not loaded_by("import codesign.engine") & (HEAVY | {"click"})


def test_records_are_listed_without_the_libraries_that_open_one(engine: Engine, plan: Plan, filled_in: Setup) -> None:
    engine.start(plan, filled_in, Thresholds()).leave()
    look = (
        "from pathlib import Path; from codesign.engine import Engine; from codesign.store.places import Places; "
        f"((_, session),) = Engine(Places.under(Path({str(engine.places.data)!r})), None).records(); session.setup"
    )
    assert not loaded_by(look) & (HEAVY | RECORD | {"click"})


def test_the_command_line_loads_neither_screens_nor_documents_nor_the_record() -> None:
    assert not loaded_by("import codesign.cli") & (HEAVY | RECORD)


def test_command_line_and_engine_together_load_no_screen_and_no_document() -> None:
    assert not loaded_by("import codesign.cli, codesign.engine") & HEAVY


def test_the_first_page_waited_for_the_word_lists_of_policies() -> None:
    assert not loaded_by("import codesign.course.home") & {"codesign.core.policy.words", "codesign.core.policy.limits"}


def test_the_walls_can_fail(tmp_path: Path) -> None:
    """What a wall looks for is found: inside functions, under aliases, from the package, and for types."""
    source = (
        "import tinydb as t\ndef f():\n    from codesign import engine\n    import rich.text\n"
        "if TYPE_CHECKING:\n    import docx\n"
    )
    path = tmp_path / "x.py"
    path.write_text(source)
    assert imports(path) == ("tinydb", "codesign.engine", "rich.text", "docx")
    assert imports(path, typing_too=False) == ("tinydb", "codesign.engine", "rich.text")
    assert within("tinydb.table", "tinydb")
    assert not within("tinydbx", "tinydb")


def test_every_part_that_is_there_is_known_here() -> None:
    no_code = ("locale", "sessions", "py.typed")
    top = {p.name.removesuffix(".py") for p in PACKAGE.iterdir() if p.name[0] not in "_." and p.name not in no_code}
    assert top <= {*PARTS, *LEAVES}
