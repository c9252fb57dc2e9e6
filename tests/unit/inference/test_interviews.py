"""What chapter 4.3 draws and tests."""

from helpers.data import records
from helpers.inference import interviews as progress


def test_the_pictures_show_what_is_printed():
    mothers = records.load("interviews")
    for id in (progress.SCORES, progress.MOVES):
        table, fixed = progress.drawn(mothers, id)
        assert fixed == {(cell.row, cell.column) for cell in table.cells}
    assert progress.by_programme(mothers) == {"OPkomst+": 6, "OPkomst": 3}


def test_no_indicator_could_survive_holms_correction():
    family = progress.tested(records.load("interviews")).groups["total"].family
    assert not family.could_reject and family.floor == 16 * 2 / 2**9
    assert not family.rejected.any() and family.rejected_alone.any()
