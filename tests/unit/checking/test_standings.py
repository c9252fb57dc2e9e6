"""Where a printed number stands."""

from helpers.checking.standings import STANDINGS, count, standing
from helpers.checking.verify import CONSISTENT


def test_standings_tell_apart_what_fits_from_what_nothing_speaks_of(checks):
    counts = count(checks)
    assert counts.total() == len(checks)
    assert set(counts) <= set(STANDINGS)
    assert counts[CONSISTENT]
    # Nothing else in the report speaks of how many were pregnant at the start in each year.
    standings = {(check.id, check.row, check.column): standing(check) for check in checks}
    assert standings["figuur-4", "zwanger, eerste projectjaar", "Totaal"] == "fitted"
    # And these hold the same four percentages against each other.
    assert standings["tekst-3.4-n", "zwangeren in de jaren daarna", ""] == CONSISTENT
    # The last row of Tabel 22, which its own name contradicts, proves nothing.
    ratio = "tekst-4.2-y", "verhouding aantal indicatoren met grote vooruitgang", "OPkomst+ tegenover OPkomst"
    assert standings[ratio] == "fitted"
    assert standings["tabel-3", "Duur lopende begeleidingen", "OPkomst · Min."] == CONSISTENT
    assert standings["tabel-9", "Geen werk", "N"] == "cross_checked"
