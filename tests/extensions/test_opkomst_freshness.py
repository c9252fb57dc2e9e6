"""What was made from other inputs is made again."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import opkomst_freshness
import pytest
from nbformat.v4 import new_code_cell
from small_book import SmallBook


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
