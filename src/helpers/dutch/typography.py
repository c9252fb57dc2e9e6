"""Signs as they are printed: mama’s, ‘onbekend’, −2,9."""

from __future__ import annotations

import re


def _marked(mark: str) -> str:
    """An apostrophe in a word, or a word between two of them."""
    return rf"(?<=\w){mark}(?=\w)|(?<!\w){mark}(?P<word>\w+){mark}(?!\w)"


_ESCAPED = re.compile(_marked("&#(?:x27|39);"))

#: In a tag they mean something else.
_PLAIN = re.compile(r"(?P<tag><[^>]*>)|(?P<minus>(?<![^\s(>])-(?=\d))|" + _marked("'"))


def typeset(text: str) -> str:
    """A text or HTML with the signs of print: apostrophes, quotation marks round one word, and minus signs.

    Examples
    --------
    >>> typeset("alle mama's")
    'alle mama’s'
    >>> typeset("<a title='mama'>mama's: 'onbekend'</a>")
    "<a title='mama'>mama’s: ‘onbekend’</a>"
    >>> typeset("<td>-2,9</td><td>2020-2023</td>")
    '<td>−2,9</td><td>2020-2023</td>'
    """
    return _PLAIN.sub(_printed, _ESCAPED.sub(_curled, text))


def _printed(found: re.Match[str]) -> str:
    return found["tag"] or ("−" if found["minus"] else _curled(found))


def _curled(found: re.Match[str]) -> str:
    return f"‘{found['word']}’" if found["word"] else "’"
