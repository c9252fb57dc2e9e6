"""The command `python -m helpers verify`."""

import json
from dataclasses import replace

from helpers.__main__ import main
from helpers.data import published, records


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


def test_one_other_answer_in_one_dossier_is_a_mismatch(monkeypatch, capsys):
    registration, *others = records.load_all()
    told = (registration.frame["first_dossier"] == "not_applicable") & (registration.frame["admin_play"] == "no")
    frame = registration.frame.copy()
    frame.loc[told.idxmax(), "admin_play"] = "yes"
    files = [replace(registration, frame=frame), *others]
    monkeypatch.setattr(records, "load_all", lambda: files)
    assert main(["verify"]) == 1
    assert "mismatch" in capsys.readouterr().out
