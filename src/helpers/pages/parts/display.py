"""How a notebook cell puts something on a page: HTML, a picture, a figure with its title and notes.

The modules ``show_*`` say what is shown; all of it leaves through here. Everything
with an id carries what it is in the metadata of its output, for the numbering
of the book and for ``codecheck.yml``.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from IPython.display import display

from helpers.dutch.typography import typeset
from helpers.pages.parts import provenance, table_html
from helpers.pages.parts.heard import heard_html

if TYPE_CHECKING:
    from helpers.figures.drawing import Drawing

#: Outputs that the book numbers, by how their ids begin.
_NUMBERED = ("tabel", "figuur")


#: What every extra figure says first.
NOT_IN_REPORT = "Deze figuur staat niet in het rapport."


def html(content: str) -> None:
    """Show HTML that has no number."""
    display({"text/html": typeset(content), "text/plain": ""}, raw=True)


def html_output(content: str, id: str, title: str, text: str = "") -> None:
    """Show a table or figure that is made of HTML.

    Parameters
    ----------
    content
        The HTML.
    id
        Such as ``tabel-12`` or ``figuur-19``.
    title
        In Dutch, without its number.
    text
        What a notebook shows where it cannot show HTML; without it, the title.
    """
    _display({"text/html": content, "text/plain": text or title}, id, title=title)


def picture(image: str, id: str, title: str, alt: str, text: str, finding: str = "") -> None:
    """Show a picture.

    Parameters
    ----------
    image
        SVG.
    id
        Such as ``figuur-1``; one that begins otherwise gets no number.
    title
        In Dutch, without its number.
    alt
        The same in words, for who cannot see it.
    text
        What a notebook shows where it cannot show pictures.
    finding
        What the picture shows most of all; it stands above it.
    """
    _display({"image/svg+xml": image, "text/plain": text}, id, title=title, alt=alt, finding=finding)


def figure(drawing: Drawing, title: str, label: str, below: str) -> None:
    """Show a drawing, with its title where the book does not add one, and what stands below it.

    Parameters
    ----------
    label
        Such as ``Figuur 7``; empty for a figure without a number.
    below
        HTML.
    """
    picture(drawing.svg(), drawing.table.id, title, drawing.alt, drawing.fingerprint, drawing.finding)
    html(f"{lab_title(title, label)}{below}")


def extra_figure(drawing: Drawing, source: str, origins: dict[tuple[str, str], str] | None = None) -> None:
    """Show a figure that the report does not have.

    Parameters
    ----------
    source
        Which numbers of the report it shows, in Dutch sentences.
    origins
        As for `helpers.pages.parts.table_html.csv_link`; without them there is nothing to
        download, nor a line that says where the numbers come from.
    """
    link, origin = "", ""
    if origins is not None:
        link = f"<p>{table_html.csv_link(drawing.table, origins)}</p>"
        origin = provenance.provenance_html(drawing.table)
    about = heard_html(f" van {escape(drawing.table.title)}")
    # One line, and behind it the rest: as below a table of the report.
    below = (
        f'<div class="opk-notes"><details class="opk-about"><summary>{NOT_IN_REPORT} '
        f'<span class="opk-more">Details</span>{about}</summary><p>{source}</p>{link}{origin}</details></div>'
    )
    figure(drawing, f"Extra figuur. {drawing.table.title}", "", below)


def lab_title(title: str, label: str = "") -> str:
    """The title of a figure for JupyterLab, where the book's own title is absent."""
    return f'<p class="opk-in-lab"><strong>{label}</strong> {escape(title)}</p>'


def _display(content: dict[str, str], id: str, **about: str) -> None:
    kind, _, number = id.partition("-")
    known = {
        "id": id,
        "kind": "table" if kind == "tabel" else "figure",
        "number": int(number) if kind in _NUMBERED else None,
    }
    content, about = ({name: typeset(text) for name, text in texts.items()} for texts in (content, about))
    display(content, metadata={"opkomst": known | about}, raw=True)
