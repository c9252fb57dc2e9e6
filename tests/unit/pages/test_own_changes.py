"""What changes, in a book of one's own."""

import re

import pytest

RISE, CHANCE, OPEN = (1290, 110, 900), (120, 40, 40), (120, 40, 52)


def shown(page, *changes, absent=(), both=None):
    made = [
        {"id": title, "title": title, "subject": "Wat in orde is", "n": n, "start": start, "end": end, "both": both}
        for title, (n, start, end) in zip("abcdef", changes, strict=False)
    ]
    left_out = [{"title": title, "subject": "Wat in orde is"} for title in absent]
    return page("veranderingen", {"changes": made, "too_few_to_compare": left_out})


def test_both_moments_have_their_counts_and_shares(page):
    _, *cells = re.findall(r"<td[^>]*>(.*?)</td>", shown(page, RISE))
    assert cells[:3] == ["110 van 1.290 (8,5%)", "900 van 1.290 (69,8%)", "+61,2"]
    assert cells[4] == "nee"


def test_how_many_moved_stands_with_its_test_where_it_is_shown(page):
    assert "nee (800 erbij, 10 weg: p&nbsp;&lt;&nbsp;0,001)" in shown(page, RISE, both=100)
    assert "(20 erbij, 8 weg: p&nbsp;=&nbsp;0,036)" in shown(page, OPEN, both=32)
    assert "erbij" not in shown(page, OPEN)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ([RISE], "Vaker ‘ja’ bij het einde, en meer dan toeval: ‘a’."),
        ([(120, 90, 10)], "Minder vaak ‘ja’ bij het einde, en meer dan toeval: ‘a’."),
        ([CHANCE], "Bij één vraag kan het verschil toeval zijn."),
        ([CHANCE, CHANCE], "Bij 2 vragen kan het verschil toeval zijn."),
        ([OPEN], "Bij één vraag zeggen de getoonde aantallen niet of het verschil toeval kan zijn."),
    ],
)
def test_the_sentence_says_what_the_test_shows_and_no_more(page, changes, said):
    made = shown(page, *changes)
    (sentence,) = re.findall(r"</h3><p>(.*?)</p>", made)
    assert sentence == said


def test_what_is_not_shown_is_named(page):
    assert "afgeschermd is: ‘x’ en ‘y’." in shown(page, RISE, absent=["x", "y"])
    assert "Niet getoond" not in shown(page, RISE)


def test_a_book_without_changes_says_so(page):
    made = shown(page, absent=["x"])
    assert "Van geen enkele vraag" in made and "<table" not in made
    assert "Van geen enkele vraag" not in shown(page, RISE)
