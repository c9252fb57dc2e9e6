"""Changes between two moments: arrows and alt text."""

from dataclasses import replace
from fractions import Fraction

import pytest
from drawn import all_of, marks, texts
from matplotlib.lines import Line2D

from helpers import figures
from helpers.tables.table import Table, cell


def evolution(*changes: tuple[int, int]) -> Table:
    """Counts of 40 dossiers at the start and at the end, a row each."""
    cells = [
        cell((f"r{i}", f"R{i}"), (key, label), Fraction(count, 40), "% (n)", 40, "dossiers")
        for i, change in enumerate(changes)
        for key, label, count in zip(("start", "end"), ("Bij start", "Bij einde"), change, strict=True)
    ]
    return Table("extra-2", "", "4.1", tuple(cells), True)


@pytest.mark.parametrize(
    ("change", "sides"), [((10, 11), [True, False]), ((11, 10), [False, True]), ((10, 10), [True, True])]
)
def test_the_direction_of_a_change_can_be_seen_without_colour(change, sides):
    table = evolution(change)
    drawn = marks(figures.draw(table, all_of(table)))
    across = drawn["r0", "end"].get_paths()[0].vertices[:, 0]
    # A head lies on one side of its tip, which is at the number; a square on both.
    assert [min(across) < -1e-9, max(across) > 1e-9] == sides
    # The start is seen beside the end, however small the change.
    sizes = {column: drawn["r0", column].get_sizes()[0] ** 0.5 for column in ("start", "end")}
    heights = {column: drawn["r0", column].get_paths()[0].vertices[:, 1].max() * sizes[column] for column in sizes}
    assert heights["start"] > 1.2 * heights["end"]


def test_the_alt_text_of_changes_counts_directions_and_names_the_largest():
    table = evolution((10, 20), (20, 30), (9, 8), (5, 5))
    assert (
        "Van de 4 aandelen liggen er later 2 hoger, 1 lager en 1 gelijk. De sterkste stijging in procentpunten "
        "is die van ‘R0’ (van 25,0% (10) naar 50,0% (20)) en ‘R1’ (van 50,0% (20) naar 75,0% (30)); de sterkste daling "
        "in procentpunten is die van ‘R2’ (van 22,5% (9) naar 20,0% (8))." in figures.draw(table, all_of(table)).alt
    )
    some = frozenset(key for key in all_of(table) if key != ("r0", "end"))
    assert (
        "Van de 3 aandelen die vastliggen, liggen er later 1 hoger, 1 lager en 1 gelijk. Daarvan: de sterkste "
        "stijging in procentpunten is die van ‘R1’" in figures.draw(table, some).alt
    )


def test_the_arrow_of_a_single_example_is_dotted():
    table = evolution((10, 20), (10, 20))
    drawing = figures.draw(table, all_of(table) - {("r1", "end")})
    arrows = [line for line in drawing.figure.findobj(Line2D) if line.get_linewidth() == 2.5]
    assert [line.is_dashed() for line in arrows] == [False, True]


def test_a_cell_without_a_value_is_no_example():
    table = evolution((10, 20))
    empty = replace(table.cells[0], row="none", row_label="Niemand", value=None, n=0)
    drawing = figures.draw(replace(table, cells=(*table.cells, empty, replace(empty, column="end"))), all_of(table))
    assert "geen gegevens" in [text.get_text() for text in texts(drawing)]
    assert "gearceerd" not in drawing.alt
