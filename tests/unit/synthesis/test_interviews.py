"""The interviews: records, Tabel 26, and what the text says of it."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from helpers.checking import printed, verify
from helpers.checking.rules.notation import read_relations
from helpers.data import codebook, instrument, published, records
from helpers.data.files import RELATIONS
from helpers.inference import interviews
from helpers.pages import instruments
from helpers.synthesis import interviews
from helpers.synthesis.printed import Printed
from helpers.tables import catalogue

PRINTED = Printed(published.cells())
INDICATORS = list(instrument.indicators("interview"))


@pytest.fixture(scope="module")
def table():
    return catalogue.table_26(records.load("interviews"))


def test_the_same_seed_gives_the_same_bytes(tmp_path):
    assert interviews.write(path=tmp_path / "again.csv") == []
    assert (tmp_path / "again.csv").read_bytes() == interviews.PATH.read_bytes()


def test_another_seed_gives_other_scores_and_the_same_table(tmp_path, table):
    path = tmp_path / "other.csv"
    interviews.write(interviews.SEED + 1, path)
    assert path.read_bytes() != interviews.PATH.read_bytes()
    assert catalogue.table_26(records.load("interviews", path)).cells == table.cells


@pytest.mark.parametrize("indicator", INDICATORS)
def test_print_leaves_one_total_at_each_moment(indicator):
    assert len(interviews.possible_outcomes(PRINTED, indicator)) == 1


def test_no_scores_are_made_for_a_row_that_cannot_be():
    cells = published.cells().copy()
    at = (
        (cells["id"] == "tabel-26")
        & (cells["row"] == "Kwaliteitsvol wonen")
        & (cells["column"] == "Gemiddelde bij start")
    )
    cells.loc[at, "printed"] = "2,01"
    assert interviews.possible_outcomes(Printed(cells), "housing") == []


def test_a_mother_gives_a_score_for_both_moments_or_for_neither():
    codes = pd.read_csv(interviews.PATH, dtype=str, keep_default_na=False)
    assert len(codes) == 9 * 16 * 2
    both = codes.pivot(index=["mother", "indicator"], columns="moment", values="score") == "not_rated"
    assert (both["start"] == both["end"]).all()
    assert both["start"].groupby("indicator").sum().sum() == 7


def test_the_table_is_the_printed_one(table):
    checks = verify.checks_for(table)
    assert len(checks) == 16 * 6 + 1
    assert {check.status for check in checks} == {verify.REPRODUCED}


def test_the_number_of_mothers_with_a_score_is_shown_in_each_row(table):
    sizes = {row: int(table[row, "rated"].value) for row in INDICATORS}
    assert {row for row, size in sizes.items() if size != 9} == {
        *("housing", "income", "debts", "insight", "employment", "baby_care")
    }
    for row, size in sizes.items():
        assert size == sum(table[row, column].value for column in ("better", "same", "worse"))
        assert all(cell.n == size for cell in table.row(row))


def test_the_change_is_that_of_the_exact_means(table):
    apart = [
        row
        for row in INDICATORS
        if table[row, "end"].rounded - table[row, "start"].rounded != table[row, "change"].rounded
    ]
    assert apart == ["employment", "health", "knowledge", "confidence_as_mother"]
    for row in INDICATORS:
        assert table[row, "end"].value - table[row, "start"].value == table[row, "change"].value


def test_a_score_at_one_moment_only_does_not_count(tmp_path):
    codes = pd.read_csv(interviews.PATH, dtype=str, keep_default_na=False)
    rated = codes[(codes["indicator"] == "stress") & (codes["moment"] == "end")].index[0]
    codes.loc[rated, "score"] = "not_rated"
    codes.to_csv(tmp_path / "one.csv", index=False)
    changed = catalogue.table_26(records.load("interviews", tmp_path / "one.csv"))
    assert changed["stress", "start"].n == changed["stress", "end"].n == 8


def test_the_text_of_4_3_holds_but_for_what_other_numbers_contradict(table):
    known = printed.declarations()
    ids = {key[0] for key in known.printed if known.sections[key] == "4.3" and not key[0].startswith("tabel")}
    checks = [check for id in ids for check in verify._checks(id, {"tabel-26": table})]
    wrong = {check.id for check in checks if check.status == verify.ERRATUM}
    assert wrong == {"tekst-4.3-o", "tekst-4.3-t", "tekst-4.3-y", "tekst-4.3-aj"}
    assert {check.status for check in checks} == {verify.REPRODUCED, verify.NOT_VERIFIABLE, verify.ERRATUM}


@pytest.mark.parametrize("digit", ["1", "3", "9"])
def test_another_digit_in_a_mean_is_noticed(digit):
    known = printed.declarations().printed
    relations = read_relations(RELATIONS / "relations.yml", known)
    name = "tabel-26, gehele scores, Geen ongezonde stress"
    cell = ("tabel-26", "Geen ongezonde stress", "Gemiddelde bij start")
    assert relations[name].verdict(known).consistent
    assert not relations[name].verdict({**known, cell: f"1,4{digit}"}).consistent


def test_nobody_is_in_the_records_but_invented_mothers():
    frame = records.load("interviews").frame
    assert records.load("interviews").synthetic
    assert sorted(frame["mother"].unique()) == [f"SYN-M{number}" for number in range(1, 10)]
    programmes = frame.drop_duplicates("mother")["programme"].value_counts()
    assert programmes.to_dict() == {"opkomst_plus": 6, "opkomst": 3}
    assert set(frame["score"].dropna()) <= set(np.arange(1, int(codebook.variables("interviews")["score"].maximum) + 1))


LABEL = ("tekst-4.3-aj", "programma van één geïnterviewde mama, bij één van haar citaten", "")


def test_a_claim_that_records_cannot_tell_is_an_erratum_only_while_print_contradicts_it(monkeypatch, table):
    (check,) = verify._checks(LABEL[0], {"tabel-26": table})
    assert (check.status, check.computed) == (verify.ERRATUM, "")
    known = printed.declarations()
    corrected = replace(known, printed=known.printed | {LABEL: "OPkomst+"})
    monkeypatch.setattr(verify, "declarations", lambda: corrected)
    (check,) = verify._checks(LABEL[0], {"tabel-26": table})
    assert check.status == verify.MISMATCH and "achterhaald erratum" in check.reason


def test_the_number_of_mothers_with_a_score_has_to_follow_from_print(monkeypatch, table):
    known = printed.declarations()
    fewer = [derived for derived in known.derived if (derived.id, derived.row) != ("tabel-26", "stress")]
    monkeypatch.setattr(verify, "declarations", lambda: replace(known, derived=fewer))
    wrong = [check for check in verify.checks_for(table) if check.status == verify.MISMATCH]
    assert [(check.row, check.column, check.reason) for check in wrong] == [
        ("Geen ongezonde stress", "n", "berekend, maar niet gedrukt")
    ]


def test_the_pictures_show_what_is_printed():
    mothers = records.load("interviews")
    for id in (interviews.SCORES, interviews.MOVES):
        table, fixed = interviews.drawn(mothers, id)
        assert fixed == {(cell.row, cell.column) for cell in table.cells}
    assert interviews.by_programme(mothers) == {"OPkomst+": 6, "OPkomst": 3}


def test_no_indicator_could_survive_holms_correction():
    family = interviews.tested(records.load("interviews")).groups["total"].family
    assert not family.could_reject and family.floor == 16 * 2 / 2**9
    assert family.tarone.rejected.sum() == 5


def test_the_figures_of_the_instrument_say_that_they_are_not_the_original():
    scale = instruments.scale_html("interview", "housing", "figuur-12", "Voorbeeld")
    form, guide = instruments.form_html("figuur-20", "Formulier"), instruments.guide_html("figuur-21", "Vragen")
    for html in (scale, form, guide):
        assert "niet het originele instrument" in html and "bijlage 5" in html
    assert form.count('scope="row"') == 16 and form.count('scope="rowgroup"') == 3
    assert guide.count("<li>") == len(codebook.read_csv("interview_guide.csv")) and "Samen 65 minuten" in guide
