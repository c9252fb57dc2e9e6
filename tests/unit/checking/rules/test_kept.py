"""A later process takes over what an earlier one judged, as long as the rules are the same."""

import pickle

import pytest

from helpers.checking.rules import kept
from helpers.checking.rules.verdict import Verdict

JUDGED = ("total", (("parts", ("1", "2")), ("total", "3")))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(kept.FOLDER, str(tmp_path / "kept"))
    monkeypatch.setattr(kept, "verdicts", kept.cache(kept.verdicts.__wrapped__))
    return tmp_path / "kept"


def test_what_was_kept_is_known_again(folder):
    kept.verdicts()[JUDGED] = Verdict(True, "1 + 2 = 3")
    kept.keep()
    kept.verdicts.cache_clear()
    assert kept.verdicts() == {JUDGED: Verdict(True, "1 + 2 = 3")}


def test_other_rules_know_nothing(folder, monkeypatch):
    kept.verdicts()[JUDGED] = Verdict(True, "1 + 2 = 3")
    kept.keep()
    kept.verdicts.cache_clear()
    monkeypatch.setattr(kept, "_rules", lambda: "other")
    assert kept.verdicts() == {}


def test_nothing_is_kept_without_a_folder(folder, monkeypatch):
    monkeypatch.delenv(kept.FOLDER)
    kept.keep()
    assert not folder.exists()


def test_the_fingerprint_follows_the_rules_and_how_dutch_is_read(monkeypatch):
    read = []
    monkeypatch.setattr(kept.Path, "read_bytes", lambda path: read.append(path) or b"")
    kept._rules.__wrapped__()
    assert {"relations.py", "shares.py", "numbers.py", "number_words.py"} <= {p.name for p in read}


def test_a_file_of_verdicts_is_replaced_whole(folder):
    kept.keep()
    kept.verdicts()[JUDGED] = Verdict(False, "")
    kept.keep()
    (file,) = folder.iterdir()
    assert pickle.loads(file.read_bytes()) == kept.verdicts()
