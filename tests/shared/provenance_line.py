"""The line that says where a table or figure comes from, read back."""

from bs4 import BeautifulSoup


def given(html):
    """The terms and texts of one line, opened."""
    details = html if not isinstance(html, str) else BeautifulSoup(html, "html.parser")
    return {
        term.get_text(): [code.get_text() for code in term.find_next("dd").find_all("code")] for term in details("dt")
    }
