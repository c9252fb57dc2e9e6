"""What chapter 4.3 and its stories show."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup

from helpers.data import codebook, quotations, records
from helpers.dutch.typography import typeset
from helpers.pages import interviews
from helpers.tables import voices
from helpers.tables.disclosure import ConfidentialError


def test_the_figures_of_the_instrument_say_that_they_are_not_the_original(html_of):
    form, guide = html_of(interviews.show_interview_form), html_of(interviews.show_interview_guide)
    for html in (html_of(interviews.show_interview_scale), form, guide):
        assert "niet het originele instrument" in html and "bijlage 5" in html
    assert form.count('scope="row"') == 16 and form.count('scope="rowgroup"') == 3
    assert guide.count("<li>") == len(codebook.read_csv("interview_guide.csv")) and "Samen 65 minuten" in guide


def words(html: str) -> str:
    return BeautifulSoup(html, "html.parser").get_text(" ")


def test_cautions_about_interviews_count_who_took_part(html_of):
    mothers, families = records.load("interviews"), records.load("case_study")
    text = words(html_of(interviews.show_interview_cautions, mothers, families))
    assert "Van de 21 gevraagde mama’s deden er 9 mee: 6 van de 10 bij OPkomst+ en 3 van de 11 bij OPkomst" in text
    assert "schaal met 4 treden" in text
    first = mothers.frame[mothers.frame["mother"] == mothers.frame["mother"].iloc[0]]
    text = words(
        html_of(interviews.show_interview_cautions, replace(mothers, frame=mothers.frame.drop(first.index)), families)
    )
    assert "deden er 8 mee" in text


def test_scores_of_real_mothers_are_not_shown(table_26):
    with pytest.raises(ConfidentialError):
        interviews.show_numbers_and_stories(SimpleNamespace(table=table_26(5, 9, synthetic=False)))


def test_a_reader_can_open_every_theme_and_find_every_story(html_of):
    page = BeautifulSoup(html_of(interviews.show_stories), "html.parser")
    details = page.find_all("details")
    assert len({one["id"] for one in details}) == len(quotations.main_themes())
    for one, theme in zip(details, quotations.main_themes(), strict=True):
        assert one.find(True, recursive=False).name == "summary"
        assert theme.label_nl in one.summary.get_text()
    told = [item.find(string=True).strip() for item in page.find_all("li")]
    assert sorted(told) == sorted(typeset(quotation.paraphrase_nl) for quotation in quotations.quotations())


@pytest.mark.parametrize(("better", "scores"), [(5, "de meeste scores"), (4, "hoogstens de helft van de scores")])
def test_a_row_says_no_more_than_how_many_rose_and_how_many_quotations_say_what_helped(
    table_26, html_of, better, scores
):
    table = table_26(better, 8)
    page = BeautifulSoup(html_of(interviews.show_numbers_and_stories, SimpleNamespace(table=table)), "html.parser")
    told = {0: "geen citaat", 1: "1 citaat"}
    for row, one in zip(page.tbody.find_all("tr"), voices.numbers_and_stories(table), strict=True):
        assert f"{scores} vooruit, {told.get(one.helped, f'{one.helped} citaten')} over wat hielp" in row.get_text()


def test_tables_can_be_read_with_a_screen_reader(table_26, html_of):
    pieces = [
        html_of(interviews.show_story_themes),
        html_of(interviews.show_voices),
        html_of(interviews.show_quotation_counts),
        html_of(interviews.show_numbers_and_stories, SimpleNamespace(table=table_26(5, 9))),
    ]
    for table in BeautifulSoup("".join(pieces), "html.parser").find_all("table"):
        assert table.caption.get_text()
        assert all(header.get("scope") for header in table.find_all("th"))
        leaves = len(table.thead.find_all("th", scope="col"))
        for row in table.tbody.find_all("tr"):
            assert sum(int(one.get("colspan", 1)) for one in row.find_all(["td", "th"])) == leaves + 1
