"""In one view, in a book of one's own."""

import pytest

from helpers.own.questions import UNKNOWN

BOOK = {"place": "Stad", "families": 1284, "tables": [], "changes": [], "too_few_to_compare": [], "scores": {}}


def overview(page, rows, counts, base=100):
    table = {"id": "a", "title": "Vraag", "columns": ["Totaal"], "rows": rows, "bases": [base]}
    return page("overzicht", BOOK | {"tables": [table | {"counts": [[count] for count in counts]}]})


@pytest.mark.parametrize(
    ("counts", "base", "is_told"),
    [
        ([60, 30, 10], 100, True),
        # What is kept back is 30 together: less than 60, whatever it is.
        ([60, None, 10], 100, True),
        # One of those kept back may be 40.
        ([40, None, 20], 100, False),
        ([40, 40, 20], 100, False),
        ([None, None, None], 100, False),
        ([60, 30, 10], None, False),
    ],
)
def test_the_overview_names_an_answer_only_where_the_shown_counts_settle_it(page, counts, base, is_told):
    made = overview(page, ["Goed", "Slecht", "Weet niet"], counts, base)
    assert ("Vraag: <strong>Goed</strong>" in made) == is_told
    assert ("Bij één vraag zeggen de getoonde aantallen niet" in made) != is_told


def test_what_is_mostly_unknown_is_told_apart(page):
    made = overview(page, ["Goed", UNKNOWN], [40, 60])
    assert "Bij één vraag is het antwoord het vaakst onbekend of niet geregistreerd: ‘Vraag’." in made
    assert "<li>" not in made and "Bij één vraag zeggen" not in made


def test_the_overview_tells_how_many_of_how_many(page):
    assert "bij 60 van de 100 gezinnen (60,0%)" in overview(page, ["Goed", "Slecht"], [60, 40])


def change(title, n, start, end, subject="Wat in orde is"):
    return {"id": title, "title": title, "subject": subject, "n": n, "start": start, "end": end, "both": None}


RISE, FALL, CHANCE = change("a", 1290, 110, 900), change("b", 120, 90, 10), change("c", 120, 40, 40)


def shown(page, *changes, absent=(), **scores):
    left_out = [{"title": title, "subject": "Wat in orde is"} for title in absent]
    return page("overzicht", BOOK | {"changes": list(changes), "too_few_to_compare": left_out, "scores": scores})


def test_what_changes_by_more_than_chance_is_told_with_the_largest(page):
    made = shown(page, RISE, change("d", 1290, 110, 500), FALL)
    assert (
        "Bij 2 vragen komt ‘ja’ bij het einde vaker voor dan bij de start, en dat is meer dan toeval. Het grootst is "
        "het verschil bij ‘a’ (wat in orde is), 110 van 1.290 (8,5%) bij de start en 900 van 1.290 (69,8%) bij het "
        "einde. Bij één vraag komt ‘ja’ bij het einde minder vaak voor"
    ) in made
    assert "kan het verschil toeval zijn" not in made and "niet in dit boek" not in made.partition("De casestudie")[0]


def test_questions_that_tie_are_all_told(page):
    made = shown(page, RISE, RISE | {"title": "z"})
    assert "bij ‘a’ (wat in orde is), 110" in made and "en ‘z’ (wat in orde is), 110" in made


def test_what_can_be_chance_and_what_is_not_shown_is_counted(page):
    made = shown(page, RISE, CHANCE, absent=["x", "y"])
    assert "Bij één vraag kan het verschil toeval zijn, of is dat niet uit te maken." in made
    assert "Van 2 vragen staan de aantallen niet in dit boek." in made
    assert "Bij geen enkele vraag in dit boek is het zeker" in shown(page, CHANCE)
    assert "Van geen enkele vraag kunnen de aantallen" in shown(page, absent=["x"])


def test_the_scores_are_told_or_why_they_are_not(page):
    scored = {"families": 1300, "good": ["3", "4"], "changes": [RISE], "too_few_to_compare": [], "programmes": {}}
    made = shown(page, interviews=scored)
    assert "De casestudie.</strong> Er is niets ingevuld." in made
    assert "De interviews.</strong> Bij één indicator komt een goede score nu vaker voor dan toen" in made
    few = {"families": None, "changes": [], "too_few_to_compare": [], "protection": None}
    assert "De casestudie.</strong> Er zijn te weinig gezinnen" in shown(page, case_study=few)
    none = scored | {"changes": []}
    assert "De casestudie.</strong> Van geen enkele indicator" in shown(page, case_study=none)


def test_a_book_without_scores_sends_nobody_to_them(page):
    assert "scores.html" not in shown(page, CHANCE)
    assert "scores.html" in shown(page, CHANCE, interviews={"families": None})
