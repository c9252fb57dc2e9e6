"""Items that are in order or difficult: unknown counts as no, and gives a range."""

from helpers.data import records
from helpers.tables import catalogue


def test_the_mean_number_of_items_has_the_range_that_the_unknowns_allow():
    dossiers = records.load()
    cell = catalogue.find("Tabel 13").function(dossiers)["yes", "opkomst_plus"]
    plus = dossiers.frame[
        (dossiers.frame["programme"] == "opkomst_plus") & (dossiers.frame["interest"] != "not_recorded")
    ]
    items = plus.filter(like="difficulty_")
    assert cell.value * len(plus) == (items == "yes").to_numpy().sum()
    assert cell.high * len(plus) == items.isin(["yes", "unknown"]).to_numpy().sum()


def test_unknown_counts_as_no_and_gives_the_range():
    dossiers = records.load()
    cell = catalogue.find("Tabel 12").function(dossiers)["difficulty_anxiety", "total"]
    answers = dossiers.frame.loc[dossiers.frame["difficulty_anxiety"] != "not_recorded", "difficulty_anxiety"]
    assert cell.n == len(answers)
    assert cell.value * cell.n == (answers == "yes").sum()
    assert cell.high * cell.n == answers.isin(["yes", "unknown"]).sum()
