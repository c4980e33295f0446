"""The published JSON Schema, for every line that any test makes."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

import newscrawler


@cache
def validator(version: str) -> Draft202012Validator:
    path = Path(newscrawler.__file__).parent / "output" / f"article-{version}.json"
    schema = json.loads(path.read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def validate(line: dict[str, Any]) -> None:
    validator(line["schema_version"]).validate(line)
