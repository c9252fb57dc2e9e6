"""How Tabel 20 was computed: which of the ways to take a mean give what is printed."""

from helpers.checking.tabel_20 import try_all
from helpers.data import instrument, records
from helpers.tables import case_study_scores


def test_tabel_20_is_the_plain_mean_of_the_indicators():
    tried = try_all()
    fitting = [found.label_nl for found in tried if found.fits]
    assert len(tried) == 7
    assert fitting == [tried[0].label_nl, tried[-1].label_nl]
    assert tried[1].wrong == [("stable_base", "opkomst")]


def test_bounds_of_the_mean_over_families_hold_for_the_records():
    """Worked out family by family: what the bounds are for."""
    given = {key: bounds for key, bounds in try_all()[-1].given.items() if key[1] == "opkomst_plus"}
    pairs = case_study_scores.rated(records.load("case_study").frame)
    pairs = pairs[pairs["programme"] == "opkomst_plus"]
    # Where the records follow Tabel 23 to 25 in everything the bounds are about.
    mine = pairs[pairs["indicator"].map(lambda code: instrument.indicators("case_study")[code].domain) == "network"]
    mean = mine.groupby("family")["start"].mean().mean()
    low, high = given["network", "opkomst_plus"]
    assert float(low) <= mean <= float(high)
