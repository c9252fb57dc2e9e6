"""What was made from other inputs is made again, and nothing else is."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest
from filelock import FileLock
from nbformat.v4 import new_code_cell
from opkomst_freshness import FRONT, input_files
from opkomst_freshness import digest as digest_of
from small_book import SmallBook

INPUTS = ["data/a.csv", "data/deep/b.csv", "src/only_b.py", "book/_ext/own.py", "requirements.lock"]


@pytest.fixture
def root(tmp_path) -> Path:
    """A repository with one file of each kind of input."""
    for name in INPUTS:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("# eerst\n")
    (tmp_path / "src/only_b.py").write_text('"""Eerst."""\n')
    return tmp_path


#: Sphinx wants every page to be in a table of contents.
CONTENTS = "```{toctree}\nb\n```"


@pytest.fixture
def book(root) -> SmallBook:
    """Page a shows a file, page b shows another and the docstring of a module; both were built."""
    book = SmallBook(root)
    book.write("a", new_code_cell("print(open('../data/a.csv').read())"), "Een zin.", CONTENTS)
    module = "import sys; sys.path.insert(0, '../src'); import only_b; print(only_b.__doc__)"
    book.write("b", new_code_cell(module), new_code_cell("print(open('../data/deep/b.csv').read())"))
    assert book.build("cache") == ""
    return book


def digest(root: Path) -> str:
    return digest_of(root, input_files(root))


@pytest.mark.parametrize("name", INPUTS)
def test_digest_follows_every_input(root, name):
    before = digest(root)
    (root / name).write_text("anders")
    assert digest(root) != before


@pytest.mark.parametrize("name", ["README.md", "data/.lock", "src/__pycache__/c.py", "book/_build/page.html"])
def test_digest_leaves_other_files_out(root, name):
    before = digest(root)
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).write_text("nieuw")
    assert digest(root) == before


def test_digest_notices_a_new_name(root):
    before = digest(root)
    (root / "data/a.csv").rename(root / "data/z.csv")
    assert digest(root) != before


def test_digest_does_not_depend_on_the_place(root, tmp_path_factory):
    before = digest(root)
    moved = root.rename(tmp_path_factory.mktemp("elsewhere") / "moved")
    assert digest(moved) == before


@pytest.mark.parametrize(
    ("name", "runs"),
    [
        ("data/a.csv", {"a"}),
        ("data/deep/b.csv", {"b"}),
        ("src/only_b.py", {"b"}),
        ("requirements.lock", {"a", "b"}),
        ("book/_ext/own.py", set()),
        ("data/new.csv", set()),
    ],
)
def test_exactly_what_read_a_file_runs_again(book, root, name, runs):
    (root / name).write_text('"""Daarna."""\n')
    assert book.build("cache") == ""
    assert book.executed == runs
    for page in runs if name != "requirements.lock" else ():
        assert "Daarna" in book.page(page) and "Daarna" not in book.page(({"a", "b"} - {page}).pop())


def test_nothing_runs_when_nothing_or_only_a_sentence_changed(book):
    assert book.build("cache") == "" and book.executed == set()
    book.write("a", new_code_cell("print(open('../data/a.csv').read())"), "Een andere zin.", CONTENTS)
    assert book.build("cache") == "" and book.executed == set()
    assert "Een andere zin." in book.page("a")


@pytest.fixture
def finished(book) -> SmallBook:
    """A book that nothing changed in since its last build; Jupyter Book left the page that refers to the first one."""
    (book.html / FRONT).touch()
    return book


def test_sphinx_does_not_start_where_nothing_changed(finished):
    assert not finished.started()


@pytest.mark.parametrize("name", [*INPUTS, "book/a.ipynb", "outside.txt"])
def test_sphinx_starts_after_every_change(root, name):
    (root / "outside.txt").write_text("eerst")
    book = SmallBook(root)
    read = "[open(f'../{name}').read() for name in ('data/a.csv', 'outside.txt')]"
    book.write("a", new_code_cell(read), CONTENTS)
    book.write("b", "Een zin.")
    book.build("cache")
    (book.html / FRONT).touch()
    assert not book.started()
    with (root / name).open("a") as file:
        file.write("\n")
    assert book.started()


@pytest.mark.parametrize("name", ["a.html", "_static/doctools.js", FRONT])
def test_sphinx_starts_where_something_is_gone_or_other(finished, name):
    (finished.html / name).unlink()
    assert finished.started()


def test_sphinx_starts_after_a_build_that_warned(finished, root):
    finished.write("b", "[nergens](nergens.md)")
    assert "nergens" in finished.build("cache")
    assert finished.started()


def test_a_link_to_a_folder_is_followed(book, root, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "deep"
    (root / "data/deep").rename(elsewhere)
    (root / "data/deep").symlink_to(elsewhere)
    assert book.build("cache") == "" and book.executed == set()
    (elsewhere / "b.csv").write_text("achter de link")
    assert book.build("cache") == "" and book.executed == {"b"}
    assert "achter de link" in book.page("b")


def test_a_change_that_was_put_back_leaves_nothing(root):
    """Somebody edits a file while the notebook runs, and puts it back before the next build."""
    book = SmallBook(root)
    edit = "import os\nif os.path.exists('../edit'): open('../data/a.csv', 'w').write('even anders')"
    book.write("a", new_code_cell(edit), new_code_cell("print(open('../data/a.csv').read())"))
    (root / "edit").touch()
    assert "build again" in book.build("cache")
    assert "even anders" in book.page("a")
    (root / "edit").unlink()
    (root / "data/a.csv").write_text("# eerst\n")
    assert book.build("cache") == ""
    assert "eerst" in book.page("a")


def test_a_build_that_was_killed_leaves_no_old_page(book):
    whole = book.page("b")
    # It had read the pages, and not written this one.
    (book.html / "b.html").write_text("oud")
    (book.html.parent / ".unfinished").touch()
    assert book.build("cache") == ""
    assert book.page("b") == whole


def test_two_builds_of_one_folder_wait_for_each_other(book):
    done = threading.Event()
    with FileLock(book.html.parent / ".lock"):
        second = threading.Thread(target=lambda: (book.build("cache"), done.set()))
        second.start()
        assert not done.wait(1)
    second.join(60)
    assert done.is_set()


def test_a_page_that_is_no_more_goes(book):
    (book.source / "b.ipynb").unlink()
    book.build("cache")
    assert sorted(path.name for path in book.html.glob("?.html")) == ["a.html"]


def test_the_same_input_gives_the_same_bytes(book, root):
    def content() -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in sorted(book.html.rglob("*")) if path.is_file()}

    cold = content()
    (root / "data/new.csv").write_text("niemand leest dit")
    assert book.build("cache") == "" and book.executed == set()
    assert content() == cold


def test_a_build_writes_nothing_beside_its_folder(book, root):
    found = {path for path in root.rglob("*") if "_build" not in path.parts and "__pycache__" not in path.parts}
    made = {path for path in found if path.is_file() and os.stat(path).st_size and path.suffix not in {".ipynb"}}
    assert made == {root / name for name in INPUTS}
