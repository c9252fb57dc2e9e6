"""The extensions of the book in `book/_ext`, and the pages that they lead to."""

from __future__ import annotations

import io
import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from helpers.data.files import BOOK

sys.path.insert(0, str(BOOK / "_ext"))

import opkomst_freshness

#: The smallest PNG there is.
PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII="

#: What Sphinx, its themes and myst-nb say in English, as whole texts or names.
ENGLISH = re.compile(
    r"""
    announcement | attention | back\ to\ top | breadcrumbs? | by\ .+ | by\ the\ .+
    | caution | choose\ version | click\ to\ (show|hide) | collapse\ sidebar
    | (light|dark|auto|colou?r\ mode|system\ settings) | contents | copy(\ to\ clipboard)?
    | ©?\ ?copyright\b.* | danger | download\ (this\ page|notebook\ file|source\ file)
    | edit(\ this\ page|\ on\ .+)? | error | expand\ sidebar | fig\.\ ?\d+.* | figure\ \d+.*
    | fullscreen\ mode | general\ index | (go\ to\ )?home | hide\ search\ matches | important
    | last\ updated.* | launch | link\ to\ this\ .+ | main | navigation | next | next\ page | note
    | on\ this\ page | page | permalink.* | please\ activate\ javascript.* | preparing\ search.*
    | prev(ious)? | previous\ page | print\ to\ pdf | search(\ .*)? | searching
    | section\ navigation | see\ also | show\ source | (show|hide)\ code\ cell\ .+
    | site\ navigation | skip\ to\ main\ content | table\ \d+.* | table\ of\ contents
    | toggle\ .+ | version\ warning | warning
    """,
    re.IGNORECASE | re.VERBOSE,
)

#: Attributes that are read out or shown.
SPOKEN = {"title", "aria-label", "placeholder", "alt", "data-bs-title", "data-tooltip"}


class Page(HTMLParser):
    """The language of a page and its texts: what it shows or reads out, but no code."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.language: str | None = None
        self.texts: list[str] = []
        self._not_prose = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = values.get("lang")
        if tag in {"script", "style", "pre", "code"}:
            self._not_prose += 1
        self.texts += [value.strip() for name, value in values.items() if name in SPOKEN]

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style", "pre", "code"}:
            self._not_prose -= 1

    def handle_data(self, data: str) -> None:
        if not self._not_prose and data.strip():
            self.texts.append(" ".join(data.split()))


def english(page: Page) -> list[str]:
    """The texts of `page` that the themes left in English."""
    return [text for text in page.texts if ENGLISH.fullmatch(text)]


# ---- Language ----


def test_every_page_speaks_dutch(html):
    parsed = {
        path: Page(path.read_text(encoding="utf-8")) for path in html.rglob("*.html") if "_static" not in path.parts
    }
    assert len(parsed) > 2
    assert {path.name: page.language for path, page in parsed.items() if page.language != "nl"} == {}
    assert {path.name: english(page) for path, page in parsed.items() if english(page)} == {}


def test_styles_fetch_nothing_from_elsewhere(html):
    for path in html.rglob("*.css"):
        assert not re.search(r"(?:@import|url\()\s*[\"']?(?:https?:)?//", path.read_text(encoding="utf-8")), path.name


def test_english_is_recognised():
    page = Page(
        '<html lang="nl"><p title="Link to this heading">Skip to main content</p><p>Fig. 3</p>'
        "<p>Zoek in dit boek</p><code>search</code></html>"
    )
    assert english(page) == ["Link to this heading", "Skip to main content", "Fig. 3"]


# ---- Numbering ----


def table(id: str, number: int | None) -> dict:
    """An output cell with a table, as `helpers.pages.parts.display` makes it."""
    html = f'<table id="{id}"><caption>Tabel {number} Titel</caption></table>'
    return _output({"text/html": html, "text/plain": ""}, id, "table", number)


def figure(id: str, number: int | None) -> dict:
    """An output cell with a figure, as `helpers.pages.parts.display` makes it."""
    return _output({"image/png": PNG, "text/plain": "vingerafdruk"}, id, "figure", number, alt="Een stip.")


def _output(data: dict, id: str, kind: str, number: int | None, **more: str) -> dict:
    note = {"id": id, "kind": kind, "number": number, "title": "Titel", **more}
    output = new_output("display_data", data, metadata={"opkomst": note})
    return new_code_cell("show(...)", outputs=[output], metadata={"tags": ["hide-input"]})


EXTENSIONS = [
    *("opkomst_freshness", "myst_nb", "opkomst_outputs", "opkomst_list", "opkomst_mathml", "opkomst_code_toggle"),
]


class SmallBook:
    """A book of a few pages, built with the extensions of the real one."""

    def __init__(self, root: Path) -> None:
        self.source = root / "book"
        self.html = self.source / "_build" / "html"
        self.source.mkdir()

    def write(self, name: str, *cells: dict | str) -> None:
        """Write a page; a string becomes a Markdown cell below a title."""
        written = [new_markdown_cell(cell) if isinstance(cell, str) else cell for cell in cells]
        notebook = new_notebook(cells=[new_markdown_cell(f"# {name}"), *written])
        notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
        notebook.metadata["language_info"] = {"name": "python"}
        nbformat.write(notebook, self.source / f"{name}.ipynb")

    def build(self, execute: str = "off") -> str:
        """Build what is out of date; returns the warnings."""
        warnings = io.StringIO()
        with patch_docutils(None), docutils_namespace():
            Sphinx(
                self.source,
                None,
                self.html,
                self.source / "_build" / ".doctrees",
                "html",
                confoverrides={
                    "extensions": EXTENSIONS,
                    "root_doc": "a",
                    "exclude_patterns": ["_build"],
                    "numfig": True,
                    "numfig_format": {"figure": "Figuur %s", "table": "Tabel %s"},
                    "html_math_renderer": "mathml",
                    "nb_execution_mode": execute,
                    "nb_code_prompt_show": "Toon de code",
                },
                status=None,
                warning=warnings,
            ).build()
        return warnings.getvalue()

    def page(self, name: str) -> str:
        return (self.html / f"{name}.html").read_text(encoding="utf-8")


@pytest.fixture
def book(tmp_path) -> SmallBook:
    """Two pages: the first refers to the table and the figure of the second."""
    book = SmallBook(tmp_path)
    book.write("a", "{numref}`tabel-12` en {numref}`figuur-7`\n\n```{toctree}\nb\n```")
    book.write("b", "{numref}`tabel-12`", table("tabel-12", 12), figure("figuur-7", 7))
    return book


def links(html: str) -> dict[str, str]:
    """Address and text of the references by number on a page."""
    return dict(re.findall(r'href="([^"]*)"><span class="std std-numref">([^<]*)<', html))


def test_references_have_the_number_of_the_report(book):
    assert book.build() == ""
    assert links(book.page("a")) == {"b.html#tabel-12": "Tabel 12", "b.html#figuur-7": "Figuur 7"}
    assert links(book.page("b")) == {"#tabel-12": "Tabel 12"}


def test_figure_has_its_caption_and_alternative_text(book):
    book.build()
    html = book.page("b")
    assert re.search(r'<figure[^>]* id="figuur-7">\s*<img alt="Een stip." ', html)
    assert '<span class="caption-number">Figuur 7 </span><span class="caption-text">Titel</span>' in html
    assert "vingerafdruk" not in html


def test_table_keeps_its_one_caption_and_id(book):
    book.build()
    html = book.page("b")
    assert html.count('id="tabel-12"') == 1
    assert html.count("<caption") == 1


def test_numbers_survive_a_build_of_another_page(book):
    book.build()
    before = (book.html / "b.html").stat().st_mtime_ns
    book.write("a", "Nieuw: {numref}`figuur-7`\n\n```{toctree}\nb\n```")
    assert book.build() == ""
    assert links(book.page("a")) == {"b.html#figuur-7": "Figuur 7"}
    assert (book.html / "b.html").stat().st_mtime_ns == before


def test_changed_number_reaches_the_pages_that_refer_to_it(book):
    book.build()
    book.write("b", table("tabel-12", 13), figure("figuur-7", 7))
    book.build()
    assert links(book.page("a"))["b.html#tabel-12"] == "Tabel 13"


def test_figure_without_number_keeps_its_title(book):
    book.write("b", table("tabel-12", 12), figure("figuur-7", 7), figure("figuur-extra", None))
    assert book.build() == ""
    extra = book.page("b").partition('id="figuur-extra"')[2]
    assert "caption-number" not in extra
    assert "Titel" in extra


def test_same_id_twice_on_a_page_is_a_warning(book):
    book.write("b", table("tabel-12", 12), table("tabel-12", 12), figure("figuur-7", 7))
    assert 'Duplicate explicit target name: "tabel-12"' in book.build()


def test_same_id_on_two_pages_is_a_warning(book):
    book.write("a", table("tabel-12", 12), "```{toctree}\nb\n```")
    assert "duplicate label tabel-12" in book.build()


def test_formulas_need_no_script(book):
    book.write("b", table("tabel-12", 12), figure("figuur-7", 7), "{math}`x^2`\n\n```{math}\ny\n```")
    book.build()
    assert book.page("b").count("<math") == 2
    assert "mathjax" not in book.page("b").lower()


def test_button_for_code_has_only_its_dutch_name(book):
    book.build()
    assert "Toon de code" in book.page("b")
    assert "Toggle hidden content" not in book.page("b")


# ---- List of all tables and figures ----


def listed(html: str) -> list[tuple[str, str]]:
    """Address and text of the links in the lists of a page."""
    return re.findall(r'<li><p><a class="reference internal" href="([^"]*)"><span>([^<]*)</span>', html)


@pytest.fixture
def lists(book) -> SmallBook:
    """A small book whose first page lists the tables, then the figures, then the rest."""
    kinds = "\n\n".join(f"```{{opkomst-list}} {kind}\n```" for kind in ("table", "figure", "extra"))
    book.write("a", f"{kinds}\n\n```{{toctree}}\nb\nc\n```")
    book.write("b", table("tabel-12", 12), figure("figuur-7", 7))
    book.write("c", figure("extra-1", None), table("tabel-2", 2))
    return book


def test_lists_link_to_everything_in_the_order_of_the_numbers(lists):
    assert lists.build() == ""
    assert listed(lists.page("a")) == [
        ("c.html#tabel-2", "Tabel 2 Titel"),
        ("b.html#tabel-12", "Tabel 12 Titel"),
        ("b.html#figuur-7", "Figuur 7 Titel"),
        ("c.html#extra-1", "Titel"),
    ]


def test_lists_follow_a_change_on_another_page(lists):
    lists.build()
    lists.write("c", table("tabel-3", 3))
    assert lists.build() == ""
    assert [text for _, text in listed(lists.page("a"))] == ["Tabel 3 Titel", "Tabel 12 Titel", "Figuur 7 Titel"]


# ---- Freshness ----


@pytest.fixture
def root(tmp_path) -> Path:
    """A repository with one file of each kind of input."""
    for name in ["data/a.csv", "data/deep/b.csv", "src/helpers/c.py", "requirements.lock"]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path


@pytest.mark.parametrize("name", ["data/a.csv", "data/deep/b.csv", "src/helpers/c.py", "requirements.lock"])
def test_digest_follows_every_input(root, name):
    before = opkomst_freshness.digest(root)
    (root / name).write_text("anders")
    assert opkomst_freshness.digest(root) != before


@pytest.mark.parametrize("name", ["README.md", "data/.lock", "src/helpers/.ipynb_checkpoints/c.py", "src/notes.txt"])
def test_digest_leaves_other_files_out(root, name):
    before = opkomst_freshness.digest(root)
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).write_text("nieuw")
    assert opkomst_freshness.digest(root) == before


def test_digest_notices_a_new_name(root):
    before = opkomst_freshness.digest(root)
    (root / "data/a.csv").rename(root / "data/z.csv")
    assert opkomst_freshness.digest(root) != before


def test_digest_does_not_depend_on_the_place(root, tmp_path_factory):
    before = opkomst_freshness.digest(root)
    moved = root.rename(tmp_path_factory.mktemp("elsewhere") / "moved")
    assert opkomst_freshness.digest(moved) == before


def test_new_inputs_drop_what_was_made_from_the_old(root):
    build = root / "book" / "_build"
    app = SimpleNamespace(srcdir=root / "book", outdir=build / "html")
    config = SimpleNamespace()
    old = [build / ".jupyter_cache-old", build / "jupyter_execute", build / "html" / "_images"]
    for folder in old:
        folder.mkdir(parents=True)
    opkomst_freshness.use_fresh_cache(app, config)
    assert config.nb_execution_cache_path == str(build / f".jupyter_cache-{opkomst_freshness.digest(root)}")
    assert not any(folder.exists() for folder in old)


def test_same_inputs_keep_what_was_made_from_them(root):
    build = root / "book" / "_build"
    kept = [build / f".jupyter_cache-{opkomst_freshness.digest(root)}", build / "jupyter_execute"]
    for folder in kept:
        folder.mkdir(parents=True)
    opkomst_freshness.use_fresh_cache(SimpleNamespace(srcdir=root / "book", outdir=build / "html"), SimpleNamespace())
    assert all(folder.exists() for folder in kept)


def test_changed_record_reaches_the_page(root):
    """The whole way: a notebook that was executed and cached shows the new value."""
    book = SmallBook(root)
    book.write("a", new_code_cell("print(open('../data/a.csv').read())"))
    (root / "data/a.csv").write_text("waarde-1")
    assert book.build("cache") == ""
    assert "waarde-1" in book.page("a")
    (root / "data/a.csv").write_text("waarde-2")
    assert book.build("cache") == ""
    assert "waarde-2" in book.page("a")
