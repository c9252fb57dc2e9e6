"""How a cell is named to the person who builds the book."""

import pytest

from helpers.data import codebook
from helpers.data.files import RECORDS, read_strings
from helpers.disclosure.cells import EVERYBODY, count
from helpers.own.changes import all_changes, with_known
from helpers.own.naming import in_words
from helpers.own.questions import all_asked


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (
            {"housing": {"homeless", "unknown"}, "programme": {"opkomst"}},
            "Programma ‘OPkomst’, Huisvesting ‘Dak- of thuisloos’ of ‘Onbekend’",
        ),
        ({"mother_age": {"20", "21", "22"}}, "Leeftijd van de mama ‘20 tot 22’"),
        ({"mother_age": {"20", "21", "30"}}, "Leeftijd van de mama ‘20 tot 21’ of ‘30’"),
    ],
)
def test_a_cell_is_named_as_the_form_does(parts, expected):
    assert expected == in_words(frozenset((name, frozenset(given)) for name, given in parts.items()))


def test_everybody_has_a_name():
    assert in_words(EVERYBODY) == "alle gezinnen"


def test_no_cell_of_the_tables_is_named_by_a_code():
    """A code has an underscore, or is the name of a column."""
    changes = [crossing for one in all_changes() for crossing in one.crossings]
    families = with_known(read_strings(RECORDS / "registration.csv"), all_changes())
    cells = count(families, [*(one.crossing for one in all_asked()), *changes]).cells
    words = " ".join(in_words(cell) for cell in cells)
    assert "_" not in words
    assert not [cell for cell in cells if in_words(cell).endswith(" ")]
    assert not {name for name in codebook.variables() if name in words.split()}
