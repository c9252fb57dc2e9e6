"""A reader prints a page: A4, numbered, light, with what is folded on the screen and no torn figure."""

from collections.abc import Iterator
from pathlib import Path

import browser
import pytest
from bs4 import BeautifulSoup
from pypdfium2 import PdfDocument, PdfPage

#: In points.
MM = 72 / 25.4

#: The margin below the text of a page, with the page number in it.
FOOT = 20 * MM

#: What paper goes without, together with its summary.
LEFT_OUT = ".opk-heard, .opk-long > summary, details.hide, details.opk-provenance, details.opk-verkenner, [download]"


@pytest.fixture(scope="module")
def printed(html, tmp_path_factory) -> dict[str, PdfDocument]:
    """Every chapter page, printed by a reader who has it dark, by its name."""
    folder = tmp_path_factory.mktemp("printed")
    with browser.Browser() as chromium:
        for path in (html / "chapters").glob("*.html"):
            chromium.open(path)
            chromium.ask("document.documentElement.dataset.theme = 'dark'")
            chromium.print(folder / f"{path.stem}.pdf")
            assert chromium.ask("document.documentElement.dataset.theme") == "dark"
    return {path.stem: PdfDocument(path) for path in folder.iterdir()}


def sheets(printed: dict[str, PdfDocument]) -> Iterator[tuple[str, int, PdfPage]]:
    """Each sheet of paper, with the name of its page and its own number."""
    for name, document in printed.items():
        for number, sheet in enumerate(document, 1):
            yield name, number, sheet


def squeezed(text: str) -> str:
    """Text without white space and hyphens, which a line of print may add or leave out."""
    return "".join(text.replace("\xad", "").replace("-", "").replace("\x02", "").split())


def test_every_sheet_is_a4_and_has_its_number_at_the_foot(printed):
    for name, number, sheet in sheets(printed):
        assert sheet.get_size() == pytest.approx((210 * MM, 297 * MM), abs=1), name
        foot = sheet.get_textpage().get_text_bounded(top=FOOT)
        assert foot.strip() == str(number), name


def test_what_is_folded_is_printed_or_left_out_with_its_summary(printed, pages: dict[str, BeautifulSoup]):
    checked = set()
    for name, document in printed.items():
        text = squeezed("".join(sheet.get_textpage().get_text_bounded(bottom=FOOT) for sheet in document))
        article = BeautifulSoup(str(pages[name].select_one(".bd-article")), "html.parser")
        for element in article.select(LEFT_OUT):
            if element.summary:
                assert squeezed(next(element.summary.stripped_strings)) not in text, name
            element.decompose()
        for details in article.select("details"):
            for words in details.stripped_strings:
                assert squeezed(words) in text, name
            checked.add(name)
    assert {"bijlage_codeboek", "05_casestudie", "06_interviews", "07_besluit"} <= checked


def test_link_targets_are_on_paper(printed, pages):
    found = 0
    for name, document in printed.items():
        text = squeezed("".join(sheet.get_textpage().get_text_bounded(bottom=FOOT) for sheet in document))
        for link in pages[name].select('.bd-article a[href^="http"]'):
            # Once is enough: most links to elsewhere are the address itself.
            assert text.count(squeezed(link["href"])) == 1, (name, link["href"])
            found += 1
    assert found > 10


def test_explorers_say_where_their_numbers_are(printed, pages):
    for name, document in printed.items():
        text = squeezed("".join(sheet.get_textpage().get_text_bounded() for sheet in document))
        has_explorer = pages[name].select_one("details.opk-verkenner") is not None
        assert (squeezed("De verkenner werkt alleen op het scherm.") in text) == has_explorer, name


def test_no_sheet_but_the_last_is_nearly_empty(printed):
    for name, number, sheet in sheets(printed):
        ink = lowest_ink(sheet)
        # The last one has a line of more than a word, and the others more than a quarter of a sheet.
        assert ink > (0.07 if number == len(printed[name]) else 0.3), (name, number, ink)


def lowest_ink(sheet: PdfPage) -> float:
    """How far down the text reaches, as a part of the height of the sheet."""
    picture = sheet.render(scale=0.5, grayscale=True).to_numpy()
    height = len(picture)
    dark = (picture[: int(height * (1 - FOOT / sheet.get_height()))] < 200).any(axis=1).nonzero()[0]
    return dark.max(initial=0) / height


def test_the_paper_of_a_dark_page_is_white(printed):
    for name, _, sheet in sheets(printed):
        assert (sheet.render(scale=0.1, grayscale=True).to_numpy() > 250).mean() > 0.4, name


def test_no_heading_is_the_last_of_a_sheet(printed):
    found = 0
    for name, document in printed.items():
        for bookmark in document.get_toc():
            target = bookmark.get_dest()
            top = target.get_view()[1][1]
            # A heading of one line and two lines of text.
            assert top > FOOT + 15 * MM, (name, bookmark.get_title())
            found += 1
    assert found > 100


def test_figures_and_tables_fit_on_a_sheet(html: Path):
    # In pixels, of which there are 96 in an inch; between the margins.
    width, height = (round(side * 96 / 25.4) for side in (210 - 36, 297 - 38))
    figures = "[...document.querySelectorAll('figure:has(> img)')]"
    with browser.Browser(width) as chromium:
        chromium.emulate_print()
        for path in (html / "chapters").glob("*.html"):
            chromium.open(path)
            # A browser shrinks the whole page when one table is wider.
            assert chromium.ask("document.documentElement.scrollWidth") <= width, path.stem
            assert chromium.ask(f"{figures}.every(figure => getComputedStyle(figure).breakInside === 'avoid')")
            assert chromium.ask(f"Math.max(0, ...{figures}.map(figure => figure.offsetHeight))") < height, path.stem
