"""Expressions are exact, and nothing else is an expression."""

from fractions import Fraction

import pytest

from helpers.tables.expressions import ExpressionError, evaluate

VALUES = {"a": Fraction(1, 3), "b": Fraction(2)}


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("a + a + a", [1]),
        ("1 - a", [Fraction(2, 3)]),
        ("a / b * 6", [1]),
        ("-(a - 1)", [Fraction(2, 3)]),
        ("a < b", [True]),
        ("0 < a < b, a == b", [True, False]),
    ],
)
def test_expressions_are_exact(expression, expected):
    assert evaluate(expression, VALUES) == expected


@pytest.mark.parametrize(
    "expression", ["", "a +", "a ** b", "__import__('os')", "a / 0", "c", "'a'", "a and b", "a != b", "1.5", "[a]"]
)
def test_nothing_else_is_an_expression(expression):
    with pytest.raises(ExpressionError):
        evaluate(expression, VALUES)
