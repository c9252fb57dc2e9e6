"""Apostrophes in words are curly, and nothing else is."""

import pytest

from helpers.dutch.apostrophes import curly


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("foto's", "foto’s"),
        ("foto&#x27;s", "foto’s"),
        ('<a title="foto&#x27;s">foto&#39;s</a>', '<a title="foto’s">foto’s</a>'),
        ("<a class='x'title='y'>z</a>", "<a class='x'title='y'>z</a>"),
        ("'nee' en ‘ja’", "‘nee’ en ‘ja’"),
    ],
)
def test_curly(text, printed):
    assert curly(text) == printed
