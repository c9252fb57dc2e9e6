"""Tables and figures of the notebooks, numbered as the report numbers them.

A code cell shows a table or figure with a note in the metadata of its output::

    {"opkomst": {"id": "tabel-12", "kind": "table", "number": 12, "title": "…"}}

From that note this extension makes a node that Sphinx can refer to:
``{numref}`tabel-12``` becomes a link reading "Tabel 12", on every page. The
number is the one in the note: the report numbers its tables and figures
through, and the book must call them the same, whatever is left out or moved.

An output with ``"number": null`` keeps its id and its title, but no number.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from docutils import nodes
from myst_nb.core.render import WIDGET_VIEW_MIMETYPE, MimeData, NbElementRenderer, load_mime_renders
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.writers.html5 import HTML5Translator

from helpers.data.files import CELL
from helpers.dutch.lists import listing
from helpers.tables.table import display_name

#: Key of the note in the metadata of an output, and of what is kept per page.
KEY = "opkomst"

#: Key of the ids of the tables that an explorer shows, in the metadata of its output.
TABLES = "opkomst_tables"

#: Key of the kind and the title of each output, numbered or not, as kept per page.
TITLES = "opkomst_titles"

#: Numbers by kind of node and id, as Sphinx keeps them: ``("12",)`` is 12.
Numbers = dict[str, dict[str, tuple[str, ...]]]


#: An explorer is closed at first, and its manager not yet there (see ``_static/verkenner.js``).
_OPEN = (
    '<details class="opk-verkenner" data-manager="../widgets/embed.js"><summary>Open de verkenner</summary>'
    "<noscript><p>Om hier zelf te kiezen is JavaScript nodig. {}</p></noscript>"
    '<p class="opk-heard" role="status" aria-live="polite"></p>'
)

#: Paper has no explorer: it says where the numbers stand instead.
_CLOSE = '</details><p class="opk-on-paper">De verkenner werkt alleen op het scherm. {}</p>'


def _where(ids: list[str]) -> str:
    """In which tables of the page the numbers of an explorer stand."""
    links = [f'<a href="#{id}">{display_name(id)}</a>' for id in ids]
    return f"De cijfers staan ook in {listing(links)}."


def _html(text: str) -> nodes.raw:
    return nodes.raw("", text, format="html")


class OutputTable(nodes.General, nodes.Element):
    """A table that its notebook already made: HTML with its own ``<caption>``.

    It writes nothing of its own. The HTML has the id and the caption, so a
    ``nodes.table`` around it would say both twice.
    """


class OutputFigure(nodes.General, nodes.Element):
    """A figure that its notebook already made as HTML, with its own ``<figcaption>``."""


class OutputRenderer:
    """Plugin of myst-nb: the outputs with a note become referable nodes."""

    mime_priority_overrides: tuple[tuple[str, str, int | None], ...] = ()

    @staticmethod
    def handle_mime(renderer: NbElementRenderer, data: MimeData, inline: bool) -> list[nodes.Element] | None:
        """Return the node of a noted output; None leaves it to myst-nb."""
        if data.mime_type == WIDGET_VIEW_MIMETYPE:
            opened, closed = (_html(part.format(_where(data.output_metadata[TABLES]))) for part in (_OPEN, _CLOSE))
            return [opened, *renderer.render_widget_view(data), closed]
        if data.mime_type == "text/html" and CELL in data.string:
            data = replace(data, content=data.string.replace(CELL, _cell_html(data, renderer)))
        note = data.output_metadata.get(KEY)
        if note is None or inline:
            return renderer.render_text_html(data) if data.mime_type == "text/html" else None
        match note["kind"], data.mime_type:
            case "table", "text/html":
                node = OutputTable("", *renderer.render_text_html(data), title=note["title"])
            case "figure", "text/html":
                node = OutputFigure("", *renderer.render_text_html(data), title=note["title"])
            case "figure", "image/svg+xml":
                (image,) = renderer.render_image(data)
                image["alt"] = note["alt"]
                # Room is left for it before it is there: nothing moves under the eyes of a reader.
                image["width"], image["height"] = _size(data.string)
                image["classes"] += ["no-scaled-link"]
                finding = [nodes.paragraph("", note["finding"], classes=["opk-shows"])] if note["finding"] else []
                node = nodes.figure("", *finding, image, nodes.caption("", note["title"]))
            case _:
                return None
        _identify(node, note, renderer)
        return [node]


def _size(svg: str) -> list[str]:
    """Width and height of a picture in pixels, of which there are four to three points."""
    return [str(round(float(points) * 4 / 3)) for points in re.findall(r'(?:width|height)="([\d.]+)(?:pt)?"', svg)[:2]]


def _cell_html(data: MimeData, renderer: NbElementRenderer) -> str:
    """The notebook and the cell that an output belongs to; a kernel does not know them."""
    path = Path(renderer.renderer.document["source"])
    return f"<code>{path.name}</code>, cel <code>{_cell_ids(path, path.stat().st_mtime_ns)[data.cell_index]}</code>"


@lru_cache(1)
def _cell_ids(path: Path, _mtime: int) -> list[str]:
    return [cell["id"] for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]]


def _identify(node: nodes.Element, note: dict[str, Any], renderer: NbElementRenderer) -> None:
    """Give `node` the id and the number of its note.

    The name makes it an explicit target. Docutils warns when a page has it
    twice, the standard domain of Sphinx when two pages have it.
    """
    document = renderer.renderer.document
    env = document.settings.env
    node["ids"].append(note["id"])
    node["names"].append(note["id"])
    document.note_explicit_target(node, node)
    env.metadata[env.docname].setdefault(TITLES, {})[note["id"]] = (note["kind"], note["title"])
    if note["number"] is not None:
        numbers: Numbers = env.metadata[env.docname].setdefault(KEY, {})
        numbers.setdefault(note["kind"], {})[note["id"]] = (str(note["number"]),)


def restore_running_numbers(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Hand Sphinx the numbers it counted itself in the previous build.

    It compares them with what it counts now to find the pages to write again.
    """
    env.toc_fignumbers = getattr(env, "opkomst_running_numbers", {})
    return []


def use_printed_numbers(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Replace the numbers that Sphinx counted by those of the report.

    Returns the pages to write again: all of them when a number was added,
    changed or moved to another page, because any page may refer to it.
    """
    printed = {page: notes[KEY] for page, notes in env.metadata.items() if KEY in notes}
    previous = getattr(env, "opkomst_printed_numbers", None)
    env.opkomst_running_numbers = env.toc_fignumbers
    env.opkomst_printed_numbers = printed
    # A copy: Sphinx takes a page out of its own when it reads it again.
    env.toc_fignumbers = dict(printed)
    return [] if printed == previous else sorted(env.all_docs)


def _write_only_children(translator: HTML5Translator, node: OutputTable | OutputFigure) -> None:
    """Visitor for both: their child, the HTML, is all."""


def setup(app: Sphinx) -> dict[str, Any]:
    # myst-nb looks for plugins among the entry points of installed packages,
    # once, and keeps the list. This one belongs to the book alone.
    plugins = load_mime_renders()
    if OutputRenderer not in plugins:
        plugins.append(OutputRenderer)
    for node, kind in ((OutputTable, "table"), (OutputFigure, "figure")):
        app.add_enumerable_node(
            node,
            kind,
            title_getter=lambda node: node["title"],
            html=(_write_only_children, _write_only_children),
        )
    # Sphinx counts at the default priority, 500.
    app.connect("env-get-updated", restore_running_numbers, priority=400)
    app.connect("env-get-updated", use_printed_numbers, priority=600)
    return {"version": "1", "env_version": 1, "parallel_read_safe": True}
