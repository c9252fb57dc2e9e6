"""One process of a build takes over what another one worked out from the same with the same code."""

import os
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

import pytest

from helpers.checking import findings, printed
from helpers.data import kept, records
from notebooks import kernel


@dataclass(frozen=True)
class Given:
    numbers: tuple
    text: str


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(kept.FOLDER, str(tmp_path / "kept"))
    return tmp_path / "kept"


@pytest.fixture
def count(monkeypatch):
    """Computes its argument, and counts how often."""
    counted = Counter()

    def once(*given):
        def compute():
            counted[given] += 1
            return list(given)

        return kept.once(compute, "test", *given)

    once.counted = counted
    return once


def test_what_was_kept_is_not_computed_again(folder, count):
    assert count(1, "a") == count(1, "a") == [1, "a"]
    assert count.counted == {(1, "a"): 1}


def test_another_value_is_computed(folder, count):
    assert count(1) == [1] and count(2) == [2]


def test_without_a_folder_nothing_is_kept(folder, count, monkeypatch):
    monkeypatch.delenv(kept.FOLDER)
    count(1), count(1)
    assert count.counted == {(1,): 2} and not folder.exists()


def test_other_code_knows_nothing_and_leaves_nothing_old(folder, count, monkeypatch):
    count(1)
    monkeypatch.setattr(kept, "_CODE", "other")
    count(1)
    assert count.counted == {(1,): 2}
    assert [path.name for path in folder.iterdir() if path.is_dir()] == ["other"]


def test_a_change_of_code_that_is_undone_counts(tmp_path, monkeypatch):
    module = tmp_path / "data" / "kept.py"
    module.parent.mkdir()
    module.write_text("1")
    monkeypatch.setattr(kept, "__file__", str(module))
    before = kept._code()
    module.write_text("2")
    module.write_text("1")
    os.utime(module, ns=(0, 0))
    assert kept._code() != before


def test_equal_values_have_one_digest_whatever_they_share():
    word = "".join(["a", "b"])
    assert kept.digest(Given((Fraction(1, 3), 2), word), [word, word]) == kept.digest(
        Given((Fraction(2, 6), 2), "ab"), ["ab", "".join(["a", "b"])]
    )
    assert kept.digest(Given((1,), "a")) != kept.digest(Given((2,), "a"))


def test_what_cannot_be_written_is_computed(tmp_path, count, monkeypatch):
    (tmp_path / "kept").mkdir()
    monkeypatch.setenv(kept.FOLDER, str(tmp_path / "kept"))
    monkeypatch.setattr(kept, "_write", lambda *_: (_ for _ in ()).throw(OSError))
    assert count(1) == [1]


def test_the_book_gives_the_same_from_what_was_kept(folder):
    """Once computed, once taken over: findings, what is cross-checked, and that records are right."""

    def told():
        printed.declarations.cache_clear()
        known = printed.declarations()
        return findings.findings(), {key for key in known.printed if known.is_cross_checked(key)}, records.load().frame

    (found, checked, frame), (again, checked_again, frame_again) = told(), told()
    kinds = {path.name.partition("-")[0] for path in folder.glob("*/*.pickle")}
    assert {"relations", "finding", "cross", "problems"} <= kinds
    assert found == again and checked == checked_again
    assert frame.equals(frame_again)
    printed.declarations.cache_clear()


def test_a_wrong_record_is_told_in_every_process(folder, tmp_path):
    lines = records._text(records.RECORDS / "registration.csv").splitlines()
    path = tmp_path / "registration.csv"
    path.write_text("\n".join([*lines, lines[-1]]), encoding="utf-8")
    told = []
    for _ in range(2):
        with pytest.raises(records.RecordsError) as error:
            records.load("registration", path)
        told.append(str(error.value))
    assert told[0] == told[1] and "registration.csv" in told[0]


def test_kernels_know_the_folder_by_the_same_name():
    """They import no helper before a notebook does, and so name it themselves."""
    assert kernel.KEPT == kept.FOLDER
