"""The conclusions of the report: what their evidence is worth, and that it is read off from the checks."""

import re
from collections import Counter
from dataclasses import replace

import pytest

from helpers.checking import verify
from helpers.conclusions import report
from helpers.conclusions.report import EvidenceError, Strength, conclusions
from helpers.data import records
from helpers.data.files import RELATIONS, read_rows
from helpers.inference import change_tests


@pytest.fixture(scope="module")
def everything():
    return records.load_all()


@pytest.fixture(scope="module")
def checks(everything):
    return verify.verify(*everything)


@pytest.fixture(scope="module")
def found(everything):
    return conclusions(*everything)


@pytest.fixture
def weigh(tmp_path, monkeypatch, everything, checks):
    """The conclusions of a ``conclusions.csv`` with one conclusion that has this evidence."""

    def weighed(evidence, checks=checks):
        path = tmp_path / "conclusions.csv"
        path.write_text(f'id,claim_nl,evidence,remark_nl\neen,Iets.,"{evidence}",Meer.\n', encoding="utf-8")
        monkeypatch.setattr(report, "RELATIONS", tmp_path)
        monkeypatch.setattr(verify, "verify", lambda *_: checks)
        return conclusions(*everything)

    return weighed


def with_one_income_less(everything):
    """The records without the living wage of one mother."""
    registration, *others = everything
    frame = registration.frame.copy()
    counted = (frame["mother_income"] == "living_wage") & (frame["first_dossier"] == "not_applicable")
    frame.loc[counted.idxmax(), "mother_income"] = "none"
    return [replace(registration, frame=frame), *others]


def test_every_id_is_there_once(found):
    assert [id for id, times in Counter(one.id for one in found).items() if times > 1] == []


def test_every_conclusion_of_the_file_is_there_in_order(found):
    rows = [row["id"] for row in read_rows(RELATIONS / "conclusions.csv")]
    shown = [re.sub(r"casestudie-\d+", "casestudie", one.id) for one in found]
    assert list(dict.fromkeys(shown)) == rows


def test_every_conclusion_has_evidence_and_no_blank_is_left(found):
    for one in found:
        assert one.evidence, one.id
        assert one.claim and one.remark
        assert not re.search(r"[{}]", one.claim + one.remark)


def test_every_strength_can_be_reached(weigh, checks):
    tested = "; ".join(f"test {id}" for id in change_tests.TESTED)
    printed = "; ".join(dict.fromkeys(f"printed {check.id}" for check in checks if check.id))
    (all_of_it,) = weigh(f"{printed}; {tested}; stories deel 4.3; nothing")
    (wrong,) = weigh("printed tabel-2", [replace(check, status=verify.MISMATCH) for check in checks])
    here = {one.strength for one in weigh("case_study")}
    assert {piece.strength for one in (all_of_it, wrong) for piece in one.evidence} | here == set(Strength)
    assert {Strength.HOLDS_HERE, Strength.DEPENDS} <= here


def test_the_strength_of_a_printed_number_is_its_standing(weigh, checks):
    (one,) = weigh("printed tabel-2 | Totaal")
    expected = [check for check in checks if (check.id, check.row) == ("tabel-2", "Totaal")]
    assert len(one.evidence) == len(expected) > 1
    (cell,) = weigh("printed tabel-18 | Groeipakket | Bij start")
    assert cell.strength is Strength.CONTRADICTED


#: Sentences that say the same as a conclusion about the programmes, by its number.
SAID_ELSEWHERE = {
    1: ["tekst-5-k"],
    2: ["tekst-5-i", "brochure-t"],
    3: ["tekst-5-g"],
    # Chapter 4.2 says it of the families that moved forward, chapter 5 of all.
    4: ["tekst-5-h"],
    5: ["tekst-5-q"],
}


@pytest.mark.parametrize("number", SAID_ELSEWHERE)
def test_one_claim_has_one_judgement_wherever_it_stands(found, checks, number):
    (here,) = [one.strength for one in found if one.id == f"casestudie-{number}"]
    elsewhere = {check.id: check.status for check in checks if check.id in SAID_ELSEWHERE[number]}
    expected = verify.DEPENDS if here is Strength.DEPENDS else verify.REPRODUCED
    assert elsewhere == dict.fromkeys(SAID_ELSEWHERE[number], expected)


def test_a_conclusion_is_as_strong_as_its_weakest_evidence(weigh):
    checked = "printed tabel-2 | Totaal | Totaal"
    found = [weigh(text)[0].strength for text in (checked, f"stories deel 4.3; {checked}", f"{checked}; nothing")]
    assert found == [Strength.CROSS_CHECKED, Strength.STORIES, Strength.NOTHING]


@pytest.mark.parametrize(
    "evidence",
    [
        "printed tabel-99",
        "printed tabel-2 | Geen rij",
        "printed tabel-2 | Totaal | Geen kolom",
        "test tabel-18 | Geen rij",
        "test tabel-2",
        "guess tabel-2",
        "stories deel 4.3; printed",
    ],
)
def test_evidence_that_does_not_exist_is_refused(weigh, evidence):
    with pytest.raises(EvidenceError, match=re.escape(evidence.rpartition("; ")[2])):
        weigh(evidence)


def test_one_other_answer_changes_the_evidence_about_it_and_no_remark_on_the_report(found, everything):
    before, after = ({one.id: one for one in made} for made in (found, conclusions(*with_one_income_less(everything))))
    assert before.keys() == after.keys()
    assert [id for id in before if before[id].remark != after[id].remark] == []
    assert after["kwetsbaar_inkomen"].strength is Strength.DIFFERS
    assert before["kwetsbaar_inkomen"].strength is not Strength.DIFFERS


def test_another_score_changes_a_conclusion_of_the_case_study(found, everything):
    registration, families, interviews = everything
    frame = families.frame.copy()
    rated = frame["score"].notna() & (frame["moment"] == "end")
    frame.loc[rated & (frame["programme"] == "opkomst"), "score"] = 1
    after = conclusions(registration, replace(families, frame=frame), interviews)
    remarks = [{one.id: one.remark for one in made if one.id.startswith("casestudie-")} for made in (found, after)]
    assert remarks[0].keys() == remarks[1].keys()
    assert remarks[0] != remarks[1]
