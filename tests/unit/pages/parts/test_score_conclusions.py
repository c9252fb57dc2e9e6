"""What is said of families that moved forward."""

import pytest
from bs4 import BeautifulSoup
from counted_progress import ONE, TWO, table_of

from helpers.inference.score_tests import progress
from helpers.pages.parts import score_conclusions
from helpers.tables.table import Table, cell


def start_table(higher: int) -> Table:
    """Start means of the rows of `TWO`; OPkomst is higher in the first few."""
    cells = [
        cell((row, row), (f"{group}.start", "Start"), 3 + (group == "opkomst") * (index < higher), "gemiddelde", 10, "")
        for index, row in enumerate(TWO)
        for group in ("opkomst", "opkomst_plus")
    ]
    return Table("extra-98", "Start", "4.2", tuple(cells), True)


def words(html: str) -> str:
    return BeautifulSoup(html, "html.parser").get_text(" ")


def test_where_holm_could_reject_nothing_the_text_says_so():
    text = words(score_conclusions.conclusions_html(progress(table_of(ONE, base="mama's"))))
    # Nine of nine is 2 / 512, times three rows; that is below 0.05, so it could.
    assert "is er verandering aangetoond: bij ‘Stress’ en ‘Home’" in text
    many = ONE | {f"row{index}": {"total": (1, 7, 1)} for index in range(13)}
    text = words(score_conclusions.conclusions_html(progress(table_of(many, base="mama's"))))
    assert "Dat kon ook niet: er waren te weinig mama's." in text
    assert "0,063" in text
    assert "zegt dus niets over de mama's" in text
    assert "{" not in text
    assert "is er verandering aangetoond" not in text


def test_where_holm_could_but_does_not_the_text_says_that():
    rows = {"one": {"total": (6, 3, 3)}, "two": {"total": (6, 3, 4)}}
    text = words(score_conclusions.conclusions_html(progress(table_of(rows))))
    assert "is geen enkele verandering aangetoond. Hoe zeker" in text
    assert "kon ook niet" not in text


def test_falling_back_is_not_told_as_progress():
    rows = {"debts": {"total": (0, 1, 9)}}
    text = words(score_conclusions.conclusions_html(progress(table_of(rows))))
    assert "‘Debts’ (achteruit)" in text


def test_the_comparison_counts_directions():
    text = words(score_conclusions.conclusions_html(progress(table_of(TWO))))
    # Housing 55 to 60, insight 33 to 90, debts 0 to 10 per cent; rights 64 to 40.
    assert "Op 3 daarvan ging bij OPkomst+ een groter aandeel vooruit, op 1 bij OPkomst en op 0 een gelijk" in text


def test_a_threshold_counts_the_indicators_that_reach_it():
    found = progress(table_of(TWO))
    sentence = score_conclusions.threshold_sentence(found, [6, 7])
    assert "bij 6 of meer gezinnen 2 (OPkomst) en 3 (OPkomst+)" in sentence
    assert "bij 7 of meer gezinnen 1 (OPkomst) en 1 (OPkomst+)" in sentence


@pytest.mark.parametrize("higher", [0, 3])
def test_cautions_count_who_starts_higher_and_who_was_rated(higher):
    starts = start_table(higher)
    fixed = frozenset((c.row, c.column) for c in starts.cells)
    text = words(score_conclusions.cautions_html(progress(table_of(TWO)), starts, fixed))
    assert f"Van de 4 indicatoren waarvan beide startscores vastliggen, begon OPkomst op {higher} hoger" in text
    text = words(
        score_conclusions.cautions_html(progress(table_of(TWO)), starts, fixed - {("housing", "opkomst.start")})
    )
    assert (
        f"Van de 3 indicatoren waarvan beide startscores vastliggen, begon OPkomst op {max(higher - 1, 0)} hoger"
        in text
    )
    assert "6 tot 11 bij OPkomst en 9 tot 10 bij OPkomst+" in text


def test_without_fixed_starts_no_indicator_is_counted():
    text = words(score_conclusions.cautions_html(progress(table_of(TWO)), start_table(0), frozenset()))
    assert "Wie hoog begint, kan minder stijgen" in text
    assert "indicatoren waarvan" not in text


def test_a_single_group_has_no_cautions_about_two():
    with pytest.raises(ValueError, match="two groups"):
        score_conclusions.cautions_html(progress(table_of(ONE)), start_table(0), frozenset())
