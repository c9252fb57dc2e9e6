"""The command `python -m helpers verify`."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace

import pytest

from helpers import __main__
from helpers.__main__ import main
from helpers.data import published, records
from helpers.data.files import ROOT


def test_every_printed_number_is_in_the_json_once_and_in_order(tmp_path):
    file = tmp_path / "verify.json"
    assert main(["verify", "--json", str(file)]) == 0
    found = json.loads(file.read_text(encoding="utf-8"))
    entries = found["checks"]
    assert [tuple(entry[name] for name in published.KEY) for entry in entries] == list(
        published.cells()[published.KEY].itertuples(index=False, name=None)
    )
    assert [entry["printed"] for entry in entries] == list(published.cells()["printed"])
    assert set(entries[0]) == {*published.KEY, "printed", "computed", "status", "reason", "evidence"}
    assert all(one["relation"] or one["waiver"] for one in found["relations"]) and found["relations"]


@pytest.mark.parametrize(
    ("file", "was", "becomes", "said"),
    [
        ("data/relations/relations.yml", "kind: closure", "kind: [closure", "relations are no YAML"),
        ("data/relations/links.csv", ",holds,", ",hold,", "links.csv: "),
        ("data/relations/findings.csv", ",wrong,", ",certain,", "findings.csv: no grade"),
        ("data/published/cells.csv", "tekst-5-a,", 'tekst-5-a,"', "cells.csv cannot be read"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_in_one_message_with_exit_code_2(tmp_path, file, was, becomes, said):
    for name in ("src", "data"):
        shutil.copytree(ROOT / name, tmp_path / name)
    (tmp_path / "book/chapters").mkdir(parents=True)
    text = (tmp_path / file).read_text(encoding="utf-8")
    (tmp_path / file).write_text(text.replace(was, becomes, 1), encoding="utf-8", newline="")
    done = subprocess.run(
        [sys.executable, "-m", "helpers", "verify"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "src")},
    )
    assert done.returncode == 2 and not done.stdout
    assert said in done.stderr and "Traceback" not in done.stderr


def test_the_json_goes_to_the_screen_in_any_code_page(monkeypatch, capsys):
    monkeypatch.setattr(__main__, "verify", lambda *_: [])
    monkeypatch.setattr(__main__, "census", lambda: [])
    assert main(["verify", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"checks": [], "relations": []}


def test_one_other_answer_in_one_dossier_is_a_mismatch(monkeypatch, capsys):
    registration, *others = records.load_all()
    told = (registration.frame["first_dossier"] == "not_applicable") & (registration.frame["admin_play"] == "no")
    frame = registration.frame.copy()
    frame.loc[told.idxmax(), "admin_play"] = "yes"
    files = [replace(registration, frame=frame), *others]
    monkeypatch.setattr(records, "load_all", lambda: files)
    assert main(["verify"]) == 1
    assert "mismatch" in capsys.readouterr().out
