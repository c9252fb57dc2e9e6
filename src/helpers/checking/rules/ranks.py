"""Words that single out several numbers: where the most go up, where a majority does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpers.checking.rules.rounding import numbers_in, read
from helpers.checking.rules.verdict import Verdict
from helpers.dutch.number_words import read_number, says_not
from helpers.dutch.numbers import dutch

#: Words that single out the smallest numbers; every other superlative the largest.
_LOWEST = re.compile(r"minst|laagst|slechtst|kleinst|\blage(?:re?)?\b|\bgeen\b|weinig", re.IGNORECASE)


def extreme_group(words: str, group: Sequence[str], others: Sequence[str]) -> Verdict:
    """The numbers that words single out are the largest, or the smallest, of all.

    Parameters
    ----------
    words
        Such as ``het vaakst`` or ``de minste``.
    group
        The numbers that the words are about.
    others
        The numbers that they are compared with; as large is allowed, and a cell without a number (``-``) is none.

    Examples
    --------
    >>> extreme_group("het vaakst", ["9,00", "7,00"], ["8,00", "6,00"]).proof
    '‘het vaakst’ is ook van 7,00 gezegd, maar elders staat meer: 8,00'
    """
    if says_not(words):
        raise ValueError(f"{words!r} zegt niet wat wel het meest of het minst is")
    lowest = bool(_LOWEST.search(words))
    inside, outside = (sorted(filter(numbers_in, numbers), key=_value) for numbers in (group, others))
    if not inside or not outside:
        raise ValueError(f"er zijn geen getallen om {words!r} mee te vergelijken")
    least, rest = (inside[-1], outside[0]) if lowest else (inside[0], outside[-1])
    if _value(least) <= _value(rest) if lowest else _value(least) >= _value(rest):
        ends = ("hoogstens", "minstens") if lowest else ("minstens", "hoogstens")
        return Verdict(True, f"‘{words}’ is {ends[0]} {least}, daarbuiten is het {ends[1]} {rest}")
    return Verdict(
        False, f"‘{words}’ is ook van {least} gezegd, maar elders staat {'minder' if lowest else 'meer'}: {rest}"
    )


def majorities(number: str, parts: Sequence[str], others: Sequence[str], more_others: Sequence[str]) -> Verdict:
    """In how many rows one part is more than half.

    Parameters
    ----------
    number
        The number of rows, in words or in digits.
    parts, others, more_others
        For each row the part, and the two other parts of its total.

    Examples
    --------
    >>> majorities("twee", ["5", "4"], ["4", "4"], ["0", "1"]).proof
    'meer dan de helft is het bij 5 van 9: 1 rij, niet twee (daarna komt 4 van 9)'
    """
    rows = [[_value(part) for part in row] for row in zip(parts, others, more_others, strict=True)]
    rows = sorted(((row[0], sum(row)) for row in rows if sum(row)), key=lambda row: row[0] / row[1], reverse=True)
    shown = [f"{dutch(part)} van {dutch(total)}" for part, total in rows]
    found = sum(2 * part > total for part, total in rows)
    text = f"meer dan de helft is het bij {' en '.join(shown[:found]) or 'geen enkele'}"
    if found == read_number(number):
        return Verdict(True, text)
    following = f" (daarna komt {shown[found]})" if found < len(rows) else ""
    return Verdict(False, f"{text}: {found} {'rij' if found == 1 else 'rijen'}, niet {number}{following}")


def majority_of(words: str, group: Sequence[str], others: Sequence[str]) -> Verdict:
    """Each percentage of a group is more than half, and no other one is.

    Examples
    --------
    >>> majority_of("de meerderheid", ["62,0%", "69,4%"], ["37,0%"]).proof
    '‘de meerderheid’: 2 van 2 zijn meer dan de helft, en daarbuiten 0 van 1'
    """
    if says_not(words):
        raise ValueError(f"{words!r} zegt niet wat wel meer dan de helft is")
    inside, outside = (sum(2 * _value(share) > 1 for share in shares) for shares in (group, others))
    text = f"‘{words}’: {inside} van {len(group)} zijn meer dan de helft, en daarbuiten {outside} van {len(others)}"
    return Verdict(inside == len(group) and not outside, text)


def smaller_changes(
    words: str,
    before: Sequence[str],
    after: Sequence[str],
    other_before: Sequence[str],
    other_after: Sequence[str],
) -> Verdict:
    """In every row the change of one group is smaller than that of the other, give or take the rounding of all four.

    Examples
    --------
    >>> smaller_changes("kleiner", ["1,0", "2,0"], ["2,0", "4,0"], ["1,0", "2,0"], ["3,0", "3,0"]).proof
    '‘kleiner’: van 2 verschillen is er 1 kleiner, 0 even groot en 1 groter; 1 groter hoe er ook afgerond is'
    """
    rows = [row for row in zip(before, after, other_before, other_after, strict=True) if all(map(numbers_in, row))]
    excess = [_value(end) - _value(start) - _value(other_end) + _value(other) for start, end, other, other_end in rows]
    slack = [sum(read(number).half_unit for number in row) for row in rows]
    certain = sum(more > room for more, room in zip(excess, slack, strict=True))
    smaller, larger = sum(more < 0 for more in excess), sum(more > 0 for more in excess)
    verb = "is" if smaller == 1 else "zijn"
    text = (
        f"‘{words}’: van {len(rows)} verschillen {verb} er {smaller} kleiner, {len(rows) - smaller - larger} even groot"
    )
    return Verdict(not certain, f"{text} en {larger} groter; {certain} groter hoe er ook afgerond is")


def explained(words: str, larger: str, smaller: str, more: str, fewer: str) -> Verdict:
    """A difference is no larger than the one that is said to explain it, give or take the rounding of all four.

    Examples
    --------
    >>> explained("vermoedelijk", "5", "3,3", "4,5", "3,5").proof
    '‘vermoedelijk’: het verschil van 1,7 (5 min 3,3) is meer dan de 1,0 (4,5 min 3,5) die het zou verklaren'
    """
    gap, cause = _value(larger) - _value(smaller), _value(more) - _value(fewer)
    slack = sum(read(number).half_unit for number in (larger, smaller, more, fewer))
    decimals = max(read(number).decimals for number in (larger, smaller, more, fewer))
    text = f"‘{words}’: het verschil van {dutch(gap, decimals)} ({larger} min {smaller}) is"
    by = f"de {dutch(cause, decimals)} ({more} min {fewer}) die het zou verklaren"
    consistent = gap - cause <= slack
    return Verdict(consistent, f"{text} {'niet meer' if consistent else 'meer'} dan {by}")


def more_at_every_limit(words: str, numbers: Sequence[str], others: Sequence[str]) -> Verdict:
    """Wherever the limit is put, more of the numbers reach it than of the others.

    Examples
    --------
    >>> more_at_every_limit("op meer indicatoren", ["3,0", "2,0"], ["2,0", "1,0"]).proof
    '‘op meer indicatoren’: vanaf 1 zijn het er 2 tegen 2'
    """
    inside, outside = ([_value(number) for number in found if numbers_in(number)] for found in (numbers, others))
    for limit in range(1, int(max(inside + outside)) + 1):
        more, fewer = (sum(value >= limit for value in found) for found in (inside, outside))
        if more <= fewer:
            return Verdict(False, f"‘{words}’: vanaf {limit} zijn het er {more} tegen {fewer}")
    return Verdict(True, f"‘{words}’ klopt bij elke grens")


def _value(printed: str):
    return read(printed).value
