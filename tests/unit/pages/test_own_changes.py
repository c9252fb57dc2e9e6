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
    made = shown(page, RISE)
    _, *cells = re.findall(r"<td[^>]*>(.*?)</td>", made)
    assert cells[:2] == ["110 (8,5%)", "900 (69,8%)"]
    assert cells[2].startswith('+61,2 <span class="opk-range">+') and " tot +" in cells[2]
    assert '<th scope="row">a (n\u00a0=\u00a01.290)</th>' in made


def test_what_can_be_chance_stands_behind_a_line(page):
    first, rest = shown(page, RISE, CHANCE).split("<details")
    assert (
        "a (n\u00a0=\u00a01.290)" in first and "b (n\u00a0=\u00a0120)" not in first and "b (n\u00a0=\u00a0120)" in rest
    )
    assert "de andere rij waar het verschil toeval kan zijn" in rest


def test_the_page_opens_with_what_changed_most(page):
    made = shown(page, RISE, CHANCE)
    assert made.startswith("<p>Bij één vraag komt ‘ja’ bij het einde vaker voor dan bij de start")


def test_many_questions_are_counted_in_the_sentence_and_not_named(page):
    assert "en meer dan toeval: 4 vragen." in shown(page, RISE, RISE, RISE, RISE)


def test_how_many_moved_stands_with_its_test_where_it_is_shown(page):
    assert "800 erbij, 10 weg: p&nbsp;&lt;&nbsp;0,001<" in shown(page, RISE, both=100)
    assert "20 erbij, 8 weg: p&nbsp;=&nbsp;0,036<" in shown(page, OPEN, both=32)
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
    assert "of een aantal is afgeschermd): ‘x’ en ‘y’." in shown(page, RISE, absent=["x", "y"])
    assert "afgeschermd" not in shown(page, RISE)


def test_a_book_without_changes_says_so(page):
    made = shown(page, absent=["x"])
    assert "Van geen enkele vraag" in made and "<table" not in made
    assert "Van geen enkele vraag" not in shown(page, RISE)
