"""Change one answer in one record, and watch the pages change: all that should, and nothing else."""

import os
import re
import shutil
import subprocess
import sys

import pytest
from bs4 import BeautifulSoup
from building import build

from helpers.data.files import ROOT

LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "_build", "__pycache__", "*.egg-info", ".pytest_cache")


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """A copy of the tree with the oldest mother of 50 turned into one of 47."""
    root = tmp_path_factory.mktemp("tree") / "book"
    shutil.copytree(ROOT, root, ignore=LEFT_OUT)
    path = root / "data" / "synthetic" / "registration.csv"
    text = path.read_text(encoding="utf-8")
    (oldest,) = re.findall(r"^.*,50,.*$", text, flags=re.MULTILINE)
    path.write_text(text.replace(oldest, oldest.replace(",50,", ",47,")), encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def environment(copy):
    return os.environ | {"PYTHONPATH": str(copy / "src")}


@pytest.fixture(scope="module")
def changed(copy, environment, html):
    # The cache of the unchanged book comes along: it must not be used.
    shutil.copytree(html.parent, copy / "book" / "_build")
    return build(copy, env=environment)


def parts(folder):
    """The text of every prose paragraph, table, caption and picture description, by page."""
    found = {}
    for path in (folder / "chapters").glob("*.html"):
        article = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").find("article")
        for picture in article.find_all("img"):
            picture.replace_with(picture["alt"])
        for index, element in enumerate(article.find_all(["p", "li", "table", "figure"])):
            found[path.stem, index] = (element.name, element.get("id"), element.get_text(" ", strip=True))
    return found


def test_only_what_depends_on_the_oldest_age_changes(html, changed):
    before, after = parts(html), parts(changed)
    assert before.keys() == after.keys()
    differences = [(*before[key], after[key][2]) for key in before if before[key] != after[key]]
    # What compares the records with the report says how many numbers still agree.
    starts = (
        *("Synthetische gegevens", "Gedrukte cijfers", "Het rapport en de brochure bevatten"),
        *("Van de 1.", "Blokken met een vierkantje", "Zo vonden we het bereik"),
    )
    comparing = [old for _, _, old, _ in differences if old.startswith(starts)]
    telling = [(name, id) for name, id, old, new in differences if old not in comparing and "50" in old and "47" in new]
    assert sorted(telling, key=str) == [("p", None), ("table", "tabel-6")]
    # A picture tells only what print fixes, and this age departs from it now.
    pictures = [(id, old, new) for name, id, old, new in differences if name == "figure" and old not in comparing]
    ((id, old, new),) = pictures
    assert id == "figuur-6" and "50" in old
    assert "anders dan het rapport drukt" in new and "47" not in new
    assert len(differences) == len(telling) + 1 + len(comparing)
    assert len(comparing) == len(
        ["below tabel-6", "below figuur-6", "counts", "counts by table", "map", "deviations", "ranges"]
    )


def test_the_stored_notebook_no_longer_says_what_the_data_say(copy, environment):
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--nbval"]
    done = subprocess.run(
        [*command, "book/chapters/03_opkomst_in_cijfers.ipynb"],
        cwd=copy,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert "failed" in done.stdout
