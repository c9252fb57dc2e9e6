"""``data/datapackage.json``: a Frictionless description of everything in ``data/``.

Made from the codebook (for records) and from ``data/codebook/files.yml`` (for
all other files), so that no field is described in two places.
Source: Data Package standard, version 2 (https://datapackage.org).
"""

from __future__ import annotations

import json
from pathlib import Path

import yaml

from helpers.data import codebook
from helpers.data.codebook import Variable
from helpers.data.files import CODEBOOK, DATA, RECORDS

TARGET = DATA / "datapackage.json"


_TYPES = {"id": "string", "month": "yearmonth", "integer": "integer", "category": "string"}


def build() -> dict:
    """The data package as a dictionary.

    Raises
    ------
    ValueError
        When a file in ``data/`` is not described, or a described one is not there.
    """
    described = yaml.safe_load((CODEBOOK / "files.yml").read_text(encoding="utf-8"))
    expected, found = {entry["path"] for entry in described["files"]}, _files()
    if expected != found:
        raise ValueError(f"data/codebook/files.yml and data/ differ: {sorted(expected ^ found)}")
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        **described["package"],
        "resources": [_resource(entry) for entry in described["files"]],
    }


def write() -> Path:
    """Write the data package and return its path."""
    text = json.dumps(build(), ensure_ascii=False, indent=2) + "\n"
    TARGET.write_text(text, encoding="utf-8", newline="\n")
    return TARGET


def _files() -> set[str]:
    paths = (path for path in DATA.rglob("*") if path.is_file() and path != TARGET)
    return {path.relative_to(DATA).as_posix() for path in paths}


def _resource(entry: dict) -> dict:
    path = entry["path"]
    resource = {
        "name": path.rpartition(".")[0].replace("/", "-").replace("_", "-").lower(),
        "path": path,
        "title": entry["title"],
        "description": entry["description"],
    }
    folder, _, name = path.removesuffix(".csv").rpartition("/")
    if DATA / folder == RECORDS and name in codebook.kinds_of_records():
        fields = [_field(variable) for variable in codebook.variables(name).values()]
        return resource | _tabular(fields, entry["key"])
    if path.endswith(".csv"):
        fields = [{"name": name, "type": "string", "description": text} for name, text in entry["fields"].items()]
        return resource | _tabular(fields, entry.get("key", []))
    return resource


def _tabular(fields: list[dict], key: list[str]) -> dict:
    schema = {"fields": fields, "missingValues": []} | ({"primaryKey": key} if key else {})
    return {"type": "table", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8", "schema": schema}


def _field(variable: Variable) -> dict:
    field = {
        "name": variable.name,
        "type": _TYPES[variable.type],
        "title": variable.label_en,
        "description": variable.label_nl,
        "missingValues": list(variable.missing),
    }
    constraints = {"required": True}
    if variable.type == "category":
        categories = codebook.categories(variable.categories)
        constraints["enum"] = list(categories)
        field["categories"] = [{"value": code, "label": entry.label_nl} for code, entry in categories.items()]
    elif variable.type == "integer":
        constraints |= {"minimum": int(variable.minimum), "maximum": int(variable.maximum)}
    elif variable.type == "month":
        constraints |= {"minimum": variable.minimum, "maximum": variable.maximum}
    else:
        constraints["unique"] = variable.name == "dossier"
    if variable.missing:
        # A missing answer is written as a code, so an answer is not required.
        del constraints["required"]
    return field | {"constraints": constraints}
