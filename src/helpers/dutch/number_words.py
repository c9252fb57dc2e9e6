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

_PART = re.compile(rf"\b([^\W\d_]*?)({'|'.join(_PARTS)})n?\b")

_RATIO = re.compile(r"\b(\w+)[ -]op[ -](?:de[ -]|elke[ -])?(\w+)")


#: Phrases that put a share just below the fraction behind them, or just above it.
_BELOW = re.compile(r"^(?:bijna|haast|krap|nog geen|net geen|net niet|(?:iets )?minder dan)\b")
_ABOVE = re.compile(r"^(?:ruim|(?:iets )?meer dan)\b")


#: What says that the number behind it is not the one, or is negative.
_DENIED = re.compile(r"\b(?:niet|nooit|geen|min|minus)\b")


#: What makes something else of the number before it: ``1.28``, ``6½``, ``een tiental``, ``zes en een half``.
_GOES_ON = re.compile(
    r"[.,'’]\d|[½¼¾⅓⅔]|[ -]?(?:\w*tal|dozijn|paar|handvol|hal(?:f|ve)|en (?:een )?hal(?:f|ve)|kwart|derden?)\b"
)

#: The next word, straight behind a number or as the other end of a range: ``vier à vijf``.
_NEXT = re.compile(r"(?:, ?|[ -]?(?:à|a|tot|of)[ -]|[ -])(\w+)")


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
    found = {(*ratio.groups(), ratio.end()) for ratio in _RATIO.finditer(text)}
    found |= {(_parts(part, text), str(_PARTS[part[2]]), part.end()) for part in _PART.finditer(text)}
    named = {(_number(part), _number(whole)) for part, whole, _ in found}
    # "Nog geen kwart" lies just below a quarter; "geen kwart" can be anything else.
    denied = _DENIED.search(text) and not _BELOW.match(text)
    if denied or len(named) != 1 or any(_goes_on(text[end:]) for *_, end in found):
        raise ValueError(f"{words!r} noemt geen breuk")
    ((part, whole),) = named
    if part is None or not whole:
        raise ValueError(f"{words!r} noemt geen breuk")
    return Fraction(part, whole)


def _parts(part: re.Match[str], text: str) -> str:
    """The number of parts: ``twee`` in ``tweederde`` and ``twee derde``, one in ``de helft``; else what is none."""
    before = text[: part.start()]
    if part[1]:
        return part[1]
    if re.search(r"\ben een $", before):
        return before
    word = re.search(r"([^\W_]+)[ -]$", before)
    return word[1] if word and _number(word[1]) is not None else "een"


def keeps_side(words: str, value: Number, fraction: Fraction) -> bool:
    """Whether a share lies on the side of a fraction that the words before it say, if they say one.

    >>> keeps_side("bijna een kwart", Fraction(26, 100), Fraction(1, 4))
    False
    """
    text = _plain(words)
    return not (_BELOW.match(text) and value >= fraction) and not (_ABOVE.match(text) and value <= fraction)


def says_not(words: str) -> bool:
    """Whether a rank or a majority is denied: ``niet het vaakst``.

    >>> says_not("niet het vaakst"), says_not("het minst")
    (True, False)
    """
    return bool(re.search(r"\b(?:niet|nooit)\b", _plain(words)))


def read_range(words: str) -> tuple[Fraction, Fraction]:
    """The shares that a fraction in words can stand for.

    Returns
    -------
    tuple of Fraction
        Lowest and highest share that are nearer to this common fraction than
        to another; ``bijna`` also keeps below the fraction itself, ``ruim`` above it.

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
    text = _plain(words)
    return fraction if _ABOVE.match(text) else low, fraction if _BELOW.match(text) else high


def read_number(words: str) -> Fraction:
    """The first number, whole, in words or in digits: 3 in ``drie keer zo hoog``, 4 in ``vierpuntenschaal``.

    Raises
    ------
    ValueError
        When there is none, or the words around it make something else of it: ``niet drie``,
        ``vier à vijf``, ``1.28``.

    Examples
    --------
    >>> [str(read_number(text)) for text in ("6,5 of meer", "1.500 gezinnen", "honderd twintig maanden")]
    ['13/2', '1500', '120']
    """
    text = re.sub(r"punt(en)?schaal", "", _plain(words))
    tokens = [] if _DENIED.search(text) else list(re.finditer(rf"{NUMBER}|[^\W\d_]+", text))
    for index, token in enumerate(tokens):
        value, end = _longest(text, tokens[index:])
        if value is not None:
            if _goes_on(text[end:]) or token.start() and text[token.start() - 1] in ".,'’":
                break
            return value
    raise ValueError(f"{words!r} noemt geen getal")


def _longest(text: str, tokens: list[re.Match[str]]) -> tuple[Fraction | None, int]:
    """The number that begins with a token and takes as many words as it can, and where it ends."""
    start, first = tokens[0].start(), tokens[0]
    if numbers := parse_printed(first[0]):
        return Fraction(numbers[0].value), first.end()
    for last in reversed(tokens):
        if (value := number_word(text[start : last.end()])) is not None:
            return Fraction(value), last.end()
    return None, first.end()


def _goes_on(text: str) -> bool:
    """Whether what stands behind a number makes another of it."""
    following = _NEXT.match(text)
    return bool(_GOES_ON.match(text)) or bool(following and _number(following[1]) is not None)


def _nearest(share: Fraction, fractions: list[Fraction]) -> Fraction:
    return min(fractions, key=lambda fraction: (abs(fraction - share), -fraction))


def _plain(words: str) -> str:
    # Composed first: text that was copied from a PDF has its accents apart.
    return unicodedata.normalize("NFC", words).casefold().translate({ord("é"): "e", ord("è"): "e"})


def _number(word: str) -> int | None:
    return int(word) if word.isdigit() else number_word(word)


@cache
def number_word(word: str) -> int | None:
    """The number that Dutch words in lower case are; None for any others.

    >>> number_word("drieëntwintig"), number_word("gezinnen")
    (23, None)
    """
    # Here, since most pages read no words.
    from text_to_num import text2num

    try:
        return text2num(word, "nl")
    except ValueError:
        return None
