"""Stories and their counts as they are shown."""

import pytest
from bs4 import BeautifulSoup

from helpers.data import quotations
from helpers.pages import stories
from helpers.tables.disclosure import ConfidentialError


def test_scores_of_real_mothers_are_not_shown(table_26):
    with pytest.raises(ConfidentialError):
        stories.numbers_and_stories_html(table_26(5, 9, synthetic=False))


def test_a_reader_can_open_every_theme_and_find_every_story():
    page = BeautifulSoup(stories.stories_html(), "html.parser")
    details = page.find_all("details")
    assert len({one["id"] for one in details}) == len(quotations.main_themes())
    for one, theme in zip(details, quotations.main_themes(), strict=True):
        assert one.find(True, recursive=False).name == "summary"
        assert theme.label_nl in one.summary.get_text()
    told = [item.find(string=True).strip() for item in page.find_all("li")]
    assert sorted(told) == sorted(quotation.paraphrase_nl for quotation in quotations.quotations())


def test_tables_can_be_read_with_a_screen_reader(table_26):
    pieces = [
        stories.themes_html(),
        stories.voices_html(),
        stories.sections_html(),
        stories.numbers_and_stories_html(table_26(5, 9)),
    ]
    for table in BeautifulSoup("".join(pieces), "html.parser").find_all("table"):
        assert table.caption.get_text()
        assert all(header.get("scope") for header in table.find_all("th"))
        leaves = len(table.thead.find_all("th", scope="col"))
        for row in table.tbody.find_all("tr"):
            assert sum(int(one.get("colspan", 1)) for one in row.find_all(["td", "th"])) == leaves + 1
