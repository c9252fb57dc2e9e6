"""What print fixes."""

from helpers.checking import printed
from helpers.data import records
from helpers.tables import catalogue


def test_a_cell_is_fixed_by_print_by_a_claim_or_by_a_derivation():
    def fixed(id):
        return printed.fixed_cells(catalogue.find(id).function(records.load()))

    table = catalogue.find("tabel-12").function(records.load())
    assert printed.fixed_cells(table) == {(cell.row, cell.column) for cell in table.cells}
    assert ("single", "opkomst_plus") in fixed("figuur-7")
    assert ("single", "total") in fixed("figuur-7")
    assert ("kind_en_gezin", "total") not in fixed("figuur-3")
    # A share in words leaves room for several counts.
    assert ("az_sint_maarten", "total") not in fixed("figuur-3")
    assert fixed("figuur-2") == set()
    # A footnote counts three of the moves to another kind of housing on their own.
    assert {("inadequate", "to_adequate"), ("homeless", "to_social"), ("n", "")} < fixed("figuur-10")
    assert ("social", "end") not in fixed("figuur-10")
