"""Section 3.5: who the families are."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from helpers.figures.alt import by_row, extremes, sentence
from helpers.figures.drawing import Marks, draws
from helpers.figures.shapes.bars import Bar, Group, grouped_bars
from helpers.figures.shapes.programmes import sizes, widest_gap
from helpers.figures.shapes.sheet import finish, new_figure
from helpers.figures.shapes.style import COLOURS, INNER, wrap
from helpers.tables.families import AGE_CLASS
from helpers.tables.table import Cell

#: The rows of Figuur 6 that are no age class.
_RANGE = ("minimum", "mean", "maximum")


@draws("figuur-6")
def ages(marks: Marks) -> tuple[Figure, list[str]]:
    """Ages of the mothers: a histogram for each programme, with its range."""
    table = marks.table
    programmes = [column for column in table.columns if column]
    figure = new_figure()
    axes = figure.subplots(len(programmes), sharex=True)
    for ax, programme in zip(axes, programmes, strict=True):
        highest = _histogram(ax, marks, programme)
        _range(ax, [table[row, programme] for row in _RANGE], marks, highest * 1.25)
        ax.set_ylim(0, highest * 2)
        name = marks.group_name(programme, table.columns[programme], table["mean", programme].n)
        ax.set_title(wrap(name, INNER), loc="left")
    note = "Jaren. Lijn: jongste tot oudste; ruit: gemiddelde. Eigen schaal per groep."
    return finish(figure, 2.7, marks.keys, note), [
        "Twee histogrammen van de leeftijd van de mama bij de start, één per programma.",
        *_younger(marks),
        *(text for programme in programmes for text in _about_range(marks, programme)),
    ]


def _histogram(ax: Axes, marks: Marks, programme: str) -> float:
    """Draw the age classes; return how high the highest is."""
    classes = [cell for cell in marks.table.column(programme) if cell.row not in _RANGE]
    for cell in classes:
        for bottom, top, look in marks.pieces(cell, COLOURS[programme]):
            # Ages are whole years: the class of 21 begins halfway 20 and 21.
            ax.bar(int(cell.row) - 0.5, top - bottom, AGE_CLASS, bottom, align="edge", **look)
    ax.set_yticks([])
    ax.spines[["top", "right", "left"]].set_visible(False)
    return max(map(marks.end, classes), default=0) or 1


def _range(ax: Axes, cells: list[Cell], marks: Marks, y: float) -> None:
    """A line from the lowest to the highest age, with a diamond at the mean."""
    if any(cell.value is None for cell in cells):
        return
    colour = COLOURS[cells[0].column]
    ages = [float(cell.value) for cell in cells]
    ax.plot(ages[::2], [y, y], color=colour, linewidth=2, marker="|", markersize=10, markeredgewidth=2)
    ax.plot(ages[1], y, "D", color=colour, markersize=8)
    places = [((-6, 0), "right", "center"), ((0, 7), "center", "bottom"), ((6, 0), "left", "center")]
    for cell, age, (offset, ha, va) in zip(cells, ages, places, strict=True):
        ax.annotate(cell.text, (age, y), offset, textcoords="offset points", ha=ha, va=va, **marks.letters(cell))


def _about_range(marks: Marks, programme: str) -> list[str]:
    """The fixed ones of lowest, highest and mean age."""
    words = {"minimum": "de jongste is", "maximum": "de oudste is", "mean": "gemiddeld zijn ze"}
    known = {cell.row: cell for cell in marks.known(marks.table.column(programme)) if cell.row in _RANGE}
    clauses = [f"{text} {known[row].text} jaar" for row, text in words.items() if row in known]
    label = marks.table.columns[programme]
    return sentence(", ".join(clauses), f"{label}: ")


def _younger(marks: Marks) -> list[str]:
    """Which programme has the younger mothers; nothing when the means show the same."""
    means = sorted(marks.known(marks.table.row("mean")), key=lambda cell: cell.value)
    if len(means) < 2 or means[0].text == means[-1].text:
        return []
    return [f"Gemiddeld zijn de mama's van {means[0].column_label} jonger dan die van {means[-1].column_label}."]


@draws("figuur-7")
def family_composition(marks: Marks) -> tuple[Figure, list[str]]:
    """Family composition, by programme and in total."""
    table = marks.table
    columns = {key: label for key, label in table.columns.items() if key}
    groups = [
        Group(label, tuple(Bar(table[row, column], COLOURS[column], name) for column, name in columns.items()))
        for row, label in table.rows.items()
        if (row, "total") in {(cell.row, cell.column) for cell in marks.cells}
    ]
    note = f"{sizes(marks)}."
    return grouped_bars(groups, marks, note), [
        "Staafdiagram van de gezinssamenstelling bij de start, per programma en in totaal.",
        *sentence(extremes(marks, table.column("total"), by_row), "In totaal: "),
        *sentence(widest_gap(marks)),
    ]
