"""Numbers as the report prints them: half-up rounding and Dutch notation.

Nothing here knows about OPkomst. Values are exact (``fractions.Fraction``)
until they are rounded, so that 1/16 gives ``6,3%`` and never ``6,2%``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

Number = int | float | Decimal | Fraction


#: The level of every test: a p-value of at most this much is called significant.
ALPHA = 0.05


def round_half_up(value: Number, decimals: int = 0) -> Decimal:
    """Round to `decimals` decimals, a tie away from zero.

    Parameters
    ----------
    value
        Any real number; fractions and decimals are rounded exactly, a float
        by its exact binary value.
    decimals
        Number of decimals to keep, 0 or more.

    Returns
    -------
    Decimal
        With exactly `decimals` decimals.

    Examples
    --------
    >>> round_half_up(Fraction(100, 16), 1)
    Decimal('6.3')
    """
    part, n = Fraction(value).as_integer_ratio()
    whole = (2 * abs(part) * 10**decimals + n) // (2 * n)
    return Decimal(whole if part >= 0 else -whole).scaleb(-decimals)


def dutch(value: Number, decimals: int = 0) -> str:
    """Write a number the Dutch way: ``1.286`` and ``2,50``.

    >>> dutch(Fraction(25718, 20), 1)
    '1.285,9'
    """
    rounded = round_half_up(value, decimals)
    if rounded == 0:
        rounded = abs(rounded)
    return f"{rounded:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


def number_text(value: Fraction) -> str:
    """Write an exact number with as many decimals as it takes, three at most.

    >>> number_text(Fraction(13, 2)), number_text(Fraction(1286))
    ('6,5', '1.286')
    """
    return next(dutch(value, decimals) for decimals in range(4) if decimals == 3 or (value * 10**decimals) % 1 == 0)


def percent(share: Number, decimals: int = 1) -> str:
    """Write a share between 0 and 1 as a percentage.

    >>> percent(Fraction(1, 16))
    '6,3%'
    """
    return dutch(Fraction(share) * 100, decimals) + "%"


def p_value(p: Number, decimals: int = 3) -> str:
    """Write a p-value: never as zero, and never rounded across `ALPHA`.

    >>> p_value(0.0004), p_value(0.0324), p_value(0.05004)
    ('< 0,001', '0,032', '0,05004')
    """
    least = Fraction(1, 10**decimals)
    if p < least:
        return f"< {dutch(least, decimals)}"
    # "0,050" beside "not significant" would contradict itself.
    while (float(round_half_up(p, decimals)) <= ALPHA) != (p <= ALPHA):
        decimals += 1
    return dutch(p, decimals)


@dataclass(frozen=True)
class PrintedNumber:
    """A number as it was printed.

    Attributes
    ----------
    value : Decimal
        What the digits say, without any correction.
    decimals : int
        How many decimals were printed; a trailing zero counts.
    """

    value: Decimal
    decimals: int


#: A space within a number: plain, no-break, or any of the widths that typesetters use.
_SPACE = "[ \u00a0\u2000-\u200a\u202f\u205f]"

#: Every sign that people write for a dash or a minus, for in a class of a pattern.
DASH = "-\u2010-\u2015\u2212\ufe58\ufe63\uff0d"

#: A whole number in Dutch notation. A dash is a minus unless it stands behind something, as in a range (18 -25); a cell
#: can have a space behind it. Thousands are parted by points or spaces, and do not begin with a zero; SPSS leaves
#: out the zero of 0,050. What stands before a half (6½) is no number.
NUMBER = (
    rf"(?:^[{DASH}]{_SPACE}?|(?<![\w,.%)])(?<!\d{_SPACE})[{DASH}])?"
    rf"(?:(?<![\d.,])[1-9]\d{{0,2}}(?:(?:\.\d{{3}})+|(?:{_SPACE}\d{{3}})+)(?![\d]|\.\d)(?:,\d+)?"
    r"|(?<!\d)\d+(?:,\d+)?|(?<![\w,.]),\d+)(?![\d\u00bc-\u00be\u2150-\u215e])"
)

#: The same, with the per cent sign, or the word, that may follow.
NUMBER_OR_SHARE = re.compile(rf"{NUMBER}(?:{_SPACE}?(?:[%\ufe6a\uff05]|procent\b))?")

_NUMBER = re.compile(NUMBER)


def parse_printed(printed: str) -> list[PrintedNumber]:
    """Read the numbers in a printed cell, in the order in which they stand.

    Parameters
    ----------
    printed
        For example ``"57,5% (17)"``, ``"-1,1"``, ``"1.286"``, ``"-"``.

    Returns
    -------
    list of PrintedNumber
        Empty when the cell holds no number (``-``, ``/``, words).

    Examples
    --------
    >>> [str(number.value) for number in parse_printed("18 -25 jaar, 1 286 of \u22120,05")]
    ['18', '25', '1286', '-0.05']
    """
    numbers = []
    for match in _NUMBER.findall(printed):
        text = re.sub(rf"{_SPACE}|\.", "", re.sub(f"[{DASH}]", "-", match)).replace(",", ".")
        numbers.append(PrintedNumber(Decimal(text), len(text.partition(".")[2])))
    return numbers
