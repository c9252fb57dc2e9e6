"""Tables of who moved forward, stayed or fell back, counted by hand."""

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
