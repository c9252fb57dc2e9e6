"""On a phone a chapter is short enough to get through, and its first finding comes soon."""

import browser
import pytest

WIDTH, HEIGHT = PHONE = 360, 740

#: Screens that the page of a chapter takes at most.
SCREENS = {
    "00_in_een_oogopslag": 16,
    "01_context": 13,
    "02_organisatie": 20,
    "03_opkomst_in_cijfers": 25,
    "04_impact_registratie": 20,
    "05_casestudie": 20,
    "06_interviews": 22,
    "07_besluit": 20,
    "08_verificatie": 18,
}

#: Screens before its first finding ends, where that is not two.
WITHIN = {"00_in_een_oogopslag": 1, "08_verificatie": 1}

#: The part of that which is not what a chapter tells or shows: notes, origins, code, legends.
APPARATUS = 0.08

_HEIGHT_OF = """
    (selector => [...document.querySelectorAll(selector)]
        .filter(one => !one.parentElement.closest(selector))
        .reduce((sum, one) => sum + one.getBoundingClientRect().height, 0))
"""

_BESIDE = ".opk-notes, .opk-provenance, .opk-legend, .opk-notice, .opk-printed-notice, .opk-erratum, details.hide"


@pytest.fixture(scope="module", params=SCREENS)
def chapter(html, request):
    """A chapter as a phone shows it first, with the room for its pictures."""
    with browser.Browser(*PHONE) as chromium:
        chromium.open(html / "chapters" / f"{request.param}.html")
        yield chromium, request.param


def test_a_chapter_is_no_longer_than_a_reader_goes_on(chapter):
    chromium, name = chapter
    assert chromium.ask("document.documentElement.scrollHeight") <= SCREENS[name] * HEIGHT


def test_apparatus_takes_little_of_it(chapter):
    chromium, _ = chapter
    beside = chromium.ask(f"{_HEIGHT_OF}('{_BESIDE}')")
    assert 0 < beside <= APPARATUS * chromium.ask("document.documentElement.scrollHeight")


def test_the_first_finding_is_within_two_screens(chapter):
    chromium, name = chapter
    # Up to and including its end.
    bottom = chromium.ask("document.querySelector('#om-te-onthouden li').getBoundingClientRect().bottom")
    assert bottom <= WITHIN.get(name, 2) * HEIGHT


def test_no_page_is_wider_than_a_phone(html):
    with browser.Browser(*PHONE) as chromium:
        for path in html.rglob("chapters/*.html"):
            chromium.open(path)
            assert chromium.ask("document.documentElement.scrollWidth") <= WIDTH, path.stem


def test_the_ten_steps_are_short_with_their_pictures(html):
    with browser.Browser(*PHONE) as chromium:
        chromium.open(html / "chapters" / "bijlage_eigen_registratie.html")
        chromium.ask("document.querySelectorAll('article img').forEach((one) => one.loading = 'eager'); 0")
        chromium.wait_for("[...document.querySelectorAll('article img')].every((one) => one.naturalWidth > 0)")
        assert 4 * HEIGHT < chromium.ask("document.documentElement.scrollHeight") <= 8 * HEIGHT


def test_a_long_table_is_one_tap_away_on_a_phone_and_there_on_a_wider_screen(html):
    seen = "document.getElementById('tabel-21').checkVisibility({contentVisibilityAuto: true})"
    for width, is_there in ((WIDTH, False), (1280, True)):
        with browser.Browser(width) as chromium:
            chromium.open(html / "chapters" / "05_casestudie.html")
            assert chromium.ask(seen) == is_there
            # Who follows a link to the table sees it.
            chromium.ask("location.hash = '#tabel-21'")
            chromium.wait_for(seen)
