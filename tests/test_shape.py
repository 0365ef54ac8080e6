"""The shape of the house: a name means one thing, files and functions are short, and no module leads back to itself."""

import ast
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from test_imports import MODULES, imports, tree_of

LONGEST_FILE = 300  # lines
LONGEST_FUNCTION = 50


def classes() -> dict[str, list[str]]:
    """Class -> the modules that define one of that name, without those that begin with an underscore."""
    found: dict[str, list[str]] = {}
    for module, path in MODULES.items():
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found.setdefault(node.name, []).append(module)
    return found


def test_no_class_name_stands_twice() -> None:
    assert {name: modules for name, modules in classes().items() if len(modules) > 1} == {}


def test_no_file_is_crowded() -> None:
    lines = {module: len(path.read_text(encoding="utf-8").splitlines()) for module, path in MODULES.items()}
    assert {module: count for module, count in lines.items() if count > LONGEST_FILE} == {}


def functions() -> Iterator[tuple[str, int]]:
    for module, path in MODULES.items():
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{module}.{node.name}", (node.end_lineno or 0) - node.lineno + 1


def test_no_function_is_long() -> None:
    assert {name: lines for name, lines in functions() if lines > LONGEST_FUNCTION} == {}


def messages() -> dict[str, list[str]]:
    """Message -> the calls that say it through the catalogue in words of their own. The two forms of one number are one, and
    so are words with a mark around them or none; a question is not, for Spanish opens it with a mark too."""
    found: dict[str, list[str]] = {}
    for module, path in MODULES.items():
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "N_", "many"):
                for words in {a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)}:
                    found.setdefault(words.strip(" .:!").casefold(), []).append(f"{module}, line {node.lineno}")
    return found


def test_no_message_stands_twice() -> None:
    """What is said in two places is named once, where it belongs: two copies drift."""
    found = messages()
    assert len(found) > 800
    assert {words: calls for words, calls in found.items() if len(calls) > 1} == {}


def leads_to(module: str) -> set[str]:
    """The modules of the package that a module imports when it runs, wherever in it: in functions too."""
    found = {name for name in imports(MODULES[module], typing_too=False) if name in MODULES}
    return found - {module}


def circles(graph: dict[str, set[str]]) -> set[str]:
    """What is left once everything that leads nowhere, or where nothing leads to, is taken away, again and again."""
    while True:
        reached = set(chain.from_iterable(graph.values()))
        inner = {one: found & graph.keys() for one, found in graph.items() if found & graph.keys() and one in reached}
        if inner == graph:
            return set(graph)
        graph = inner


def test_no_import_leads_back_to_itself() -> None:
    assert circles({module: leads_to(module) for module in MODULES}) == set()


def test_the_shape_can_fail(tmp_path: Path) -> None:
    graph = {"a": {"b"}, "b": {"c"}, "c": {"b", "d"}, "d": {"e"}, "e": set()}
    assert circles(graph) == {"b", "c"}
    assert circles({"a": {"b"}, "b": set()}) == set()
