"""The built pages, in the order of the book, as one page of HTML with a title and contents."""

from __future__ import annotations

import posixpath
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

from bs4 import BeautifulSoup, Tag

#: What is for a screen, for a notebook or for a computer; the browser's print leaves it out too (see opkomst.css).
LEFT_OUT = (
    "script, noscript, .headerlink, .toctree-wrapper, .opk-in-lab, .opk-heard, .opk-definitions, "
    "details.hide, details.opk-provenance, .opk-long > summary, a[download]"
)


def compose(chapters: list[Path], title: str, notice: str) -> str:
    """One page of HTML with everything that the pages say.

    Parameters
    ----------
    chapters
        The built pages, in order, all in one folder.
    title
        Of the book.
    notice
        What stands below it on the first sheet.

    Returns
    -------
    str
        Its addresses of images are relative to the folder of the pages.
    """
    book = BeautifulSoup(
        f'<html lang="nl"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="description" content="{notice}"></head><body><header><p class="pdf-title">{title}</p>'
        f'<p>{notice}</p></header><nav><h1>Inhoud</h1></nav><main class="bd-main"><div class="bd-content">'
        "</div></main></body></html>",
        "html.parser",
    )
    names = {path.name for path in chapters}
    for path in chapters:
        book.select_one(".bd-content").append(article(path, names))
    book.nav.append(contents(book))
    return str(book)


def article(path: Path, names: set[str]) -> Tag:
    """What a page says, with links to pages of the book turned into links within one page."""
    found = BeautifulSoup(path.read_text("utf-8"), "html.parser").select_one("article.bd-article")
    for explorer in found.select(".opk-verkenner"):
        # With the words around it; its numbers are in the tables of the chapter.
        explorer.find_parent("section").decompose()
    for element in found.select(LEFT_OUT):
        # What stood in another one is gone already.
        if not element.decomposed:
            element.decompose()
    for element in found.select("[id]"):
        # Behind it: the style sheet knows some tables by how theirs begins.
        element["id"] = f"{element['id']}--{path.stem}"
    found["id"] = path.stem
    for button in found.select("button"):
        button.name = "span"
    for link in found.select("a[href]"):
        # WeasyPrint would make one more link of every element in a link.
        for inner in link.select("*"):
            inner.unwrap()
        address, part = urldefrag(link["href"])
        name = posixpath.basename(address) or path.name
        if urlsplit(address).scheme:
            continue
        if name in names:
            stem = name.removesuffix(".html")
            link["href"] = f"#{part}--{stem}" if part else f"#{stem}"
        else:
            # A file beside the pages, which does not travel with the PDF.
            link.unwrap()
    return found


def contents(book: BeautifulSoup) -> Tag:
    """The chapters and their sections, each with a link; the style sheet adds the number of the sheet."""
    top = chapter = book.new_tag("ul")
    for number, heading in enumerate(book.select("article h1, article h2"), 1):
        heading["id"] = f"kop-{number}"
        link = book.new_tag("a", href=f"#{heading['id']}")
        link.string = " ".join(heading.get_text(" ", strip=True).split())
        item = book.new_tag("li")
        item.append(link)
        if heading.name == "h1":
            top.append(item)
            chapter = item
            continue
        if not chapter.ul:
            chapter.append(book.new_tag("ul"))
        chapter.ul.append(item)
    return top
