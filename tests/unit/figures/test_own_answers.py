"""Pictures of a book of one's own: nothing in them tells of a count that is kept back."""

import re

import pytest

from helpers.figures.own_answers import NOT_SHOWN, draw_answers, suits


def table(counts, bases=(40, 100), columns=("Kort", "Totaal")):
    rows = ["Goed", "Matig", "Slecht", "Onbekend of niet geregistreerd"]
    made = {"id": "housing", "title": "Huisvesting", "columns": list(columns), "rows": rows}
    return made | {"counts": counts, "bases": list(bases)}


SHOWN = table([[20, 50], [None, 30], [None, None], [0, None]])


def bars(drawing):
    """How far each bar reaches, as a share, by answer and programme."""
    (ax,) = drawing.figure.axes
    return {tuple(patch.get_gid().split("|")): patch.get_width() for patch in ax.patches}


def words(drawing):
    (ax,) = drawing.figure.axes
    return [text.get_text() for text in ax.texts]


def test_every_count_that_is_shown_has_a_bar_as_long_as_its_share_and_no_other_has_one():
    drawn = draw_answers(SHOWN)
    assert bars(drawn) == {
        ("Goed", "Kort"): 0.5,
        ("Goed", "Totaal"): 0.5,
        ("Matig", "Totaal"): 0.3,
        ("Onbekend of niet geregistreerd", "Kort"): 0,
    }
    assert words(drawn).count(NOT_SHOWN) == 4
    assert "50,0% (20)" in words(drawn) and "0,0% (0)" in words(drawn)


def test_where_the_axis_ends_depends_on_what_is_shown_alone():
    (ax,) = draw_answers(SHOWN).figure.axes
    (alone,) = draw_answers(table([[20, 50], [None, None], [None, None], [None, None]])).figure.axes
    assert ax.get_xlim() == alone.get_xlim()


@pytest.mark.parametrize(
    ("counts", "finding"),
    [
        # What is kept back is 20 together.
        ([[20, 50], [None, 30], [None, None], [0, None]], "Huisvesting: de grootste groep is ‘Goed’ (50,0%)."),
        # One of those kept back may be larger.
        ([[20, 30], [None, 20], [None, None], [0, None]], ""),
        (
            [[20, 50], [10, 30], [5, 15], [5, 5]],
            "Huisvesting: de grootste groep is ‘Goed’ (50,0%), de kleinste groep is "
            "‘Onbekend of niet geregistreerd’ (5,0%).",
        ),
        (
            [[20, 20], [10, 30], [5, 10], [5, 40]],
            "Huisvesting: onbekend of niet geregistreerd is 40,0%; daarna komt ‘Matig’ (30,0%).",
        ),
        # What is kept back may be more than that.
        ([[20, None], [10, 25], [5, None], [5, 45]], "Huisvesting: onbekend of niet geregistreerd is 45,0%."),
    ],
)
def test_the_finding_is_what_the_shown_counts_settle(counts, finding):
    drawn = draw_answers(table(counts))
    assert drawn.finding == finding
    assert finding in drawn.alt


def test_the_description_says_of_whom_the_bars_are_and_how_many_are_not_there():
    said = draw_answers(SHOWN).alt
    assert "van Kort (n\xa0=\xa040) en van alle gezinnen (n\xa0=\xa0100)" in said
    assert "Van 4 van de 8 staven is het aantal niet getoond." in said
    assert "niet getoond" not in draw_answers(table([[20, 50], [10, 30], [5, 15], [5, 5]])).alt


def test_a_programme_of_which_the_size_is_kept_back_has_no_bars():
    drawn = draw_answers(table([[20, 50], [10, 30], [5, 15], [5, 5]], bases=(None, 100)))
    assert {column for _, column in bars(drawn)} == {"Totaal"}
    assert "Kort" not in drawn.alt and "Kort" not in words(drawn)


def test_a_long_name_of_a_programme_leaves_room_for_the_bars_and_is_no_formula():
    name = "Gezinsondersteuningsprogramma $a$ van de stad"
    drawn = draw_answers(table(SHOWN["counts"], columns=(name, "Totaal")))
    (written,) = {text for text in words(drawn) if "$a$" in text}
    assert written.replace("-\n", "").replace("\n", " ") == name
    left, right = drawn.figure.axes[0].get_xlim()
    assert 0.5 / (right - left) > 0.2
    assert "$a$" in drawn.svg()


def test_only_a_question_with_enough_answers_has_a_picture():
    assert suits(SHOWN)
    assert not suits(SHOWN | {"rows": ["Ja", "Nee", "Onbekend of niet geregistreerd"]})


def test_no_name_is_markup_in_a_picture():
    drawn = draw_answers(table(SHOWN["counts"], columns=('<b a="1">', "Totaal")))
    assert "<b " not in drawn.svg() and re.search("&lt;b", drawn.svg())
