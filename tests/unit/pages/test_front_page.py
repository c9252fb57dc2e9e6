"""The figures of the brochure: drawn from what they repeat, and refused for real records."""

import json
from dataclasses import replace

import pytest

from helpers.checking import printed
from helpers.data import records
from helpers.data.files import CHAPTERS
from helpers.inference import case_study, interviews
from helpers.pages.front_page import brochure_figure
from helpers.pages.parts.stored_outputs import address
from helpers.tables import catalogue
from helpers.tables.disclosure import ConfidentialError


def brochure(*records):
    return [brochure_figure(number, *records) for number in range(1, 6)]


@pytest.fixture(scope="module")
def everything():
    return records.load_all()


@pytest.fixture(scope="module")
def figures(everything):
    return brochure(*everything)


def shown_in(page):
    """The ids of the tables and figures that a notebook shows."""
    cells = json.loads((CHAPTERS / f"{page}.ipynb").read_text(encoding="utf-8"))["cells"]
    stored = [output["metadata"] for cell in cells for output in cell.get("outputs", []) if "metadata" in output]
    return {metadata["opkomst"]["id"] for metadata in stored if "opkomst" in metadata}


def test_no_two_are_the_same(figures):
    assert len({figure.title for figure in figures}) == len({figure.drawing.svg() for figure in figures}) == 5


def test_each_leads_to_where_its_numbers_stand(figures):
    for figure in figures:
        page, _, anchor = address(figure.repeats).partition(".html#")
        assert anchor in shown_in(page), figure.title
        assert catalogue.find(figure.repeats).id == anchor


@pytest.mark.parametrize("place", [0, 1, 3])
def test_a_figure_that_repeats_one_of_the_report_has_its_cells_and_its_examples(figures, everything, place):
    drawing = figures[place].drawing
    repeated = catalogue.find(figures[place].repeats).function(everything[0])
    assert drawing.table.cells == repeated.cells
    fixed = printed.fixed_cells(repeated)
    for cell in drawing.marks.cells:
        assert drawing.marks.is_example(cell) == ((cell.row, cell.column) not in fixed), cell


def test_the_figures_of_the_studies_are_those_of_their_chapters(figures, everything):
    _, families, mothers = everything
    assert figures[2].drawing.table == interviews.drawn(mothers, interviews.SCORES)[0]
    progress = case_study.made_from(families)
    assert figures[4].drawing.table == case_study.drawn(progress, case_study.AREAS)[0]


def test_the_numbers_follow_the_records(figures, everything):
    registration, *others = everything
    fewer = replace(registration, frame=registration.frame.iloc[20:])
    changed = brochure(fewer, *others)
    assert all("anders dan het rapport drukt" in changed[place].drawing.alt for place in (0, 3))
    before, after = ([figure.drawing.fingerprint for figure in made] for made in (figures, changed))
    same = [one == other for one, other in zip(before, after, strict=True)]
    assert same == [False, False, True, False, True]


@pytest.mark.parametrize("number", range(1, 6))
@pytest.mark.parametrize("real", range(3))
def test_nothing_is_drawn_of_real_records(everything, real, number):
    mixed = [replace(given, synthetic=place != real) for place, given in enumerate(everything)]
    with pytest.raises(ConfidentialError):
        brochure_figure(number, *mixed)
