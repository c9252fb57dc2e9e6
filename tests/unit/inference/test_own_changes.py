"""What a test can say of changes of which only the margins are shown."""

from helpers.inference.methods import Margins, Pairs, Significance, exact_mcnemar, holm, newcombe
from helpers.inference.own_changes import subjects


def change(title, n, start, end, subject="A"):
    return {"id": title, "title": title, "subject": subject, "n": n, "start": start, "end": end, "both": None}


def left(title, subject="A"):
    return {"title": title, "subject": subject}


def verdicts(*changes, absent=()):
    return [one.verdict for subject in subjects(changes, absent) for one in subject.changes]


def test_whatever_the_families_did_a_large_rise_is_more_than_chance():
    assert verdicts(change("a", 120, 10, 90)) == [Significance.WHATEVER]
    assert verdicts(change("a", 120, 40, 40)) == [Significance.NEVER]
    assert verdicts(change("a", 120, 40, 52)) == [Significance.UNDETERMINED]


def test_what_cannot_be_shown_counts_in_the_correction():
    found = change("a", 60, 10, 25)
    worst = Pairs(0, 25, 10, 25)
    assert worst.margins == Margins(60, 10, 25)
    p = exact_mcnemar(worst.up, worst.down)
    assert holm([p]) <= 0.05 < holm([p, 1, 1, 1, 1])[0]
    assert verdicts(found) == [Significance.WHATEVER]
    assert verdicts(found, absent=[left(str(number)) for number in range(4)]) == [Significance.UNDETERMINED]


def test_other_subjects_do_not_count_in_the_correction():
    found = change("a", 60, 10, 25)
    assert verdicts(found, absent=[left(str(number), "B") for number in range(4)]) == [Significance.WHATEVER]


def test_the_interval_holds_that_of_every_way_the_families_can_have_moved():
    margins = Margins(50, 12, 20)
    ((subject,),) = [list(subjects([change("a", 50, 12, 20)], []))]
    every = [newcombe(margins.pairs(overlap)) for overlap in margins.overlaps]
    low, high = subject.changes[0].interval
    assert (low, high) == (min(low for low, _ in every), max(high for _, high in every))


def test_a_change_of_which_the_pairs_are_shown_has_one_p_value_and_one_interval():
    ((subject,),) = [list(subjects([change("a", 50, 12, 20) | {"both": 8}], []))]
    (one,) = subject.changes
    assert one.pairs == Pairs(8, 12, 4, 26)
    assert one.p.smallest == one.p.largest == exact_mcnemar(12, 4)
    assert one.interval == newcombe(one.pairs)
    assert one.verdict is Significance.NEVER


def test_every_subject_is_there_also_without_a_change():
    found = {one.title: one for one in subjects([change("a", 120, 10, 90)], [left("b"), left("c", "B")])}
    assert found["A"].left_out == ["b"]
    assert (found["B"].changes, found["B"].left_out) == ([], ["c"])
