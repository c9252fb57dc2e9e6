"""A definition opens in a browser."""

import re

import browser


def test_a_definition_opens_without_a_script_of_ours(html, tmp_path):
    page = (html / "chapters" / "02_organisatie.html").read_text(encoding="utf-8")
    path = tmp_path / "page.html"
    path.write_text(re.sub(r"<script\b.*?</script>|<link\b[^>]*>", "", page, flags=re.DOTALL), encoding="utf-8")
    with browser.Browser() as chromium:
        chromium.open(path)
        chromium.ask("button = document.querySelector('.opk-term'); button.focus(); button.click()")
        assert chromium.ask("document.activeElement === button")
        opened = "document.querySelector(':popover-open')"
        assert chromium.ask(f"{opened}.id === button.getAttribute('popovertarget')")
        assert chromium.ask(f"{opened}.getBoundingClientRect().height > 0")
