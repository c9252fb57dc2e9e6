"""What print allows of the mix behind Tabel 4, against trying every mix and every value."""

from fractions import Fraction

from helpers.checking import mix


def steps(low, high):
    return [Fraction(low) + Fraction(high - low, 20) * step for step in range(21)]


def test_the_bounds_are_those_of_every_value_that_rounds_to_print():
    plus, opkomst = steps(Fraction(9, 4), Fraction(47, 20)), steps(Fraction(-59, 20), Fraction(-57, 20))
    possible = [
        count
        for count in range(17)
        if any(-2.5 <= (count * one + (86 - count) * other) / 86 <= -1.5 for one in plus for other in opkomst)
    ]
    told = mix.told()
    assert told["plus"] == f"{min(possible)} tot {max(possible)}"
    real = Fraction(16, 284)
    months = [9 + real * one + (1 - real) * other for one in plus for other in opkomst]
    assert told["months"] == f"{float(min(months)):.1f} tot {float(max(months)):.1f}".replace(".", ",")
