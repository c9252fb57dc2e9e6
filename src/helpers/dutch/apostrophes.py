"""Apostrophes as Dutch prints them: mama’s."""

from __future__ import annotations

import re

_ESCAPED = re.compile(r"(?<=\w)&#(?:x27|39);(?=\w)")

#: As it is, it can also be the quotation mark of a tag.
_PLAIN = re.compile(r"(?P<tag><[^>]*>)|(?<=\w)'(?=\w)")


def curly(text: str) -> str:
    """A text or HTML with curly apostrophes in its words.

    Examples
    --------
    >>> curly("alle mama's")
    'alle mama’s'
    >>> curly("<a title='de mama'>mama's</a>")
    "<a title='de mama'>mama’s</a>"
    """
    return _PLAIN.sub(lambda found: found["tag"] or "’", _ESCAPED.sub("’", text))
