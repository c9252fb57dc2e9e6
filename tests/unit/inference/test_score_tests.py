"""What is said of families that moved forward: the tests of a table, their HTML and the sentences."""

import re

import pytest
from bs4 import BeautifulSoup

from helpers.inference.methods import clopper_pearson, exact_mcnemar, fisher, holm
from helpers.inference.score_tests import Counts, counts_in, group_labels, progress
from helpers.pages import interviews, score_conclusions, score_tests
from helpers.tables.disclosure import ConfidentialError
from helpers.tables.table import Table, cell

LABELS = {"opkomst": "OPkomst", "opkomst_plus": "OPkomst+", "total": "Mama's"}
MOVES = {"improved": "Vooruit", "stable": "Stabiel", "worsened": "Achteruit"}

#: By indicator and group: improved, stable, worsened; None where nobody was rated.
TWO = {
    "housing": {"opkomst": (6, 5, 0), "opkomst_plus": (6, 2, 2)},
    "rights": {"opkomst": (7, 4, 0), "opkomst_plus": (4, 6, 0)},
    "insight": {"opkomst": (3, 6, 0), "opkomst_plus": (9, 1, 0)},
    "debts": {"opkomst": (0, 6, 0), "opkomst_plus": (1, 3, 6)},
    "baby": {"opkomst": None, "opkomst_plus": (6, 2, 1)},
}
ONE = {"stress": {"total": (9, 0, 0)}, "home": {"total": (8, 0, 0)}, "debts": {"total": (3, 4, 1)}}


def table_of(rows, base="gezinnen", synthetic=True) -> Table:
    cells = [
        cell((row, row.capitalize()), (f"{group}.{move}", f"{LABELS[group]} · {label}"), value, "n", 0, base)
        for row, groups in rows.items()
        for group, counts in groups.items()
        for (move, label), value in zip(MOVES.items(), counts or (None,) * 3, strict=True)
    ]
    return Table("extra-99", "Proef", "4.2", tuple(cells), synthetic)


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


def test_groups_and_counts_are_read_from_the_keys():
    table = table_of(TWO)
    assert group_labels(table) == {"opkomst": "OPkomst", "opkomst_plus": "OPkomst+"}
    assert counts_in(table, "debts", "opkomst_plus") == Counts(1, 3, 6)
    assert counts_in(table, "baby", "opkomst") is None
    with pytest.raises(KeyError):
        counts_in(table, "baby", "total")


def test_every_row_is_tested_in_its_group():
    found = progress(table_of(TWO))
    assert list(found.groups) == ["opkomst", "opkomst_plus", "pooled"]
    for group in ("opkomst", "opkomst_plus"):
        tests = {test.row: test for test in found.groups[group].rows}
        assert set(tests) == {row for row in TWO if TWO[row][group]}
        for row, test in tests.items():
            up, same, down = TWO[row][group]
            assert test.p == exact_mcnemar(up, down)
            assert test.of_rated == clopper_pearson(up, up + same + down)
            assert test.of_changed == (clopper_pearson(up, up + down) if up + down else None)
        assert found.groups[group].family.holm.tolist() == holm([test.p for test in tests.values()]).tolist()


def test_pooled_is_the_sum_and_a_row_of_one_group_is_that_group():
    pooled = {test.row: test.counts for test in progress(table_of(TWO)).groups["pooled"].rows}
    assert pooled["housing"] == Counts(12, 7, 2)
    assert pooled["baby"] == Counts(6, 2, 1)


def test_groups_are_compared_where_both_were_rated():
    found = progress(table_of(TWO)).between
    assert [test.row for test in found.rows] == ["housing", "rights", "insight", "debts"]
    insight = found.rows[2]
    assert insight.p == fisher(3, 9, 9, 10)
    assert float(insight.difference) == pytest.approx(9 / 10 - 3 / 9)
    assert insight.interval[0] < insight.difference < insight.interval[1]


def test_a_single_group_is_neither_pooled_nor_compared():
    found = progress(table_of(ONE))
    assert list(found.groups) == ["total"]
    assert found.between is None
    assert score_tests.between_html(found) == ""


def test_if_everyone_had_changed_more_could_have_been_found():
    for tests in progress(table_of(TWO)).groups.values():
        assert tests.floor_of_rated <= tests.family.floor


def test_tables_have_a_row_for_each_test_and_a_cell_under_each_heading():
    found = progress(table_of(TWO))
    html = score_tests.progress_tests_html(found) + score_tests.between_html(found)
    html += score_tests.power_html(found)
    tables = BeautifulSoup(html, "html.parser").find_all("table")
    assert [len(table.tbody.find_all("tr")) for table in tables[:4]] == [4, 5, 5, 4]
    assert len({table["id"] for table in tables}) == len(tables) == 5
    for table in tables:
        columns = len(table.thead.tr.find_all(["td", "th"]))
        assert {len(row.find_all(["td", "th"])) for row in table.tbody.find_all("tr")} == {columns}
    changed = {test.counts.changed for tests in found.groups.values() for test in tests.rows} - {0}
    assert len(tables[4].tbody.find_all("tr")) == len(changed)


def test_each_row_says_what_was_decided_and_a_share_stands_with_its_interval():
    many = ONE | {f"row{index}": {"total": (1, 7, 1)} for index in range(13)}
    page = BeautifulSoup(score_tests.progress_tests_html(progress(table_of(many))), "html.parser")
    rows = {row.th.get_text(): [cell.get_text() for cell in row.find_all("td")] for row in page.tbody.find_all("tr")}
    # Nine of nine: 2 / 512, and times sixteen rows 0.0625.
    assert rows["Stress"][:5] == ["✔ aangetoond", "9", "0", "0", "9"]
    assert rows["Stress"][5:8] == ["0,004", "0,063", "0,063"]
    assert rows["Stress"][8:] == ["100%\xa0(66%–100%)", "100%\xa0(66%–100%)"]
    assert rows["Debts"][0] == "– kon niets aantonen"
    assert rows["Debts"][8:] == ["75%\xa0(19%–99%)", "38%\xa0(9%–76%)"]


@pytest.mark.parametrize(("value", "text"), [(0.4, "+40,0"), (-0.05, "−5,0"), (0, "0,0"), (-0.0001, "0,0")])
def test_a_difference_has_its_sign(value, text):
    assert score_tests.signed(value) == text


def test_where_holm_could_reject_nothing_the_text_says_so():
    text = words(score_conclusions.conclusions_html(progress(table_of(ONE, base="mama's"))))
    # Nine of nine is 2 / 512, times three rows; that is below 0.05, so it could.
    assert "blijft overeind: ‘Stress’ en ‘Home’" in text
    many = ONE | {f"row{index}": {"total": (1, 7, 1)} for index in range(13)}
    text = words(score_conclusions.conclusions_html(progress(table_of(many, base="mama's"))))
    assert "kon hier niets overeind houden" in text
    assert "0,063" in text
    assert "zegt dus niets over de mama's" in text
    assert "{" not in text
    assert "blijft overeind: ‘Stress’ en ‘Home’" in text


def test_where_holm_could_but_does_not_the_text_says_that():
    rows = {"one": {"total": (6, 3, 3)}, "two": {"total": (6, 3, 4)}}
    text = words(score_conclusions.conclusions_html(progress(table_of(rows))))
    assert "niets overeind, hoewel dat had gekund" in text
    assert "kon hier niets" not in text


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


def test_a_single_group_has_no_cautions_about_two():
    with pytest.raises(ValueError, match="two groups"):
        score_conclusions.cautions_html(progress(table_of(ONE)), start_table(0), frozenset())


def test_cautions_about_interviews_count_who_took_part():
    html = interviews.interview_cautions_html({"A": 3, "B": 6}, {"A": 11, "B": 10}, 4)
    assert "Van de 21 gevraagde mama's deden er 9 mee: 3 van de 11 bij A en 6 van de 10 bij B" in words(html)
    assert re.search(r"schaal met 4 treden", html)


def test_nothing_real_is_shown():
    found = progress(table_of(TWO, synthetic=False))
    for page in (score_tests.progress_tests_html, score_tests.between_html, score_tests.power_html):
        with pytest.raises(ConfidentialError):
            page(found)
    with pytest.raises(ConfidentialError):
        score_conclusions.conclusions_html(found)
    with pytest.raises(ConfidentialError):
        score_conclusions.threshold_sentence(found, [6])
