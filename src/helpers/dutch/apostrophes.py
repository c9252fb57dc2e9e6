"""Apostrophes and quotation marks as Dutch prints them: mama’s, ‘onbekend’."""

from __future__ import annotations

import re


def _marked(mark: str) -> str:
    """An apostrophe in a word, or a word between two of them."""
    return rf"(?<=\w){mark}(?=\w)|(?<!\w){mark}(?P<word>\w+){mark}(?!\w)"


_ESCAPED = re.compile(_marked("&#(?:x27|39);"))

#: As it is, it can also be the quotation mark of a tag.
_PLAIN = re.compile("(?P<tag><[^>]*>)|" + _marked("'"))


def curly(text: str) -> str:
    """A text or HTML with curly apostrophes in its words, and round words that stand between them.

    Examples
    --------
    >>> curly("alle mama's")
    'alle mama’s'
    >>> curly("<a title='mama'>mama's: 'onbekend'</a>")
    "<a title='mama'>mama’s: ‘onbekend’</a>"
    """
    return _PLAIN.sub(lambda found: found["tag"] or _curled(found), _ESCAPED.sub(_curled, text))


def _curled(found: re.Match[str]) -> str:
    return f"‘{found['word']}’" if found["word"] else "’"
