"""Signs in words and numbers are those of print, and nothing else changes."""

import pytest

from helpers.dutch.typography import typeset


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("foto's", "foto’s"),
        ("foto&#x27;s", "foto’s"),
        ('<a title="foto&#x27;s">foto&#39;s</a>', '<a title="foto’s">foto’s</a>'),
        ("<a class='x'title='y'>z</a>", "<a class='x'title='y'>z</a>"),
        ("-2,9 (-8 tot -1), 2020-2023", "−2,9 (−8 tot −1), 2020-2023"),
        ('<path d="M -3 -4"/><text>-24</text>', '<path d="M -3 -4"/><text>−24</text>'),
        ("'nee' en ‘ja’", "‘nee’ en ‘ja’"),
    ],
)
def test_typeset(text, printed):
    assert typeset(text) == printed
