"""A reader uses an explorer with the keyboard, from disk and without a network."""

import json

import browser
import pytest
from explorer_lists import LISTS

#: The first list of an explorer.
CHOICES = "document.querySelector('.opk-explorer select')"


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("name", LISTS)
def test_a_reader_chooses_with_the_keyboard_from_disk_and_without_a_network(html, name, width):
    with browser.Browser(width) as chromium:
        chromium.open(html / "chapters" / f"{name}.html")
        # Nothing of it is loaded before a reader opens it.
        assert not any("embed.js" in address for address in chromium.requests)
        chromium.ask("document.querySelector('details.opk-verkenner summary').click()")
        chromium.wait_for("document.querySelector('.opk-explorer table') !== null")
        texts = [chromium.ask("document.querySelector('.opk-explorer table').innerText")]
        chromium.ask("document.querySelector('.opk-explorer select').focus()")
        for _ in LISTS[name]:
            chromium.press("ArrowDown")
            chromium.wait_for(f"document.querySelector('.opk-explorer table').innerText !== {json.dumps(texts[-1])}")
            texts.append(chromium.ask("document.querySelector('.opk-explorer table').innerText"))
            chromium.press("Tab")
        visible = "[...document.querySelectorAll('.opk-explorer select')].filter(list => list.offsetParent)"
        assert chromium.ask(f"{visible}.map(list => list.labels[0].innerText)") == LISTS[name]
        chosen = chromium.ask(f"{visible}.map(list => list.value)")
        assert all(choice.strip() in texts[-1] for choice in chosen)
        assert "voorbeeld" not in texts[-1]
        # A screen reader hears which table is there now.
        heard = chromium.ask("document.querySelector('details.opk-verkenner [aria-live=polite]').textContent")
        assert heard == chromium.ask("document.querySelector('.opk-explorer caption').textContent")
        # Only one table at a time, and none beyond the edge of the screen.
        assert chromium.ask("document.querySelectorAll('.opk-explorer table').length") == 1
        assert chromium.ask("document.documentElement.scrollWidth") <= width
        assert all(address.startswith(("file:", "data:")) for address in chromium.requests)
        assert chromium.errors == []


@pytest.mark.parametrize("name", LISTS)
def test_no_choice_is_wider_than_a_phone(html, name):
    with browser.Browser(360) as chromium:
        chromium.open(html / "chapters" / f"{name}.html")
        chromium.ask("document.querySelector('details.opk-verkenner summary').click()")
        chromium.wait_for("document.querySelector('.opk-explorer table') !== null")
        options = chromium.ask(f"[...{CHOICES}.options].map(option => option.text.trim().replaceAll('\\xa0', ' '))")
        assert len(options) > 1
        for index, label in enumerate(options):
            chromium.ask(f"{CHOICES}.selectedIndex = {index}")
            chromium.ask(f"{CHOICES}.dispatchEvent(new Event('change', {{bubbles: true}}))")
            chromium.wait_for(
                f"document.querySelector('.opk-explorer caption').innerText.includes({json.dumps(label)})"
            )
            beyond = chromium.ask(
                "(box => box.scrollWidth - box.clientWidth)(document.querySelector('.opk-explorer .opk-scroll'))"
            )
            assert beyond <= 1, label


def test_widgets_that_did_not_come_are_asked_for_again(html):
    with browser.Browser() as chromium:
        chromium.open(html / "chapters" / "06_interviews.html")
        chromium.block("*/embed.js")
        chromium.ask("document.querySelector('details.opk-verkenner summary').click()")
        chromium.wait_for("document.querySelector('details.opk-verkenner').open && window.opkWidgets === false")
        chromium.block()
        for _ in ("close", "open"):
            chromium.ask("document.querySelector('details.opk-verkenner summary').click()")
        chromium.wait_for("document.querySelector('.opk-explorer table') !== null")
