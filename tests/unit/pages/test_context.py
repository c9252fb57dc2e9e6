"""Schemes, timeline and citations as the pages of chapters 1 and 2 show them."""

import pytest

from helpers.data import context
from helpers.data.literature import citations, reference_list
from helpers.pages.context import show_citations, show_scheme, show_timeline

SCHEMES = context.schemes()


def clean(label: str) -> str:
    return label.replace("\xad", "")


@pytest.mark.parametrize("id", SCHEMES)
def test_a_scheme_can_be_read_as_a_list_and_downloaded(id, html_of):
    html = html_of(show_scheme, id)
    assert all(clean(node.label).replace("&", "&amp;") in html for node in SCHEMES[id].nodes.values())
    assert html.count("<li>") == len(SCHEMES[id].nodes)
    assert f'download="{id}-vakken.csv"' in html and f'download="{id}-lijnen.csv"' in html


def test_moments_stand_in_the_list_in_order(html_of):
    html = html_of(show_timeline)
    places = [html.index(f"<strong>{moment.date}. {moment.label}.") for moment in context.timeline()]
    assert places == sorted(places)
    assert 'download="tijdlijn.csv"' in html


def test_the_page_shows_every_difference(html_of):
    html = html_of(show_citations)
    differing = [citation for citation in citations() if citation.differences]
    assert len(differing) >= 5
    for citation in differing:
        assert citation.work.names[0].replace("&", "&amp;") in html
        assert all(clause.replace("&", "&amp;") in html for clause in citation.differences)
    assert all(listed.note in html for listed in reference_list().values())
