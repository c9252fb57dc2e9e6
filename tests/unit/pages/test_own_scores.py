"""The case study and the interviews in a book of one's own."""

import re

NAMED = [{"title": "Inkomen", "subject": "Een stabiele basis"}]
CHANGE = {
    "id": "housing_end",
    "title": "Verblijfplaats",
    "subject": "Een stabiele basis",
    "n": 1200,
    "start": 90,
    "end": 800,
    "both": None,
}
SHOWN = {"families": 1250, "good": ["4", "5"], "changes": [CHANGE], "too_few_to_compare": NAMED, "programmes": {}}


def shown(page, **scores):
    return page("scores", {"threshold": 5, "scores": scores})


def test_what_was_not_filled_in_is_said(page):
    made = shown(page)
    assert "niets ingevuld voor de casestudie" in made and "niets ingevuld voor de interviews" in made
    assert "niets ingevuld voor de casestudie" not in shown(page, case_study=SHOWN)


def test_the_scores_have_their_families_and_what_is_good(page):
    made = shown(page, case_study=SHOWN, interviews=SHOWN | {"good": ["3", "4"]})
    assert "In de casestudie staan 1.250 gezinnen. Wie het gezin begeleidde, gaf de scores." in made
    assert "Goed is hier een score van 4 of 5." in made
    assert "In de interviews staan 1.250 mama's. Mama's gaven zelf" in made and "een score van 3 of 4." in made
    assert made.count("Vaker een goede score bij het einde, en meer dan toeval: ‘Verblijfplaats’.") == 1
    assert made.count("Vaker een goede score nu, en meer dan toeval: ‘Verblijfplaats’.") == 1
    assert made.count("afgeschermd): ‘Inkomen’.") == 2


def test_both_moments_are_shown_and_no_id_stands_twice(page):
    made = shown(page, case_study=SHOWN, interviews=SHOWN)
    assert "90 van 1.200 (7,5%)" in made
    ids = re.findall(r' id="([^"]+)"', made)
    assert len(ids) == len(set(ids)) == 2


def test_a_programme_that_is_shown_apart_has_tables_of_its_own(page):
    apart = {"<b>A</b>": {"changes": [CHANGE | {"n": 700, "start": 50, "end": 600}], "too_few_to_compare": NAMED}}
    made = shown(page, case_study=SHOWN | {"programmes": apart})
    assert "50 (7,1%)" in made.partition("<h3>Alleen &lt;b&gt;A&lt;/b&gt;</h3>")[2]
    ids = re.findall(r' id="([^"]+)"', made)
    assert len(ids) == len(set(ids)) == 2


def test_too_few_families_give_no_number(page):
    few = {"families": None, "changes": [], "too_few_to_compare": NAMED}
    made = shown(page, interviews=few)
    assert "Voor de interviews zijn er minder dan 5 mama's: daarover staat hier niets." in made
    assert "<h3>" not in made


def test_scores_without_a_change_that_can_be_shown_are_said(page):
    assert "Van geen enkele indicator" in shown(page, case_study=SHOWN | {"changes": []})
    assert "Van geen enkele indicator" not in shown(page, case_study=SHOWN)
