"""Shared by the tests: the built book."""

import gc
import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from bs4 import BeautifulSoup
from building import build
from filelock import FileLock

from helpers.data import kept
from helpers.data.files import BOOK, ROOT


def pytest_configure(config):
    """What follows from the same is worked out once for all workers and kernels, as in a build."""
    if kept.FOLDER not in os.environ:
        folder = TemporaryDirectory()
        config.add_cleanup(folder.cleanup)
        os.environ[kept.FOLDER] = folder.name


def pytest_collection_finish():
    """What was imported and collected stays: the garbage collector need not look through it before every test."""
    gc.freeze()
    gc.set_threshold(10_000, 20, 10)


@pytest.fixture(scope="session")
def html(tmp_path_factory, worker_id) -> Path:
    """The folder of the built book, up to date with the tree; one worker builds for all."""
    if worker_id == "master":
        return build(ROOT)
    built = tmp_path_factory.getbasetemp().parent / "built"
    with FileLock(f"{built}.lock"):
        if not built.exists():
            build(ROOT)
            built.touch()
    return BOOK / "_build" / "html"


@pytest.fixture(scope="session")
def pages(html) -> dict[str, BeautifulSoup]:
    """Every chapter page, parsed, by its name."""
    return {
        path.stem: BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for path in (html / "chapters").glob("*.html")
    }


@pytest.fixture(scope="session")
def html_of():
    """A function that calls one of `helpers.pages` and returns the HTML that it shows."""

    def called(show, *given) -> str:
        found = []
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("helpers.pages.parts.display.display", lambda content, **_: found.append(content))
            show(*given)
        return "".join(content.get("text/html", "") for content in found)

    return called
