"""`make pdf`: the whole book as one tagged PDF."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from pikepdf import Name, Pdf
from pypdfium2 import PdfDocument, PdfPage

from printing import __main__ as printing

#: In points.
MM = 72 / 25.4

#: The margin below the text of a page, with the chapter and the page number in it.
FOOT = 20 * MM

#: What a check by eye says of tables with many headers of one word, as ours have: no rule of PDF/UA.
BY_EYE = {"TBL-010"}


@pytest.fixture(scope="module")
def pdf(html) -> Path:
    try:
        import weasyprint  # noqa: F401
    except OSError as error:
        pytest.skip(f"there is no Pango, which `make pdf` needs: {error}")
    printing.main()
    return printing.PDF


@pytest.fixture(scope="module")
def sheets(pdf) -> list[PdfPage]:
    return list(PdfDocument(pdf))


def squeezed(text: str) -> str:
    """Text without white space and hyphens, which a line of print may add or leave out."""
    return "".join(text.replace("\xad", "").replace("-", "").replace("\x02", "").split())


def said(sheet: PdfPage) -> str:
    return squeezed(sheet.get_textpage().get_text_bounded(bottom=FOOT))


def test_the_checker_of_pdf_ua_finds_no_error(pdf):
    from outloud import check

    found = check(str(pdf))
    assert found.error is None
    errors = {finding.rule: finding.message for finding in found.findings if finding.severity == "error"}
    assert errors.keys() <= BY_EYE, errors


def test_it_says_what_it_is(pdf):
    with Pdf.open(pdf) as opened:
        assert opened.Root.Lang == "nl"
        assert opened.Root.MarkInfo.Marked
        with opened.open_metadata() as metadata:
            assert metadata["dc:title"] == "OPkomst onder de loep"
            assert metadata["pdfuaid:part"] == "1"


def test_every_sheet_is_a4_and_has_its_number_at_the_foot(sheets):
    for number, sheet in enumerate(sheets, 1):
        assert sheet.get_size() == pytest.approx((210 * MM, 297 * MM), abs=1)
        foot = sheet.get_textpage().get_text_bounded(left=150 * MM, top=FOOT)
        assert foot.strip() == str(number)


def test_every_chapter_is_in_the_contents_and_the_outline_on_its_own_sheet(pdf, sheets, pages):
    outline = {
        squeezed(mark.get_title()): mark.get_dest().get_index() for mark in PdfDocument(pdf).get_toc() if not mark.level
    }
    contents = "".join(map(said, sheets[: min(outline[name] for name in outline if name != "Inhoud")]))
    for page in pages.values():
        heading = page.select_one("article h1")
        heading.select_one(".headerlink").decompose()
        title = squeezed(heading.get_text())
        number = outline[title]
        assert said(sheets[number]).startswith(title)
        entry = contents.split(title, 1)[1].lstrip(".")
        assert entry.startswith(str(number + 1)), title


def structure(pdf: Pdf) -> list:
    """Every element of the structure."""
    found, left = [], [pdf.Root.StructTreeRoot.K[0]]
    while left:
        element = left.pop()
        found.append(element)
        kids = element.get("/K", [])
        left += [kid for kid in kids if hasattr(kid, "keys") and "/S" in kid]
    return found


def test_headers_of_tables_have_a_scope_and_figures_their_description(pdf, pages: dict[str, BeautifulSoup]):
    with Pdf.open(pdf) as opened:
        elements = structure(opened)
        scopes = [element.A.Scope for element in elements if element.S == Name.TH]
        assert set(scopes) == {Name.Row, Name.Column}
        described = sorted(str(element.Alt) for element in elements if element.S == Name.Figure)
    assert described == sorted(image["alt"] for page in pages.values() for image in page.select("article img"))


def test_links_are_printed_and_those_within_the_book_lead_somewhere(pdf, pages):
    with Pdf.open(pdf) as opened:
        names = opened.Root.Names.Dests.Names
        places = {str(name) for name in list(names)[::2]}
        links = [link for page in opened.pages for link in page.get("/Annots", [])]
        assert all(int(link.F) & 4 for link in links)
        within = {str(link.Dest) for link in links if "/Dest" in link}
        outside = {str(link.A.URI) for link in links if "/A" in link}
    assert len(within) > 100
    assert within <= places
    assert outside == {link["href"] for page in pages.values() for link in page.select("article a[href^=http]")}


def test_nothing_stands_in_the_margins_beside_the_text(sheets):
    for number, sheet in enumerate(sheets, 1):
        picture = sheet.render(scale=0.5, grayscale=True).to_numpy()
        margin = int(15 * MM * 0.5)
        assert (picture[:, :margin] > 200).all() and (picture[:, -margin:] > 200).all(), number


def test_no_sheet_but_the_last_of_a_chapter_is_nearly_empty(pdf, sheets):
    first = {mark.get_dest().get_index() for mark in PdfDocument(pdf).get_toc() if not mark.level}
    for number, sheet in enumerate(sheets[1:], 1):
        picture = sheet.render(scale=0.5, grayscale=True).to_numpy()
        picture = picture[: int(len(picture) * (1 - FOOT / sheet.get_height()))]
        ink = (picture < 200).any(axis=1).nonzero()[0].max(initial=0) / (297 * MM * 0.5)
        assert ink > (0.1 if number + 1 in first | {len(sheets)} else 0.3), (number + 1, ink)


def test_no_heading_is_the_last_of_a_sheet(pdf):
    marks = list(PdfDocument(pdf).get_toc())
    for mark in marks:
        # A heading of one line and two lines of text.
        assert mark.get_dest().get_view()[1][1] > FOOT + 15 * MM, mark.get_title()
    assert len(marks) > 100


def test_the_answers_of_the_codebook_are_in_it(sheets, pages):
    text = "".join(map(said, sheets))
    answers = [answer for answer in pages["bijlage_codeboek"].select(".opk-codebook details dd li")]
    assert len(answers) > 50
    for answer in answers:
        assert squeezed(answer.get_text()) in text
