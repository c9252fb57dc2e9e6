"""The same yes/no question in two groups of different people."""

from __future__ import annotations

from math import hypot

from helpers.inference.methods.intervals import wilson


def fisher(first: int, n_first: int, second: int, n_second: int) -> float:
    """Fisher's exact test, two-sided: is the share the same in both groups?

    The p-value is the probability of a table that is at most as likely as this
    one, given both group sizes and the number of yes in all.

    Parameters
    ----------
    first, second
        How many said yes in each group.
    n_first, n_second
        How many there are in each group, 1 or more.

    Raises
    ------
    ValueError
        When a group is empty, or a count lies outside 0 and the size of its group.

    Examples
    --------
    >>> round(fisher(6, 11, 6, 10), 3)
    1.0
    """
    _check(first, n_first, second, n_second)
    from scipy.stats import fisher_exact

    return float(fisher_exact([[first, n_first - first], [second, n_second - second]]).pvalue)


def smallest_fisher_p(n_first: int, n_second: int, yes: int) -> float:
    """The smallest p-value that `fisher` can give for so many yes in all.

    It is reached when as many as possible of them are in one of the groups.

    Parameters
    ----------
    n_first, n_second
        How many there are in each group, 1 or more.
    yes
        How many said yes in both groups together.

    Raises
    ------
    ValueError
        When a group is empty, or `yes` lies outside 0 and the number of people.
    """
    n_first, n_second, yes = int(n_first), int(n_second), int(yes)
    if not 0 <= yes <= n_first + n_second:
        raise ValueError(f"{yes} of {n_first} and {n_second} is impossible")
    fewest, most = max(0, yes - n_second), min(yes, n_first)
    return min(fisher(count, n_first, yes - count, n_second) for count in (fewest, most))


def newcombe_independent(
    first: int, n_first: int, second: int, n_second: int, confidence: float = 0.95
) -> tuple[float, float]:
    """Newcombe's hybrid score interval for the difference between two shares.

    Method 10 of Newcombe (1998), Statistics in Medicine 17, 873-890,
    https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I:
    Wilson's intervals of both shares, combined. For the same people at two
    moments there is `helpers.inference.methods.difference.newcombe`. It is not Fisher's
    test turned around: close to the border of significance the two can differ.

    Parameters
    ----------
    first, n_first, second, n_second
        As for `fisher`.
    confidence
        How often such intervals hold the true difference, between 0 and 1.

    Returns
    -------
    tuple of float
        Lower and upper end of the first share minus the second, from -1 to 1.

    Raises
    ------
    ValueError
        As for `fisher`.

    Examples
    --------
    >>> [round(end, 4) for end in newcombe_independent(56, 70, 48, 80)]
    [0.0524, 0.3339]
    """
    first, n_first, second, n_second = map(int, (first, n_first, second, n_second))
    _check(first, n_first, second, n_second)
    one, other = first / n_first, second / n_second
    one_low, one_high = wilson(first, n_first, confidence)
    other_low, other_high = wilson(second, n_second, confidence)
    difference = one - other
    return (
        difference - hypot(one - one_low, other_high - other),
        difference + hypot(one_high - one, other - other_low),
    )


def _check(first: int, n_first: int, second: int, n_second: int) -> None:
    for count, n in [(first, n_first), (second, n_second)]:
        if not 0 <= count <= n or n == 0:
            raise ValueError(f"{count} of {n} is not a share")
