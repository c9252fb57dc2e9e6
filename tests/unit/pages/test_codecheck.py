"""codecheck.yml: up to date, and true of the files and functions that it names."""

import importlib

import yaml

from helpers.data.files import CODECHECK, ROOT
from helpers.pages import codecheck
from helpers.tables import catalogue

MANIFEST = yaml.safe_load(CODECHECK.read_text(encoding="utf-8"))


def test_the_stored_manifest_is_what_the_registry_says():
    assert CODECHECK.read_text(encoding="utf-8") == codecheck.text()


def test_it_is_a_codecheck_manifest():
    assert MANIFEST["version"] == "https://codecheck.org.uk/spec/config/1.0/"
    assert MANIFEST["paper"]["title"]
    assert all(author["name"] for author in MANIFEST["paper"]["authors"])
    for entry in MANIFEST["manifest"]:
        assert (ROOT / entry["file"]).is_file()
        assert entry["comment"]


def test_every_output_of_the_report_is_in_it_once():
    ids = [entry["output"] for entry in MANIFEST["manifest"]]
    assert len(set(ids)) == len(ids)
    assert set(catalogue.all_outputs()) <= set(ids)


def test_what_makes_an_output_exists_and_is_the_registered_function():
    for entry in MANIFEST["manifest"]:
        assert entry["made_by"]
        for name in entry["made_by"]:
            module, _, function = name.rpartition(".")
            assert callable(getattr(importlib.import_module(module), function))
        if "records" in entry:
            assert (ROOT / entry["records"]).is_file()
            made = catalogue.find(entry["output"]).function
            assert entry["made_by"][0] == f"{made.__module__}.{made.__name__}"
