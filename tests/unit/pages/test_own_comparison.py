"""A book of one's own beside the report on Mechelen."""

import re

import pytest

from helpers.inference.beside_report import compared

BOOK = {
    "place": "Stad <b>A</b>",
    "families": 1100,
    "codebook": {"period": ["2024-01", "2025-12"]},
    "too_few_for": ["Huisvesting"],
}


def table(name, title, rows, counts, base):
    counts = [[count] for count in counts]
    return {"id": name, "title": title, "rows": rows, "columns": ["Totaal"], "counts": counts, "bases": [base]}


DIPLOMA = table("parents_diploma", "Diploma", ["Neen", "Ja"], [100, 1000], 1100)


def shown(page, *tables, **other):
    return page("mechelen", BOOK | {"tables": list(tables)} | other)


def test_both_groups_have_their_counts_and_shares(page):
    _, *cells = re.findall(r"<td>(.*?)</td>", shown(page, DIPLOMA))
    assert cells[:2] == ["100 (9,1%)", "83 (29,2%)"]
    assert cells[2].startswith('-20,1 <span class="opk-range">-25,') and cells[2].endswith(">duidelijk</span>")
    assert "Hier (n\u00a0=\u00a01.100)" in shown(page, DIPLOMA) and "Mechelen (n\u00a0=\u00a0284)" in shown(
        page, DIPLOMA
    )


def test_the_page_opens_with_the_largest_difference(page):
    made = shown(page, DIPLOMA)
    assert made.startswith(
        "<p>Hieronder staat één tabel met aantallen van hier naast die van het rapport. In die tabel"
    )
    assert "‘Ja’ geldt hier voor 1.000 van 1.100 (90,9%) en in Mechelen voor 58 van 284 (20,4%)." in made
    unknown = table("parents_diploma", "Diploma", ["Onbekend of niet geregistreerd"], [90], 100)
    assert "Onbekend" not in shown(page, unknown).partition("</p>")[0]
    answers = ["Neen", "Nee, maar mama of papa studeert nog/opnieuw", "Ja", "Onbekend of niet geregistreerd"]
    alike = table("parents_diploma", "Diploma", answers, [83, 12, 58, 131], 284)
    assert "Nergens ligt het aandeel van een antwoord duidelijk anders" in shown(page, alike)


def test_a_clear_difference_is_told_with_its_direction(page):
    made = shown(page, DIPLOMA)
    assert "Duidelijk groter dan in Mechelen is het aandeel met ‘Ja’; duidelijk kleiner" in made
    alike = table("parents_diploma", "Diploma", ["Neen"], [29], 100)
    assert "‘Neen’" not in shown(page, alike).partition("<table")[0]


@pytest.mark.parametrize(
    ("period", "overlaps"),
    [
        (["2024-01", "2025-12"], False),
        (["2023-05", "2025-12"], True),
        (["2010-01", "2019-12"], False),
        (["2010-01", "2020-12"], True),
    ],
)
def test_periods_that_overlap_are_told(page, period, overlaps):
    made = shown(page, DIPLOMA, codebook={"period": period})
    assert ("vallen voor een stuk samen" in made) == overlaps
    assert ("vallen niet samen" in made) != overlaps


def test_what_is_kept_back_is_named_and_not_shown(page):
    made = shown(page, table("parents_diploma", "Diploma", ["Neen", "Ja"], [None, 1000], 1100))
    assert "afgeschermd is: ‘Neen’" in made
    assert '<th scope="row">Neen</th>' not in made


def test_what_is_counted_otherwise_is_said(page):
    counted = "Het rapport telt ‘onbekend’ en ‘niet van toepassing’ samen"
    assert counted in shown(page, table("housing", "Huisvesting", ["Dak- of thuisloos"], [20], 100))
    assert counted not in shown(page, DIPLOMA)
    known = "antwoord niet bekend is, tellen niet mee"
    assert known in shown(page, table("children_present", "Kinderen", ["0"], [100], 100))
    assert known not in shown(page, DIPLOMA)


def test_a_question_that_is_not_compared_is_named_with_the_reason(page):
    made = shown(page, table("referrer", "Doorverwijzer", ["A"], [100], 100))
    assert "drukt het rapport de aantallen per antwoord niet af: ‘Doorverwijzer’." in made
    assert "heeft dit boek zelf geen tabel: ‘Huisvesting’." in made
    assert "heeft dit boek zelf geen tabel" not in shown(page, DIPLOMA, too_few_for=[])


def test_a_book_without_anything_to_compare_says_so(page):
    assert "Geen enkel aantal van dit boek kan naast een aantal van het rapport staan." in shown(page)
    assert "Geen enkel aantal" not in shown(page, DIPLOMA)


def test_a_name_from_the_workbook_is_no_markup(page):
    assert "Stad &lt;b&gt;A&lt;/b&gt;" in shown(page, DIPLOMA)


def test_a_question_of_which_nothing_can_be_compared_has_no_part_of_its_own(page):
    lists = [title for one in compared([]) for title in one.kept_back]
    made = shown(page, table("interest", "Belangstelling", ["Interesse"], [None], None), too_few_for=lists)
    assert "Voor één vraag is er geen vergelijking" in made and "afgeschermd is: ‘Belangstelling’." in made
    assert "<h2>" not in made
