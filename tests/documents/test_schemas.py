"""The JSON Schema files that come with the program say what it writes and reads."""

import json
import os
import tomllib
from pathlib import Path
from typing import Any

import msgspec
import pytest
from samples import big_group, small_group

import codesign
from codesign.content.plans import PlanFile, plan_files
from codesign.content.root import root
from codesign.documents.data.schema import SummaryFile
from codesign.documents.data.summary import to_json
from codesign.documents.summary.build import build

PACKAGE = Path(codesign.__file__).parent
SCHEMAS = {"documents/data/summary.schema.json": SummaryFile, "content/plan.schema.json": PlanFile}


def written(of: type) -> bytes:
    return msgspec.json.format(msgspec.json.encode(msgspec.json.schema(of), order="sorted"), indent=2) + b"\n"


def meaning(schema: Any) -> Any:
    """A schema whose alternatives stand in one order: versions of msgspec write `null` before or after the rest."""
    if isinstance(schema, dict):
        return {name: meaning(one) for name, one in schema.items()}
    return sorted(map(meaning, schema), key=json.dumps) if isinstance(schema, list) else schema


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_file_that_ships_is_what_the_types_say(name: str) -> None:
    """UPDATE_GOLDEN=1 writes it anew."""
    path = PACKAGE / name
    if os.environ.get("UPDATE_GOLDEN") == "1":
        path.write_bytes(written(SCHEMAS[name]))
    assert meaning(json.loads(path.read_bytes())) == meaning(json.loads(written(SCHEMAS[name])))


def problems(value: object, schema: dict[str, Any], whole: dict[str, Any], at: str = "") -> list[str]:
    """What of a value a schema does not allow: as much of JSON Schema as msgspec writes."""
    if "$ref" in schema:
        return problems(value, whole["$defs"][schema["$ref"].rpartition("/")[2]], whole, at)
    if "anyOf" in schema:
        found = [problems(value, one, whole, at) for one in schema["anyOf"]]
        return [] if [] in found else found[0]
    if "enum" in schema or "const" in schema:
        return [] if value in schema.get("enum", [schema.get("const")]) else [f"{at}: {value!r}"]
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None)}
    if not isinstance(value, kinds[schema["type"]]):
        return [f"{at} is no {schema['type']}"]
    found = []
    if isinstance(value, list):
        found = [
            problem for n, one in enumerate(value) for problem in problems(one, schema.get("items", {}), whole, f"{at}[{n}]")
        ]
    if isinstance(value, dict):
        known = schema.get("properties", {})
        found += [f"{at}.{name} is missing" for name in schema.get("required", []) if name not in value]
        for name, one in value.items():
            inner = known.get(name, schema.get("additionalProperties", {}))
            found += [f"{at}.{name} is unknown"] if inner is False else problems(one, inner, whole, f"{at}.{name}")
    return found


def shipped(name: str) -> dict[str, Any]:
    return json.loads((PACKAGE / name).read_text("utf-8"))  # type: ignore[no-any-return]


@pytest.mark.parametrize("made_up", [False, True])
def test_what_is_written_fits_the_schema_of_the_summary(made_up: bool) -> None:
    schema = shipped("documents/data/summary.schema.json")
    for of in (small_group(made_up=made_up), big_group()):
        assert problems(json.loads(to_json(build(of))), schema, schema) == []


def test_every_plan_that_comes_with_the_program_fits_the_schema_of_plans() -> None:
    schema = shipped("content/plan.schema.json")
    sample = (root() / "README.md").read_text("utf-8").partition("```toml\n")[2].partition("```")[0]
    texts = [sample, *(path.read_text("utf-8") for path in plan_files(Path("/nowhere")).values())]
    assert [problems(tomllib.loads(text), schema, schema) for text in texts] == [[]] * len(texts)


def test_a_schema_that_allows_anything_would_be_seen() -> None:
    schema = shipped("documents/data/summary.schema.json")
    values = json.loads(to_json(build(big_group())))
    for change in ({"schema": 1}, {"people": None}, {"new": 1}, {"cards": [{}]}):
        assert problems({**values, **change}, schema, schema)
