"""The explorers of the built pages are small, complete and beside a static table."""

import json
import re

import pytest
from explorer_lists import LISTS

STATE = "application/vnd.jupyter.widget-state+json"

VIEW = "application/vnd.jupyter.widget-view+json"


@pytest.fixture(scope="module")
def with_explorer(pages):
    found = {name: page for name, page in pages.items() if page.find("script", type=VIEW)}
    assert found.keys() == LISTS.keys()
    return found


def test_the_page_brings_everything_that_its_explorer_needs(pages, with_explorer, html):
    for name, page in pages.items():
        managers = [tag["data-manager"] for tag in page.find_all("details", class_="opk-verkenner")]
        assert len(managers) == (name in with_explorer)
        assert all((html / "chapters" / source).is_file() for source in managers)
    fonts = re.findall(r'"([0-9a-f]{20}\.woff2)"', (html / "widgets" / "embed.js").read_text(encoding="utf-8"))
    assert fonts and all((html / "widgets" / font).is_file() for font in fonts)


def test_the_page_is_small_and_complete(with_explorer):
    for page in with_explorer.values():
        text = page.find("script", type=STATE).string
        assert len(text) < 1_000_000
        state = json.loads(text)["state"]
        (view,) = (json.loads(tag.string) for tag in page.find_all("script", type=VIEW))
        assert view["model_id"] in state
        assert {model["model_module"] for model in state.values()} == {
            "@jupyter-widgets/base",
            "@jupyter-widgets/controls",
        }


def test_a_static_table_stands_beside_every_explorer(with_explorer):
    for page in with_explorer.values():
        state = json.loads(page.find("script", type=STATE).string)["state"]
        shown = {
            number
            for model in state.values()
            for number in re.findall(r"Tabel \d+", str(model["state"].get("value", "")))
        }
        assert shown
        assert all(page.find("table", id=number.lower().replace(" ", "-")) for number in shown)
        # Who cannot choose is told where to look.
        assert {link.string for link in page.select("details.opk-verkenner noscript a")} == shown
