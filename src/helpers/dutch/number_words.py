"""Shares and numbers in Dutch words: ``een op de vijf``, ``bijna twee derde``.

Nothing here knows about OPkomst.
"""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from functools import cache

from helpers.dutch.numbers import NUMBER, Number, parse_printed

#: The shares that a report puts in words without a second thought.
COMMON_FRACTIONS = [
    Fraction(part, whole)
    for part, whole in [
        *[(1, 10), (1, 5), (1, 4), (1, 3), (2, 5), (1, 2)],
        *[(3, 5), (2, 3), (3, 4), (4, 5), (9, 10)],
    ]
]


#: What `share_in_words` chooses from: finer than the common fractions where
#: these lie so far apart that the words would mislead (2,5% is no tenth).
_WORDS = {
    Fraction(0): "geen enkele",
    Fraction(1, 100): "een op honderd",
    Fraction(1, 50): "een op vijftig",
    Fraction(1, 20): "een op twintig",
    Fraction(1, 10): "een op tien",
    Fraction(1, 8): "een op acht",
    Fraction(1, 7): "een op zeven",
    Fraction(1, 6): "een op zes",
    Fraction(1, 5): "een op vijf",
    Fraction(1, 4): "een kwart",
    Fraction(3, 10): "drie op tien",
    Fraction(1, 3): "een derde",
    Fraction(2, 5): "vier op tien",
    Fraction(1, 2): "de helft",
    Fraction(3, 5): "zes op tien",
    Fraction(2, 3): "twee derde",
    Fraction(7, 10): "zeven op tien",
    Fraction(3, 4): "driekwart",
    Fraction(4, 5): "acht op tien",
    Fraction(9, 10): "negen op tien",
    Fraction(1): "alle",
}


#: As far as two common fractions between a tenth and nine tenths leave a share from one of them.
_NEAR = Fraction(1, 20)


#: Names of parts, as in ``twee derde``, ``driekwart`` or ``een vijfde``.
_PARTS = {
    **{"helft": 2, "half": 2, "halve": 2, "kwart": 4, "derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6},
    **{"zevende": 7, "achtste": 8, "negende": 9, "tiende": 10},
}

_PART = re.compile(rf"(?:\b([a-zë]+?)[ -]?)?({'|'.join(_PARTS)})n?\b")


def nearest_common_fraction(value: Number) -> Fraction:
    """The common fraction closest to a share; of two equally close, the larger.

    >>> nearest_common_fraction(Fraction(68, 284))
    Fraction(1, 4)
    """
    return _nearest(Fraction(value), COMMON_FRACTIONS)


def share_in_words(value: Number) -> str:
    """A share in words: ``ruim`` above the fraction, ``bijna`` below it.

    Parameters
    ----------
    value
        Between 0 and 1.

    Raises
    ------
    ValueError
        For anything else.

    Examples
    --------
    >>> share_in_words(Fraction(175, 284))
    'ruim zes op tien'
    """
    share = Fraction(value)
    if not 0 <= share <= 1:
        raise ValueError(f"not a share: {value}")
    if 0 < share < Fraction(1, 100):
        return "minder dan een op honderd"
    fraction = _nearest(share, [f for f in _WORDS if f or not share])
    qualifier = "" if share == fraction else "ruim " if share > fraction else "bijna "
    return qualifier + _WORDS[fraction]


def fraction_in_words(value: Number) -> str:
    """The nearest common fraction in words, for a share of which no more is known.

    A share that is far from each of them is told as `share_in_words` does.

    >>> fraction_in_words(Fraction(75, 284)), fraction_in_words(Fraction(1, 200))
    ('een kwart', 'minder dan een op honderd')
    """
    fraction = nearest_common_fraction(value)
    return _WORDS[fraction] if abs(fraction - value) <= _NEAR else share_in_words(value)


def read_fraction(words: str) -> Fraction:
    """The fraction that words name, whatever stands before it.

    Raises
    ------
    ValueError
        When the words name no fraction.

    Examples
    --------
    >>> read_fraction("ongeveer één op de vijf"), read_fraction("Bijna twee derde")
    (Fraction(1, 5), Fraction(2, 3))
    """
    text = _plain(words)
    if found := re.search(r"(\w+)[ -]op[ -](?:de[ -]|elke[ -])?(\w+)", text):
        return Fraction(_number(found[1]), _number(found[2]))
    if found := _PART.search(text):
        named = _word(found[1] or "een")
        # In "bijna een derde" and "de helft" what stands before is no number of parts.
        return Fraction(1 if named is None else named, _PARTS[found[2]])
    raise ValueError(f"{words!r} noemt geen breuk")


def read_range(words: str) -> tuple[Fraction, Fraction]:
    """The shares that a fraction in words can stand for.

    Returns
    -------
    tuple of Fraction
        Lowest and highest share that are nearer to this common fraction than
        to another; ``bijna`` also keeps below the fraction itself.

    Raises
    ------
    ValueError
        When the words name no common fraction.

    Examples
    --------
    >>> read_range("bijna twee derde")
    (Fraction(19, 30), Fraction(2, 3))
    """
    fraction = read_fraction(words)
    if fraction not in COMMON_FRACTIONS:
        raise ValueError(f"{words!r} is geen gewone breuk")
    index = COMMON_FRACTIONS.index(fraction)
    neighbours = [Fraction(0), *COMMON_FRACTIONS, Fraction(1)]
    low, high = ((fraction + neighbours[index + step]) / 2 for step in (0, 2))
    return low, fraction if _plain(words).startswith("bijna") else high


def read_number(words: str) -> Fraction:
    """The first number, whole, in words or in digits: 3 in ``drie keer zo hoog``, 4 in ``vierpuntenschaal``.

    Raises
    ------
    ValueError
        When there is none.

    Examples
    --------
    >>> [str(read_number(text)) for text in ("6,5 of meer", "1.500 gezinnen", "ongeveer twintig maanden")]
    ['13/2', '1500', '20']
    """
    for found in re.finditer(rf"{NUMBER}|[^\W\d_]+", re.sub(r"punt(en)?schaal", "", _plain(words))):
        if numbers := parse_printed(found[0]):
            return Fraction(numbers[0].value)
        if (value := _word(found[0])) is not None:
            return Fraction(value)
    raise ValueError(f"{words!r} noemt geen getal")


def _nearest(share: Fraction, fractions: list[Fraction]) -> Fraction:
    return min(fractions, key=lambda fraction: (abs(fraction - share), -fraction))


def _plain(words: str) -> str:
    # Composed first: text that was copied from a PDF has its accents apart.
    return unicodedata.normalize("NFC", words).casefold().translate({ord("é"): "e", ord("è"): "e"})


def _number(word: str) -> int:
    value = int(word) if word.isdigit() else _word(word)
    if value is None:
        raise ValueError(f"{word!r} is geen getal")
    return value


@cache
def _word(word: str) -> int | None:
    """The number that one Dutch word is; None for any other word."""
    # Here, since most pages read no words.
    from text_to_num import text2num

    try:
        return text2num(word, "nl")
    except ValueError:
        return None
