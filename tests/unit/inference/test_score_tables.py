"""From the tables of the report to those of progress."""

from fractions import Fraction

import pandas as pd
from drawn import all_of

from helpers import figures
from helpers.checking import printed
from helpers.data import records
from helpers.dutch.numbers import round_half_up
from helpers.figures.drawing import key_of
from helpers.inference import score_tables
from helpers.inference.score_tests import progress
from helpers.tables import catalogue
from helpers.tables.table import Table, cell


def report_tables() -> dict[str, Table]:
    """Tabel 21 and 23 to 25 for two indicators: four families forward, three the same, one back."""
    values = {
        "tabel-23": {"start": Fraction(2), "end": Fraction(17, 4), "n": 4},
        "tabel-24": {"start": Fraction(4), "end": Fraction(4), "n": 3},
        "tabel-25": {"start": Fraction(3), "end": Fraction(1), "n": 1},
    }
    tables = {
        id: Table(
            id,
            "",
            "4.2",
            tuple(
                cell(
                    *((row, row), (f"opkomst.{key}", f"OPkomst · {key}")),
                    *(value, "n" if key == "n" else "gemiddelde", columns["n"], ""),
                )
                for row in ("housing", "income")
                for key, value in columns.items()
            ),
            True,
        )
        for id, columns in values.items()
    }
    start = [
        cell((row, row), ("opkomst.start", "OPkomst · Start"), Fraction(23, 8), "gemiddelde", 8, "")
        for row in ("housing", "income")
    ]
    below = cell(("extra", "N"), ("", ""), 3, "n", 3, "")
    return tables | {"tabel-21": Table("tabel-21", "", "4.2", (*start, below), True)}


def test_counts_and_means_are_put_side_by_side():
    table = score_tables.case_study_table(report_tables(), "extra-21", "")
    assert list(table.rows) == ["housing", "income"]
    values = {c.column: c.value for c in table.row("housing")}
    assert values == {
        "opkomst.improved": 4,
        "opkomst.stable": 3,
        "opkomst.worsened": 1,
        "opkomst.start": Fraction(23, 8),
        "opkomst.end": Fraction(17 + 12 + 1, 8),
    }
    assert {c.n for c in table.cells} == {8}


def test_a_mean_at_the_end_is_fixed_by_all_three_groups():
    tables = report_tables()
    table = score_tables.case_study_table(tables, "extra-21", "")
    every = {id: frozenset(map(key_of, found.cells)) for id, found in tables.items()}
    assert score_tables.fixed_in_case_study(table, tables, every) == all_of(table)
    some = every | {"tabel-24": every["tabel-24"] - {("income", "opkomst.end")}}
    assert all_of(table) - score_tables.fixed_in_case_study(table, tables, some) == {("income", "opkomst.end")}


def test_up_to_ten_scores_follow_from_their_mean_with_one_decimal():
    for n in range(1, 11):
        printed = [round_half_up(Fraction(total, n), 1) for total in range(n, 5 * n + 1)]
        assert len(set(printed)) == len(printed)


def test_the_table_of_the_interviews_gets_the_same_keys():
    columns = {
        "start": Fraction(2),
        "end": Fraction(15, 4),
        "change": Fraction(7, 4),
        "better": 8,
        "same": 0,
        "worse": 0,
    }
    cells = [cell(("housing", "Wonen"), (key, key), value, "n", 8, "") for key, value in columns.items()]
    source = Table("tabel-26", "", "4.3", (*cells, cell(("n", "N"), ("", ""), 9, "n", 9, "")), True)
    table = score_tables.interview_table(source, "extra-25", "")
    assert {c.column: c.value for c in table.cells} == {
        "total.improved": 8,
        "total.stable": 0,
        "total.worsened": 0,
        "total.start": 2,
        "total.end": Fraction(15, 4),
    }
    fixed = score_tables.fixed_in_interviews(table, frozenset({("housing", "better"), ("housing", "change")}))
    assert fixed == {("housing", "total.improved")}
    assert progress(table).groups["total"].rows[0].counts.improved == 8


def test_lines_come_from_a_row_for_each_family():
    frame = pd.DataFrame(
        {"family": ["SYN-C01", "SYN-C02"], "programme": ["opkomst", "opkomst_plus"], "start": [1, 2], "end": [3, 2]}
    )
    table = score_tables.line_table(frame, "extra-24", "", "4.2", synthetic=True)
    assert [(c.row, c.column, c.value) for c in table.cells] == [
        ("SYN-C01", "opkomst.start", 1),
        ("SYN-C01", "opkomst.end", 3),
        ("SYN-C02", "opkomst_plus.start", 2),
        ("SYN-C02", "opkomst_plus.end", 2),
    ]
    assert figures.draw(table).no_fixed_mark


def test_what_the_records_could_not_follow_is_no_finding():
    ids = ("tabel-21", "tabel-23", "tabel-24", "tabel-25")
    found = records.load("case_study")
    tables = {id: catalogue.find(id).function(found) for id in ids}
    table = score_tables.case_study_table(tables, "extra-22", "")
    said = {id: printed.fixed_cells(made) for id, made in tables.items()}
    fixed = score_tables.fixed_in_case_study(table, tables, said)
    # Its start in Tabel 21 is as printed, but not that of the families that moved forward.
    assert ("structure", "opkomst_plus.start") not in fixed
    for made_cell in table.cells:
        key = key_of(made_cell)
        if made_cell.column.endswith(".start") and made_cell.value is not None:
            assert (key in fixed) == all(key in said[id] for id in ids if tables[id][key].value is not None)
        if made_cell.unit == "n" and made_cell.value is not None:
            assert key in fixed
